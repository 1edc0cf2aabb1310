import { Invitations } from '@bota/booking/api';
import type { Calendar, CalendarDays, NewFeed, Upcoming } from '@bota/booking/domain';
import type { PersonalExport } from '@bota/people/domain';
import type { z } from 'zod';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { findTimes, timeOf } from './finding.fixture';
import { useMailServer } from './mail.fixture';
import { edits, invited, reads, useGuests } from './participant.fixture';
import { answers, answersHere, looks } from './reply.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);

const { addressOf, lettersTo, letters, reader } = useGuests(api, mail);
let [ADA, BO] = ['', ''];
beforeEach(() => {
  [ADA, BO] = ['ada', 'bo'].map(addressOf) as [string, string];
});

describe('who has an account', () => {
  it('finds it among their own bookings, in the agenda, in their calendar and when a time is looked for; not once they declined', async () => {
    const house = await api.house();
    await book(house, { visibility: 'private', title: 'Conseil', roomIds: [house.b], ...invited(house.neighbour.email) });
    const { path: feed } = (await house.neighbour.post<NewFeed>(house.path('feeds'), { kind: 'person' })).body;
    const own = async () =>
      (await house.neighbour.get<z.infer<typeof Upcoming>>(house.path('bookings?of=me'))).body.items.map(({ title }) => title);
    const window = 'from=2026-03-16&to=2026-03-17';
    const shown = async () =>
      (await house.neighbour.get<Calendar>(house.path(`calendar?${window}`))).body.items.map(({ title, own }) => [title, own]);
    const days = async () => (await house.neighbour.get<CalendarDays>(house.path(`calendar/days?${window}&who=me`))).body.items.length;
    const told = async () => (await api.anonymous().get(feed)).text.includes('SUMMARY:Conseil');
    const free = async () => {
      const query = { rooms: house.a, with: house.neighbour.id, from: '10:00', to: '12:00' };
      return (await findTimes(house, query, house.neighbour)).items.map(timeOf)[0];
    };
    expect([await own(), await told(), await free()]).toEqual([['Conseil'], true, '11:00–12:00']);
    expect([await shown(), await days()]).toEqual([[['Conseil', true]], 1]);
    await letters(house.neighbour.email, 1);
    await answers(house, reader(), await mail.secretTo(house.neighbour.email), 'declined');
    expect([await own(), await told(), await free()]).toEqual([[], false, '10:00–11:00']);
    expect([await shown(), await days()]).toEqual([[[undefined, undefined]], 0]);
  });

  it('opens it without the list, also when it is private; others do not', async () => {
    const house = await api.house();
    const { id } = await book(house, { visibility: 'private', ...invited(house.neighbour.email, ADA) });
    const { status, body, text } = await reads(house, id, house.neighbour);
    expect([status, body.title, body.participants, text.includes(ADA)]).toEqual([200, 'Assemblée', undefined, false]);
    expect((await reads(house, id, house.stranger)).status).toBe(404);
  });

  it('answers in the application too, once they were asked; nobody else does', async () => {
    const house = await api.house();
    const { id } = await book(house, { visibility: 'private', ...invited(house.neighbour.email) });
    expect((await answersHere(house, house.neighbour, id, 'accepted')).status).toBe(404);
    await letters(house.neighbour.email, 1);
    expect((await reads(house, id, house.neighbour)).body.invitation).toEqual({ answer: null, note: '' });
    expect((await answersHere(house, house.stranger, id, 'accepted')).status).toBe(404);
    expect((await answersHere(house, house.colleague, id, 'accepted')).body.code).toBe('reply/not-asked');
    expect((await answersHere(house, house.neighbour, id, 'accepted', 'Volontiers')).status).toBe(204);
    expect((await reads(house, id, house.neighbour)).body).toMatchObject({ invitation: { answer: 'accepted', note: 'Volontiers' } });
    const { body } = await reads(house, id);
    expect([body.participants, body.invitation]).toMatchObject([[{ answer: 'accepted' }], undefined]);
    await edits(house, id, invited());
    expect((await answersHere(house, house.neighbour, id, 'declined')).status).toBe(404);
  });

  it('takes their invitations along, and is invited to nothing once they left', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(house.neighbour.email, ADA));
    await letters(house.neighbour.email, 1);
    const secret = await mail.secretTo(house.neighbour.email);
    await answers(house, reader(), secret, 'accepted', 'Avec plaisir');
    const { body } = await house.neighbour.get<PersonalExport>('/api/me/export');
    expect(body.data['invitationsToBookings']).toMatchObject([{ title: 'Assemblée', answer: 'accepted', note: 'Avec plaisir' }]);
    expect(JSON.stringify(body)).not.toContain(ADA);
    expect((await house.neighbour.post('/api/me/erasure', { email: house.neighbour.email })).status).toBe(204);
    expect((await reads(house, id)).body.participants?.map(({ email }) => email)).toEqual([ADA]);
    expect((await looks(house, reader(), secret)).body.code).toBe('link/over');
  });
});

describe('what is over', () => {
  it('keeps no address for ever: names, answers and letters go, and what is still to come stays', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA, BO));
    const later = await book(house, { start: '2026-06-01T10:00', end: '2026-06-01T11:00', ...invited(BO) });
    expect(await lettersTo(ADA, BO)).toEqual([1, 2]);
    api.setNow('2026-06-15T08:00:00Z');
    for (let turn = 0; turn < 2; turn++) await api.app.get(Invitations).forget();
    const kept: object[] = await api.db.query('SELECT booking_id AS id, email::text FROM booking_participant WHERE space_id = $1', [
      house.id,
    ]);
    expect([kept, await lettersTo(ADA, BO)]).toEqual([[{ id: later.id, email: BO }], [0, 2]]);
    expect(await api.db.query('SELECT FROM booking_reply WHERE space_id = $1 AND booking_id = $2', [house.id, id])).toEqual([]);
  });

  it('writes to nobody: neither who came, nor who did not, nor a series that goes on as it was said', async () => {
    const house = await api.house();
    const { id } = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY' }, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    api.setNow('2026-03-18T08:00:00Z');
    await api.db.query('UPDATE booking SET version = version + 1 WHERE space_id = $1 AND id = $2', [house.id, id]);
    expect(await lettersTo(ADA)).toEqual([1]);
  });
});
