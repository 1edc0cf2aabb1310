import { readTime } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { dayOf, type House, itemsIn, joined, openSpans, type Span, spanOf, subtract } from './availability';

/** A stretch of the bar; `left` and `width` in percent of the axis. */
export type BarPiece = Span & { kind: 'taken' | 'closed'; left: number; width: number };

/** The hours the bars of a day share, so that they compare: from the first opening to the last closing, 8:00–21:00 when rooms have none. */
export function axisOf(date: string, { rooms, zone }: Pick<House, 'rooms' | 'zone'>): Span {
  const hours = rooms.flatMap(({ rules }) => rules.hours ?? []).filter((day) => day !== null);
  const opens = hours.map(([open]) => open).sort()[0] ?? '08:00';
  const closes = hours
    .filter(([open, close]) => close > open)
    .map(([, close]) => close)
    .sort()
    .at(-1);
  const midnight = dayOf(date, zone).end;
  return {
    start: at(date, opens, zone),
    end: !closes || closes === '24:00' ? (closes ? midnight : at(date, '21:00', zone)) : at(date, closes, zone),
  };
}

const at = (date: string, time: string, zone: string) => readTime(`${date}T${time}`, zone).instant;

/** Where something lies on the axis, cut to it. */
export function place({ start, end }: Span, axis: Span): { left: number; width: number } {
  const length = axis.end.getTime() - axis.start.getTime();
  const from = Math.max(0, (start.getTime() - axis.start.getTime()) / length);
  const to = Math.min(1, (end.getTime() - axis.start.getTime()) / length);
  return { left: round(from * 100), width: round(Math.max(0, to - from) * 100) };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** What takes the room on the day of the axis, and when it is closed, in order. */
export function barOf(room: Room, axis: Span, house: House): BarPiece[] {
  const open = openSpans(room, axis, house);
  const taken = itemsIn(room, house).map(spanOf);
  const pieces = [
    ...joined(taken).map((span) => ({ ...span, kind: 'taken' as const })),
    ...subtract([axis], open).map((span) => ({ ...span, kind: 'closed' as const })),
  ];
  return pieces
    .map((piece) => ({ ...piece, ...place(piece, axis) }))
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}
