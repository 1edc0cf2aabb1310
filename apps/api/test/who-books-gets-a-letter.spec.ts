import { Confirmations, Invitations } from '@bota/booking/api';
import { Unsubscribing } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { ask, book } from './booking.fixture';
import type { House } from './house.fixture';
import { anotherProcess, lettersTo, toldTo } from './notifications.fixture';
import { invited } from './participant.fixture';
import type { Someone } from './people.fixture';

const api = useApi();

const confirm = (app = api.app) => app.get(Confirmations).write();
const confirmed = async (who: Someone) => (await lettersTo(api, who)).filter(({ kind }) => kind === 'booking-confirmed');
const choose = (who: Someone, way: string) => who.patch('/api/me/notification-preferences', { ways: { confirmations: way } });
const approved = (house: House) =>
  house.room({ name: 'Chapelle', capacity: 30, rules: { approval: { always: true, outsideHours: false, blocks: true } } });
/** Of earlier tests nothing waits any more. */
beforeEach(async () => {
  while ((await confirm()) > 0);
});

it('a booking that is refused, or that waits for approval, writes nothing', async () => {
  const house = await api.house();
  await book(house);
  await confirm();
  expect((await ask(house)).status).toBe(409);
  await book(house, { roomIds: [await approved(house)] });
  expect([await confirm(), (await confirmed(house.member)).length]).toEqual([0, 1]);
});

it('the same request again, and at once, writes once', async () => {
  const house = await api.house();
  const headers = { 'idempotency-key': '0123456789abcdef' };
  await Promise.all([1, 2, 3].map(() => ask(house, {}, house.member, headers)));
  await ask(house, {}, house.member, headers);
  await confirm();
  await ask(house, {}, house.member, headers);
  await confirm();
  expect(await confirmed(house.member)).toHaveLength(1);
});

it('one that cannot be written waits on, and keeps nobody else waiting', async () => {
  const house = await api.house();
  const { id } = await book(house);
  await book(house, { organisationId: house.voisins, start: '2026-03-16T14:00', end: '2026-03-16T15:00' }, house.neighbour);
  await api.db.query(`UPDATE booking SET zone = 'Nowhere/Nowhere' WHERE id = $1`, [id]);
  expect([await confirm(), (await confirmed(house.member)).length, (await confirmed(house.neighbour)).length]).toEqual([1, 0, 1]);
  await api.db.query(`UPDATE booking SET zone = 'Europe/Brussels' WHERE id = $1`, [id]);
  expect([await confirm(), (await confirmed(house.member)).length]).toEqual([1, 1]);
});

it('two processes and a job that runs twice write once', async () => {
  const [house, second] = [await api.house(), await anotherProcess(api)];
  await book(house);
  await book(house, { start: '2026-03-16T14:00', end: '2026-03-16T15:00' });
  const counts = await Promise.all([confirm(), confirm(second), confirm(), confirm(second)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(await confirmed(house.member)).toHaveLength(2);
  await second.close();
});

it('what was cancelled before the letter went is not confirmed, nor what its booker may see no more', async () => {
  const house = await api.house();
  const { id } = await book(house);
  await house.member.post(house.path(`bookings/${id}/cancellation`), {});
  await book(house, { visibility: 'private' });
  await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id]);
  expect([await confirm(), await confirmed(house.member)]).toEqual([2, []]);
});

it('what somebody else changed before the letter went is told as a change alone', async () => {
  const house = await api.house();
  const { id } = await book(house);
  await house.coordinator.patch(house.path(`bookings/${id}`), { title: 'Autre' });
  await confirm();
  expect((await lettersTo(api, house.member)).map(({ kind }) => kind)).toEqual(['booking-changed']);
});

it('who invites people is told as well, whoever is written to first', async () => {
  const house = await api.house();
  await book(house, invited('ada@invited.example'));
  await api.app.get(Invitations).write();
  expect([await confirm(), (await confirmed(house.member)).length]).toEqual([1, 1]);
});

it('it says what was booked, in the reader’s language, for their calendar; the application, which said it, tells nothing', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE person SET language = 'nl' WHERE id = $1`, [house.member.id]);
  await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } });
  await confirm();
  const [letter] = await confirmed(house.member);
  expect(letter?.subject).toBe('Reservatie bevestigd: Assemblée');
  expect(letter?.text).toContain('maandag 16 maart 2026, 10:00–11:00, Salle A.');
  expect(letter?.text).toContain('herhaalt zich: elke week, 3 keer');
  const [row] = await api.db.query(
    `SELECT calendar, calendar_method AS method FROM letter WHERE kind = 'booking-confirmed' AND recipient = $1`,
    [house.member.email],
  );
  expect([row.method, row.calendar.replaceAll('\r\n ', '')]).toEqual(['REQUEST', expect.stringContaining('PARTSTAT=ACCEPTED')]);
  expect(await toldTo(house, house.member)).toEqual([]);
});

it('dates that could not be booked are counted', async () => {
  const house = await api.house();
  await book(house, { start: '2026-03-23T10:00', end: '2026-03-23T11:00' }, house.admin);
  await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' }, onRefused: 'skip' });
  await confirm();
  expect((await confirmed(house.member))[0]?.text).toContain('Une date n’a pas pu être réservée.');
});

it('what is held is confirmed when its booker confirms it', async () => {
  const house = await api.house();
  const room = await house.room({ name: 'Loge', capacity: 8, rules: { holdHours: 48 } });
  const answer = await ask<{ id: string; version: number }>(house, { roomIds: [room], holdUntil: '2026-01-06T10:00' });
  expect([answer.status, await confirm()]).toEqual([201, 0]);
  expect((await house.member.post(house.path(`bookings/${answer.body.id}/confirmation`), {})).status).toBe(200);
  expect([await confirm(), (await confirmed(house.member)).length]).toEqual([1, 1]);
});

describe('a choice', () => {
  it('not to hear of it is followed; it cannot be gathered, nor told in the application', async () => {
    const house = await api.house();
    expect((await choose(house.member, 'digest')).status).toBe(400);
    expect((await choose(house.member, 'app')).status).toBe(400);
    expect((await choose(house.member, 'none')).status).toBe(200);
    await book(house);
    expect([await confirm(), await confirmed(house.member)]).toEqual([1, []]);
  });

  it('is made by the link of such a letter too', async () => {
    const house = await api.house();
    const token = await api.app.get(Unsubscribing).tokenFor({ personId: house.member.id, family: 'confirmations' });
    expect((await api.anonymous().post(`/api/unsubscriptions/${token}`)).status).toBe(200);
    await book(house);
    expect([await confirm(), await confirmed(house.member)]).toEqual([1, []]);
  });
});
