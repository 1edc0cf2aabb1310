import * as fc from 'fast-check';
import type { Booking, Preview } from '@bota/booking/domain';
import { FreedRooms } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { ask, at, draft } from './booking.fixture';
import type { House } from './house.fixture';
import { cancel, line, offered, wait } from './waitlist.fixture';

const api = useApi();
const SPANS = ['10:00–12:00', '11:00–13:00', '12:00–14:00'];
const PEOPLE = ['member', 'colleague', 'admin'] as const;
type Act = { act: 'book' | 'cancel' | 'confirm'; who: number; span: number };

const ACT = fc.record<Act>({
  act: fc.constantFrom('book', 'book', 'cancel', 'confirm'),
  who: fc.nat(PEOPLE.length - 1),
  span: fc.nat(SPANS.length - 1),
});

/** How often somebody waited, and was served, in all runs. */
const seen = { waited: 0, served: 0 };

/** Books, or waits when others have the room; gives something back; confirms what was offered. */
async function perform(house: House, { act, who, span }: Act, booked: Booking[]): Promise<void> {
  const person = house[PEOPLE[who] ?? 'member'];
  const wish = at(SPANS[span] ?? '');
  if (act === 'book') {
    const answer = await ask<Booking>(house, wish, person);
    if (answer.status === 201) booked.push(answer.body);
    else if ((await wait(house, wish, person)).status === 201) seen.waited += 1;
  }
  if (act === 'cancel' && booked.length > 0) await cancel(house, booked.splice(who % booked.length, 1)[0] as Booking);
  if (act === 'confirm') {
    const [hold] = await offered(house, person);
    if (hold) booked.push((await person.post<Booking>(house.path(`bookings/${hold.id}/confirmation`), {})).body);
  }
}

/** Of entries with the same wish, those that were served, and whether one that came before still waits. */
const OVERTAKEN = `
  SELECT count(*)::int AS count FROM waitlist_entry served JOIN waitlist_entry before ON before.space_id = served.space_id
    AND before.starts_at = served.starts_at AND before.ends_at = served.ends_at AND (before.since, before.id) < (served.since, served.id)
  WHERE served.space_id = $1 AND served.ending = 'served' AND before.ending IS NULL`;
const OVERLAPS = `
  SELECT count(*)::int AS count FROM allocation a JOIN allocation b ON b.space_id = a.space_id AND b.unit_id = a.unit_id
    AND b.occurrence_id > a.occurrence_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
  WHERE a.space_id = $1 AND a.blocking AND b.blocking`;
const SERVED = `SELECT count(*)::int AS count FROM waitlist_entry WHERE space_id = $1 AND ending = 'served'`;
const count = async (sql: string, house: House): Promise<number> => (await api.db.query(sql, [house.id]))[0].count;

async function isFree(house: House, { start, end }: { start: string; end: string }): Promise<boolean> {
  const { body } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, { start, end }));
  return body.occurrences[0]?.verdict === 'free';
}

it('whatever is booked, given back and confirmed: nobody waits for what is free, and nobody is overtaken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ACT, { minLength: 6, maxLength: 14 }), async (acts) => {
      const house = await api.house();
      const booked: Booking[] = [];
      for (const act of acts) {
        await perform(house, act, booked);
        await Promise.all([api.app.get(FreedRooms).give(house.id), api.app.get(FreedRooms).give(house.id)]);
        const waiting = await line(house);
        expect(await Promise.all(waiting.map((entry) => isFree(house, entry)))).toEqual(waiting.map(() => false));
        expect([await count(OVERTAKEN, house), await count(OVERLAPS, house)]).toEqual([0, 0]);
      }
      seen.served += await count(SERVED, house);
    }),
    { numRuns: 6, endOnFailure: true },
  );
  expect([seen.waited > 5, seen.served > 0]).toEqual([true, true]);
}, 120_000);
