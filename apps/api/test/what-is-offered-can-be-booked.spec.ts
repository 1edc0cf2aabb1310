import * as fc from 'fast-check';
import type { Booking, RoomFindings } from '@bota/booking/domain';
import type { Alternative } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, at, book } from './booking.fixture';
import { edit } from './edit.fixture';
import type { House } from './house.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-15T08:00:00Z'));

type Offer = Pick<Alternative, 'roomIds' | 'start' | 'end'>;
/** Books what was offered, and takes it back, so that each offer is tried alone. */
async function tryOut(house: House, { roomIds, start, end }: Offer, wish: Wish = {}): Promise<number> {
  const { status, body } = await ask<Booking>(house, { ...wish, roomIds, start, end });
  if (status === 201) await house.member.post(house.path(`bookings/${body.id}/cancellation`), {});
  return status;
}

it('whatever the rules of the rooms, every alternative to a refused wish is booked when it is taken', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({
        rules: fc.array(
          fc.record({
            leadMinutes: fc.constantFrom(undefined, 60, 2880),
            horizonDays: fc.constantFrom(undefined, 3, 400),
            stepMinutes: fc.constantFrom(undefined, 30, 60),
            bufferMinutes: fc.constantFrom(0, 20),
            minMinutes: fc.constantFrom(undefined, 60),
            maxMinutes: fc.constantFrom(undefined, 90),
            isOthers: fc.boolean(),
            opensAt: fc.constantFrom(null, '09:00'),
          }),
          { minLength: 3, maxLength: 3 },
        ),
        taken: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 8, max: 18 })), { maxLength: 6 }),
        start: fc.integer({ min: 32, max: 76 }),
        quarters: fc.integer({ min: 1, max: 8 }),
        attendees: fc.constantFrom(undefined, 8, 12),
        closes: fc.boolean(),
      }),
      async ({ rules, taken, start, quarters, attendees, closes }) => {
        const house = await api.house();
        const rooms: string[] = [];
        for (const [index, { isOthers, opensAt, ...own }] of rules.entries()) {
          const hours = opensAt && Array.from({ length: 7 }, (): [string, string] => [opensAt, '19:00']);
          const who = isOthers && index > 0 ? { who: { are: 'organisations' as const, organisationIds: [house.voisins] } } : {};
          const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
          rooms.push(
            await house.room({ name: `Salle ${index}`, capacity: 10 + index, rules: { ...said, ...who, ...(hours && { hours }) } }),
          );
        }
        for (const [index, hour] of taken)
          await ask(house, { roomIds: [rooms[index] ?? ''], ...at(`${clock(hour * 4)}–${clock(hour * 4 + 4)}`) });
        if (closes) await house.close('2026-03-16T11:00:00Z', '2026-03-16T15:00:00Z', rooms[0]);
        const wish = { roomIds: [rooms[0] ?? ''], attendees, ...at(`${clock(start)}–${clock(start + quarters)}`) };
        const { status, body } = await ask(house, wish);
        fc.pre(status === 409);
        for (const offer of body.alternatives ?? []) expect([offer, await tryOut(house, offer, { attendees })]).toEqual([offer, 201]);
      },
    ),
    { numRuns: 25 },
  ));

const clock = (quarter: number) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

it('a day that holds nothing offers the same time on the days after', async () => {
  const house = await api.house();
  await house.close('2026-03-15T23:00:00Z', '2026-03-17T23:00:00Z');
  const { body } = await ask(house);
  expect(body.alternatives?.map(({ start }) => start)).toEqual([
    '2026-03-18T09:00:00.000Z',
    '2026-03-19T09:00:00.000Z',
    '2026-03-20T09:00:00.000Z',
  ]);
  for (const offer of body.alternatives ?? []) expect(await tryOut(house, offer)).toBe(201);
});

it('a series that meets something is offered another room for all of it', async () => {
  const house = await api.house();
  await book(house, { roomIds: [house.studio], start: '2026-03-23T10:00', end: '2026-03-23T11:00' });
  const series = { roomIds: [house.studio], recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } };
  const { status, body } = await ask(house, series);
  expect([status, body.alternatives?.map(({ roomIds }) => roomIds)]).toEqual([409, [[house.b], [house.a], [house.hall]]]);
  for (const { roomIds } of body.alternatives ?? []) {
    const booked = await book(house, { ...series, roomIds });
    await house.member.post(house.path(`bookings/${booked.id}/cancellation`), {});
  }
});

it('a booking that moves is not offered what the coordination would have to grant', async () => {
  const house = await api.house();
  const granted = await house.room({ name: 'Atelier', capacity: 20, rules: { approval: { always: true } } });
  const moving = await book(house, { roomIds: [house.a] });
  await book(house, { roomIds: [house.a], ...at('14:00–15:00') });
  const { status, body } = await edit<{ alternatives: Alternative[] }>(house, moving, at('14:30–15:30'));
  expect([status, body.alternatives.length > 0]).toEqual([409, true]);
  expect(body.alternatives.flatMap(({ roomIds }) => roomIds)).not.toContain(granted);
  const [first] = body.alternatives as [Alternative];
  const { start, end, roomIds } = first;
  expect((await edit(house, moving, { start, end, roomIds })).status).toBe(200);
});

it('more people than a room holds are offered rooms that hold them', async () => {
  const house = await api.house();
  const moving = await book(house, { roomIds: [house.studio] });
  const { status, body } = await edit<{ alternatives: Alternative[] }>(house, moving, { attendees: 10 });
  expect([status, body.alternatives.map(({ roomIds }) => roomIds[0])]).toEqual([409, [house.b, house.a, house.hall]]);
});

describe('what is set up for hours before it starts', () => {
  /** Salle B is set up from 21:30 on for what starts after midnight. */
  const night = (house: House) =>
    book(house, { roomIds: [house.b], start: '2026-03-17T00:30', end: '2026-03-17T02:00', setUpMinutes: 180 }, house.coordinator);

  it('takes its room on the evening before: no offer, no finding', async () => {
    const house = await api.house();
    await night(house);
    await book(house, { roomIds: [house.a], ...at('22:00–23:00') });
    const { status, body } = await ask(house, at('22:00–23:00'));
    expect([status, body.alternatives?.flatMap(({ roomIds }) => roomIds)]).toEqual([409, expect.not.arrayContaining([house.b])]);
    for (const offer of body.alternatives ?? []) expect(await tryOut(house, offer)).toBe(201);
    const { body: found } = await house.member.get<RoomFindings>(house.path('room-finding?date=2026-03-16&from=22:00&to=23:00'));
    expect(found.free.map(({ roomId }) => roomId)).toEqual([house.studio]);
  });

  it('nor is a night offered that runs into it', async () => {
    const house = await api.house();
    await night(house);
    await book(house, { roomIds: [house.a], ...at('19:00–21:00') });
    const { body } = await ask(house, { start: '2026-03-16T20:00', end: '2026-03-17T01:00' });
    for (const offer of body.alternatives ?? []) expect([offer, await tryOut(house, offer)]).toEqual([offer, 201]);
  });
});
