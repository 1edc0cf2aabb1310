import ICAL from 'ical.js';
import { Postman } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { type Received, useMailServer } from './mail.fixture';
import type { Someone } from './people.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);

const cancel = (house: House, id: string, body: object, who: Someone) => who.post(house.path(`bookings/${id}/cancellation`), body);
const edit = (house: House, id: string, body: object, who: Someone) => who.patch(house.path(`bookings/${id}`), body);
const letters = async () => {
  await api.app.get(Postman).nudge();
  return api.db.query('SELECT kind, recipient FROM letter WHERE kind LIKE $1 ORDER BY id', ['booking-%']);
};

/** The part that calendars read, as it arrived. */
function calendarOf(letter: Received | undefined) {
  const part = letter?.attachments.find(({ contentType }) => contentType === 'text/calendar') ?? letter?.attachments[0];
  const text = part?.content.toString() ?? '';
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event] = calendar.getAllSubcomponents('vevent');
  const of = (name: string) => String(event?.getFirstPropertyValue(name) ?? '');
  return { text, method: String(calendar.getFirstPropertyValue('method')), of, events: calendar.getAllSubcomponents('vevent').length };
}

beforeEach(() => api.db.query('DELETE FROM letter'));

it('a cancellation by somebody else comes with its reason and takes the booking out of the calendar', async () => {
  const house = await api.house();
  const booking = await book(house, { title: 'Réunion « ouverte »' });
  await cancel(house, booking.id, { reason: 'Fuite d’eau' }, house.coordinator);
  const [letter] = await mail.to(house.member.email);
  expect(letter?.subject).toBe('Réservation annulée\u00a0: Réunion « ouverte »');
  expect(letter?.text).toContain('Coordinator a annulé votre réservation');
  expect(letter?.text).toContain('lundi 16 mars 2026, 10:00–11:00, Salle A.');
  expect(letter?.text).toContain('Fuite d’eau');
  expect(letter?.text).toContain(`/${house.slug}/bookings/${booking.id}`);
  const { method, of, text } = calendarOf(letter);
  expect([method, of('uid'), of('sequence'), of('status')]).toEqual(['CANCEL', booking.uid, '1', 'CANCELLED']);
  expect(text.replaceAll('\r\n ', '')).toContain(`:mailto:${house.member.email}`);
});

it('the calendar part stands among the ways to read the letter, with its method', async () => {
  const house = await api.house();
  const booking = await book(house);
  await edit(house, booking.id, { title: 'Autre' }, house.admin);
  const [letter] = await mail.to(house.member.email);
  const types = letter?.attachments.map(({ contentType, filename }) => `${contentType} ${filename}`);
  expect(types).toContain('application/ics bota75.ics');
  expect(calendarOf(letter).method).toBe('REQUEST');
  expect(letter?.html).toContain('<html lang="fr">');
});

it('each change is told once, with a sequence that rises and the same UID', async () => {
  const house = await api.house();
  const booking = await book(house);
  await edit(house, booking.id, { start: '2026-03-16T14:00', end: '2026-03-16T15:00' }, house.admin);
  await edit(house, booking.id, { roomIds: [house.b] }, house.admin);
  const found = (await mail.to(house.member.email, 2)).map(calendarOf);
  expect(found.map(({ method, of }) => [method, of('uid'), of('sequence'), of('dtstart'), of('location')])).toEqual([
    ['REQUEST', booking.uid, '1', '2026-03-16T14:00:00', 'Salle A'],
    ['REQUEST', booking.uid, '2', '2026-03-16T14:00:00', 'Salle B'],
  ]);
  expect(await letters()).toHaveLength(2);
});

it('of a series one date that is cancelled or moved is named, and the calendar gets the whole', async () => {
  const house = await api.house();
  const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  const [, second, third] = series.occurrences;
  await cancel(house, series.id, { scope: 'this', occurrenceId: second?.id }, house.coordinator);
  const moved = { scope: 'this', occurrenceId: third?.id, start: '2026-03-31T15:00', end: '2026-03-31T16:00' };
  await edit(house, series.id, moved, house.coordinator);
  const [first, last] = await mail.to(house.member.email, 2);
  expect(first?.text).toContain('une date de votre réservation « Assemblée »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'));
  expect(first?.text).toContain('lundi 23 mars 2026');
  expect(calendarOf(first)).toMatchObject({ method: 'REQUEST', events: 1 });
  expect(last?.text).toContain('mardi 31 mars 2026, 15:00–16:00');
  expect(calendarOf(last)).toMatchObject({ method: 'REQUEST', events: 2 });
});

