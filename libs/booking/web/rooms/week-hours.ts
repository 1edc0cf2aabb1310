import { wallOf } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { type House, itemsIn } from './availability';

const USUAL = { from: 8, to: 21 };

/** The hours a week is drawn in, `HH:00`: those of the room, and of every booking in it. */
export function weekHours(room: Room, house: House): { from: string; to: string } {
  const open = (room.rules.hours ?? []).filter((hours) => hours !== null);
  const froms = open.length ? open.map(([start]) => hour(start)) : [USUAL.from];
  const tos = open.length ? open.map(([start, end]) => (end <= start ? 24 : Math.ceil(hour(end)))) : [USUAL.to];
  for (const item of itemsIn(room, house)) {
    const [start, end] = [wallOf(new Date(item.start), house.zone), wallOf(new Date(item.end), house.zone)];
    const isOver = start.slice(0, 10) !== end.slice(0, 10);
    froms.push(isOver ? 0 : hour(start.slice(11)));
    tos.push(isOver ? 24 : Math.ceil(hour(end.slice(11))));
  }
  return { from: written(Math.floor(Math.min(...froms))), to: written(Math.max(...tos)) };
}

const hour = (clock: string) => Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60;
const written = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
