import { Digests } from '@bota/notifications/api';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import type { House } from './house.fixture';
import { anotherProcess, lettersTo } from './notifications.fixture';

const api = useApi();
const HARD = '\u00a0';
/** 07:00 in Brussels, in winter. */
const SEVEN = '2026-01-06T06:00:00Z';

const choose = (house: House, more: object = {}) =>
  house.member.patch('/api/me/notification-preferences', { ways: { bookings: 'digest' }, ...more });
async function changed(house: House, title: string): Promise<void> {
  const { id } = await book(house, { title, ...at('10:00–11:00') });
  await house.coordinator.post(house.path(`bookings/${id}/cancellation`), { reason: 'Fuite d’eau' });
}
async function gatherAt(...moments: string[]): Promise<void> {
  for (const moment of moments) {
    api.setNow(moment);
    await api.app.get(Digests).gather();
  }
}
const digestsOf = async (house: House) => (await lettersTo(api, house.member)).filter(({ kind }) => kind === 'digest');

it('gathers what was told and what comes today in one letter, at seven, in the language of its reader', async () => {
  const house = await api.house();
  await choose(house);
  await changed(house, 'Conseil');
  await changed(house, 'Comité');
  await book(house, { title: 'Atelier', start: '2026-01-06T14:00', end: '2026-01-06T15:00' });
  await book(house, { title: 'Demain', start: '2026-01-07T14:00', end: '2026-01-07T15:00' });
  expect(await lettersTo(api, house.member)).toEqual([]);
  await gatherAt('2026-01-06T05:59:59Z');
  expect(await digestsOf(house)).toEqual([]);
  await gatherAt(SEVEN);
  const [letter, ...more] = await digestsOf(house);
  expect([letter?.subject, more]).toEqual(['Votre jour à Maison', []]);
  expect(letter?.text).toContain(`Ce qui a changé${HARD}:`);
  for (const title of ['Conseil', 'Comité']) expect(letter?.text).toContain(`Réservation annulée${HARD}: ${title}`);
  expect(letter?.text).toContain('Fuite d’eau');
  expect(letter?.text).toContain('Atelier, mardi 6 janvier 2026, 14:00–15:00, Salle A');
  expect(letter?.text).not.toContain('Demain');
  await api.db.query(`UPDATE person SET language = 'en' WHERE id = $1`, [house.member.id]);
  await gatherAt('2026-01-07T06:00:00Z');
  expect((await digestsOf(house))[1]?.subject).toBe('Your day at Maison');
  expect((await digestsOf(house))[1]?.text).not.toContain('Conseil');
});

it('says also what one is invited to, and no more once one is not', async () => {
  const house = await api.house();
  await house.neighbour.patch('/api/me/notification-preferences', { ways: { bookings: 'digest' } });
  const participants = [{ email: house.neighbour.email }];
  const wish = { visibility: 'private' as const, participants };
  await book(house, { title: 'Conseil', start: '2026-01-06T14:00', end: '2026-01-06T15:00', ...wish });
  await book(house, { title: 'Comité', start: '2026-01-07T14:00', end: '2026-01-07T15:00', ...wish }).then(({ id }) =>
    house.member.patch(house.path(`bookings/${id}`), { participants: [] }),
  );
  await gatherAt(SEVEN, '2026-01-07T06:00:00Z');
  const [letter, ...more] = (await lettersTo(api, house.neighbour)).filter(({ kind }) => kind === 'digest');
  expect([letter?.text.includes('Conseil, mardi 6 janvier 2026, 14:00–15:00, Salle A'), more]).toEqual([true, []]);
});

it('says nothing of what its reader booked and may see no more', async () => {
  const house = await api.house();
  await choose(house);
  await book(house, { title: 'Licenciement', visibility: 'private', start: '2026-01-06T14:00', end: '2026-01-06T15:00' });
  await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id]);
  await gatherAt(SEVEN);
  expect(await digestsOf(house)).toEqual([]);
});