it('the rest of a series that is cancelled is told as such, and the calendar keeps what comes before', async () => {
  const house = await api.house();
  const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  await cancel(house, series.id, { scope: 'following', occurrenceId: series.occurrences[2]?.id }, house.coordinator);
  const [letter] = await mail.to(house.member.email);
  expect(letter?.subject).toBe('Dates annulées\u00a0: Assemblée');
  expect(letter?.text).toContain('lundi 30 mars 2026');
  expect(calendarOf(letter)).toMatchObject({ method: 'REQUEST', events: 1 });
  expect(calendarOf(letter).of('rrule')).toBe('FREQ=WEEKLY;COUNT=2');
});

it('a series that goes on otherwise from one date is told once, with what goes on and what ends for the calendar', async () => {
  const house = await api.house();
  const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  const later = { scope: 'following', occurrenceId: series.occurrences[2]?.id, start: '2026-03-30T15:00', end: '2026-03-30T16:00' };
  const { status, body } = await edit(house, series.id, later, house.coordinator);
  expect(status).toBe(200);
  const [letter, ...more] = await mail.to(house.member.email);
  expect([more, await letters()]).toEqual([[], [expect.objectContaining({ kind: 'booking-changed' })]]);
  expect(letter?.text).toContain('lundi 30 mars 2026, 15:00–16:00');
  expect(calendarOf(letter).of('uid')).toBe((body as unknown as { uid: string }).uid);
  const beside = letter?.attachments.find(({ filename }) => filename === 'bota75-2.ics')?.content.toString() ?? '';
  expect(beside).toContain(`UID:${series.uid}`);
  expect(beside).toContain('METHOD:REQUEST');
});

it('a series that changes from its first date on is one for the calendar', async () => {
  const house = await api.house();
  const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  const change = { scope: 'following', occurrenceId: series.occurrences[0]?.id, start: '2026-03-16T15:00', end: '2026-03-16T16:00' };
  expect((await edit(house, series.id, change, house.coordinator)).status).toBe(200);
  const [letter] = await mail.to(house.member.email);
  expect(calendarOf(letter).of('uid')).toBe(series.uid);
  expect(letter?.attachments.map(({ filename }) => filename)).not.toContain('bota75-2.ics');
});

it('what stands in a title or a name is a line of its own nowhere', async () => {
  const house = await api.house();
  const booking = await book(house, { title: 'Fête\r\nATTENDEE:mailto:x@y.z\rX-EVIL:1' });
  expect(booking.title).toBe('Fête ATTENDEE:mailto:x@y.z X-EVIL:1');
  await api.db.query(`UPDATE person SET display_name = E'A\rX-EVIL:1' WHERE id = $1`, [house.member.id]);
  await edit(house, booking.id, { title: 'Bal\nX-EVIL:1', description: 'Un\r\nDeux\rX-EVIL:1' }, house.coordinator);
  const [letter] = await mail.to(house.member.email);
  expect(letter?.subject).toBe('Réservation modifiée\u00a0: Bal X-EVIL:1');
  const { text, of } = calendarOf(letter);
  expect(text.split(/\r\n|\r|\n/).filter((line) => line.startsWith('X-EVIL'))).toEqual([]);
  expect(of('description')).toMatch(/^Un\nDeux\nX-EVIL:1/);
});

it('who changes their own booking gets no letter, and nobody else does', async () => {
  const house = await api.house();
  const booking = await book(house);
  await edit(house, booking.id, { title: 'Autre' }, house.member);
  await cancel(house, booking.id, {}, house.member);
  expect(await letters()).toEqual([]);
});

it('a change that is refused tells nothing', async () => {
  const house = await api.house();
  await book(house, { start: '2026-03-16T14:00', end: '2026-03-16T15:00' });
  const booking = await book(house);
  expect((await edit(house, booking.id, { start: '2026-03-16T14:30', end: '2026-03-16T15:30' }, house.admin)).status).toBe(409);
  expect((await cancel(house, booking.id, {}, house.neighbour)).status).toBe(403);
  expect(await letters()).toEqual([]);
});

it('who left the organisation hears nothing more of its private bookings', async () => {
  const house = await api.house();
  const booking = await book(house, { visibility: 'private' });
  await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id]);
  await cancel(house, booking.id, {}, house.admin);
  expect(await letters()).toEqual([]);
});

it('speaks the language of who booked', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE person SET language = 'nl' WHERE id = $1`, [house.member.id]);
  const booking = await book(house);
  await cancel(house, booking.id, {}, house.coordinator);
  const [letter] = await mail.to(house.member.email);
  expect([letter?.subject, letter?.text?.includes('maandag 16 maart 2026')]).toEqual(['Reservatie geannuleerd: Assemblée', true]);
});
