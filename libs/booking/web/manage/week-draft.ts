import type { WeekHours } from '@bota/spaces/domain';
import { readClock } from '../book/clock';

/** A week as it is typed: hours stay while a day is shut for a moment. */
export type WeekDraft = { isOpen: boolean; from: string; to: string }[];
const USUAL = { from: '08:00', to: '20:00' };

export const weekDraftOf = (hours: WeekHours | undefined): WeekDraft =>
  Array.from({ length: 7 }, (_, day) => {
    const [from, to] = hours?.[day] ?? [USUAL.from, USUAL.to];
    return { isOpen: !hours || hours[day] !== null, from, to };
  });

export const readStart = readClock;
/** `24` and `24:00` are the end of the day. */
export const readEnd = (text: string): string | null => (/^\s*24([:hHuU.]?(00)?)?\s*$/.test(text) ? '24:00' : readClock(text));

/** The week on the wire, or the first day that cannot be read. */
export function hoursOf(week: WeekDraft): { hours: NonNullable<WeekHours> } | { wrongDay: number } {
  const hours = week.map(({ isOpen, from, to }) => {
    if (!isOpen) return null;
    const [start, end] = [readStart(from), readEnd(to)];
    return start && end && start !== end ? ([start, end] as [string, string]) : undefined;
  });
  const wrongDay = hours.findIndex((day) => day === undefined);
  return wrongDay >= 0 ? { wrongDay } : { hours: hours.map((day) => day ?? null) };
}