it('is written once for each day, though the job runs twice, and in two processes at once', async () => {
  const house = await api.house();
  await choose(house);
  await changed(house, 'Conseil');
  const other = await anotherProcess(api);
  api.setNow(SEVEN);
  const jobs = [api.app.get(Digests), other.get(Digests)];
  await Promise.all([...jobs, ...jobs].map((job) => job.gather()));
  await gatherAt('2026-01-06T06:05:00Z', '2026-01-06T20:00:00Z');
  await other.close();
  expect(await digestsOf(house)).toHaveLength(1);
});

it('is not written when there is nothing to say, nor for what comes later that day', async () => {
  const house = await api.house();
  await choose(house);
  await gatherAt(SEVEN);
  await changed(house, 'Conseil');
  await gatherAt('2026-01-06T09:00:00Z');
  expect(await digestsOf(house)).toEqual([]);
  await gatherAt('2026-01-07T06:00:00Z');
  expect((await digestsOf(house))[0]?.text).toContain('Conseil');
});

it('comes late after an interruption of some hours', async () => {
  const house = await api.house();
  await choose(house);
  await changed(house, 'Conseil');
  await gatherAt('2026-01-06T11:30:00Z');
  expect(await digestsOf(house)).toHaveLength(1);
});

it('on Mondays, for the week, for who chose so', async () => {
  const house = await api.house();
  await choose(house, { digest: 'weekly' });
  await changed(house, 'Conseil');
  await book(house, { title: 'Vendredi', start: '2026-01-16T14:00', end: '2026-01-16T15:00' });
  await book(house, { title: 'Trop loin', start: '2026-01-19T14:00', end: '2026-01-19T15:00' });
  await gatherAt(SEVEN, '2026-01-11T06:00:00Z');
  expect(await digestsOf(house)).toEqual([]);
  await gatherAt('2026-01-12T06:00:00Z');
  const [letter] = await digestsOf(house);
  expect([letter?.subject, letter?.text.includes('Vendredi'), letter?.text.includes('Trop loin')]).toEqual([
    'Votre semaine à Maison',
    true,
    false,
  ]);
});

it('comes on a later day of the week when the house was not running on Monday, once', async () => {
  const house = await api.house();
  await choose(house, { digest: 'weekly' });
  await changed(house, 'Conseil');
  await book(house, { title: 'Mardi', start: '2026-01-13T14:00', end: '2026-01-13T15:00' });
  await book(house, { title: 'Vendredi', start: '2026-01-16T14:00', end: '2026-01-16T15:00' });
  await gatherAt('2026-01-14T10:00:00Z', '2026-01-14T10:05:00Z', '2026-01-18T20:00:00Z');
  const [letter, ...more] = await digestsOf(house);
  expect([letter?.text.includes('Conseil'), letter?.text.includes('Vendredi'), letter?.text.includes('Mardi'), more]).toEqual([
    true,
    true,
    false,
    [],
  ]);
});

it('who chose it in the day gets it from the next morning on, and who gathers nothing gets none', async () => {
  const [house, other] = [await api.house(), await api.house()];
  await book(other, { start: '2026-01-07T14:00', end: '2026-01-07T15:00' }, other.member);
  api.setNow('2026-01-06T10:00:00Z');
  await choose(house);
  await changed(house, 'Conseil');
  await gatherAt('2026-01-06T10:05:00Z');
  expect(await digestsOf(house)).toEqual([]);
  await gatherAt('2026-01-07T06:00:00Z');
  expect([(await digestsOf(house)).length, (await digestsOf(other)).length]).toEqual([1, 0]);
});

it('ends in one click, for all that it gathers', async () => {
  const house = await api.house();
  await choose(house, { ways: { bookings: 'digest', season: 'digest', requests: 'mail' } });
  await changed(house, 'Conseil');
  await gatherAt(SEVEN);
  const [{ url }] = await api.db.query(`SELECT unsubscribe_url AS url FROM letter WHERE recipient = $1 AND kind = 'digest'`, [
    house.member.email,
  ]);
  const { status, body } = await api.anonymous().post<{ family: string }>(new URL(url).pathname);
  expect([status, body]).toEqual([200, { family: 'digest' }]);
  const [{ ways }] = await api.db.query('SELECT ways FROM notification_preferences WHERE person_id = $1', [house.member.id]);
  expect(ways).toEqual({ bookings: 'app', season: 'app', requests: 'mail' });
});
