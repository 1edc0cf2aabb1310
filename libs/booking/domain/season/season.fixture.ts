import * as fc from 'fast-check';
import type { RoomFacts } from '../booking.facts';
import type { Candidate, PlannedWish } from './season.candidates';

const room = (id: string, unitIds: string[] = [id], bufferMinutes = 0): RoomFacts => ({
  ...{ id, unitIds, bookable: true, capacity: null, rules: { bufferMinutes } },
});
/** The hall is A and B; C keeps a quarter of an hour free after each booking. */
export const ROOMS = { A: room('A'), B: room('B'), hall: room('hall', ['A', 'B']), C: room('C', ['C'], 15) };
export type RoomName = keyof typeof ROOMS;

/** `A 4 18:00-20:00`: room A on Thursday evening. Several rooms, as in `A/B 4 18:00-20:00`, are any of them. */
export function choice(text: string, rank: number): Candidate[] {
  const [rooms = '', weekday = '', times = ''] = text.split(' ');
  const [start = '', end = ''] = times.split('-');
  return rooms.split('/').map((name) => {
    const slot = { roomId: name, weekday: Number(weekday), start, end };
    return { rank, room: ROOMS[name as RoomName], slot, dates: { all: 40, free: 40 } };
  });
}

/** `x1`: the greatest need of organisation x, with its choices, best first. */
export const wish = (id: string, ...choices: string[]): PlannedWish => ({
  ...{ id, organisationId: id.slice(0, 1), need: Number(id.slice(1)), impossible: [] },
  candidates: choices.flatMap((text, index) => choice(text, index + 1)),
});

const anySlot = fc
  .record({
    rooms: fc.constantFrom('A', 'B', 'hall', 'C', 'A/B', 'A/C', 'C/hall'),
    weekday: fc.constantFrom(1, 4),
    times: fc.constantFrom('17:00-19:00', '18:00-20:00', '19:00-21:00', '20:00-22:00'),
  })
  .map(({ rooms, weekday, times }) => `${rooms} ${weekday} ${times}`);

/** Up to five organisations with up to four wishes each, for few places: much contest. */
export const anyWishes: fc.Arbitrary<PlannedWish[]> = fc
  .array(fc.array(fc.array(anySlot, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((organisations) =>
    organisations.flatMap((wishes, at) => wishes.map((choices, need) => wish(`${'vwxyz'[at]}${need + 1}`, ...choices))),
  );
