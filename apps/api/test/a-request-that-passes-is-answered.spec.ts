import { OutsideLapses } from '@bota/booking/api';
import type { OutsideRequest } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { anotherProcess } from './notifications.fixture';
import { asksFor, openToNeighbours, send, someAddress, stamp } from './outside.fixture';

// Behind a proxy, as in a running house: each test asks from addresses of its own.
const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

const acceptance = (house: House, { start, end, purpose: title }: OutsideRequest) => ({
  ...{ verdict: 'accept', organisationId: house.racines, roomIds: [house.a], start, end, title },
});
const decide = (house: House, { id }: OutsideRequest, decision: object) =>
  house.coordinator.post<Problem>(house.path(`outside-requests/${id}/decision`), decision);
const BEGINS = '2026-03-16T13:00:00Z';
const lapse = (app = api.app) => app.get(OutsideLapses).lapse();
/** Of earlier tests nothing waits any more. */
beforeEach(() => api.db.query('UPDATE outside_request SET decided_at = now() WHERE confirmed_at IS NOT NULL AND decided_at IS NULL'));
const unanswered = async (email: string) => (await mail.to(email)).filter(({ subject }) => subject?.includes('sans réponse'));

it('says so to who asked once it would have begun, with the address of the house, and not a moment earlier', async () => {
  const house = await openToNeighbours(api);
  await api.db.query(`UPDATE space SET address = 'Rue Botanique 75' WHERE id = $1`, [house.id]);
  const { email } = await asksFor(api, mail, house);
  api.setNow('2026-03-16T12:59:59Z');
  expect(await lapse()).toBe(0);
  api.setNow(BEGINS);
  expect(await lapse()).toBe(1);
  const [letter] = (await mail.to(email, 2)).slice(1);
  expect(letter?.subject).toContain('votre demande est restée sans réponse');
  expect(letter?.text).toContain('Rue Botanique 75');
  expect(letter?.text).toContain('Fête de rue');
  const [entry] = await api.db.query(`SELECT after FROM log WHERE space_id = $1 AND kind = 'outside.lapsed'`, [house.id]);
  expect(JSON.stringify(entry)).not.toMatch(/Zoé|@/);
});

it('is told once, however often and however late the job runs, and by however many processes', async () => {
  const house = await openToNeighbours(api);
  const [{ email }, second] = [await asksFor(api, mail, house), await anotherProcess(api)];
  api.setNow('2026-03-19T06:00:00Z');
  const counts = await Promise.all([lapse(), lapse(second), lapse()]);
  expect([counts.reduce((sum, count) => sum + count, 0), await lapse()]).toEqual([1, 0]);
  await mail.to(email, 2);
  expect(await unanswered(email)).toHaveLength(1);
  await second.close();
});

it('of which the letter cannot be written waits on, and keeps no other waiting', async () => {
  const [broken, house] = [await openToNeighbours(api), await openToNeighbours(api)];
  const [first, second] = [await asksFor(api, mail, broken), await asksFor(api, mail, house)];
  await api.db.query(`UPDATE space SET zone = 'Nowhere/Nowhere' WHERE id = $1`, [broken.id]);
  api.setNow(BEGINS);
  expect([await lapse(), (await unanswered(first.email)).length]).toEqual([1, 0]);
  await mail.to(second.email, 2);
  await api.db.query(`UPDATE space SET zone = 'Europe/Brussels' WHERE id = $1`, [broken.id]);
  expect(await lapse()).toBe(1);
  await mail.to(first.email, 2);
});

it('that passed a month ago is closed without a letter', async () => {
  const house = await openToNeighbours(api);
  const { email } = await asksFor(api, mail, house);
  api.setNow('2026-04-16T06:00:00Z');
  expect(await lapse()).toBe(1);
  expect((await api.db.query(`SELECT FROM letter WHERE recipient = $1 AND kind = 'outside-unanswered'`, [email])).length).toBe(0);
});

it.each([
  ['accepted', 'accept'],
  ['declined', 'decline'],
])('is another than one that was %s', async (_, verdict) => {
  const house = await openToNeighbours(api);
  const request = await asksFor(api, mail, house);
  await decide(house, request, verdict === 'accept' ? acceptance(house, request) : { verdict });
  api.setNow(BEGINS);
  expect(await lapse()).toBe(0);
});

it('is answered late by nobody, and one that was never confirmed hears nothing', async () => {
  const house = await openToNeighbours(api);
  const request = await asksFor(api, mail, house);
  const email = someAddress();
  api.setNow('2026-03-02T08:00:00Z');
  const handedOut = await stamp(house, api.anonymous());
  api.setNow('2026-03-02T08:01:00Z');
  await send(house, api.anonymous(), { stamp: handedOut, email });
  api.setNow(BEGINS);
  expect(await lapse()).toBe(1);
  expect((await mail.to(email)).length).toBe(1);
  expect((await decide(house, request, { verdict: 'decline' })).body.code).toBe('outside/answered');
});
