import type { Booking, NewFeed, OutsideAnswer } from '@bota/booking/domain';
import type { PersonalExport } from '@bota/people/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { titlesTo } from './notifications.fixture';
import { asksFor, openToNeighbours } from './outside.fixture';
import { calendarsOf } from './participant.fixture';
import { answers, answersHere, changes, declinedTasks, eventOf, looks, move, moved, on, repliesOf, useReaders } from './reply.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);

const reader = useReaders(api);
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

const logged = async (house: House): Promise<{ kind: string; person_id: string | null; after: object | null }[]> =>
  api.db.query(`SELECT kind, person_id, after FROM log WHERE space_id = $1 AND kind LIKE 'booking.repl%' ORDER BY id`, [house.id]);
describe('the link', () => {
  it('with a secret that nobody was given, or of another house, opens nothing', async () => {
    const [house, other] = [await api.house(), await api.house()];
    await moved(house);
    const secret = await mail.secretTo(house.member.email);
    for (const [where, token] of [
      [house, 'x'.repeat(43)],
      [other, secret],
    ] as const) {
      expect((await looks(where, reader(), token)).body.code).toBe('link/over');
      const { status, body } = await answers(where, reader(), token, 'accepted');
      expect([status, body.code]).toEqual([410, 'link/over']);
    }
    expect(await logged(house)).toEqual([]);
  });

  it.each([
    ['no secret', {}],
    ['half a secret', { token: 'abc', answer: 'accepted' }],
    ['no answer', { token: 'x'.repeat(43) }],
    ['an answer that is none', { token: 'x'.repeat(43), answer: 'maybe' }],
    ['a word that never ends', { token: 'x'.repeat(43), answer: 'declined', note: 'a'.repeat(501) }],
  ])('with %s is bad input', async (_, body) => {
    const house = await api.house();
    const { status, body: problem } = await reader().post<Problem>(house.path('booking-replies'), body);
    expect([status, problem.code, problem.errors?.length]).toEqual([400, 'invalid-input', expect.any(Number)]);
  });

  it('that is only looked at, by a person or a program, answers nothing', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    const secret = await mail.secretTo(house.member.email);
    const [letter] = await mail.to(house.member.email);
    for (const [, link = ''] of `${letter?.text}`.matchAll(/(\/[\w/-]+)#[\w-]{43}/g)) await reader().get(link);
    expect((await reader().get(house.path('booking-replies'))).status).toBe(405);
    const { body } = await looks(house, reader(), secret);
    expect(body).toMatchObject({
      title: 'Assemblée',
      start: '2026-03-16T13:00:00.000Z',
      where: 'Salle A',
      by: 'Coordinator',
      answer: null,
    });
    expect(await repliesOf(house, id)).toMatchObject([{ answer: null, name: 'Member', answeredAt: null }]);
    expect(await logged(house)).toEqual([]);
  });

  it('of an older change says that the booking changed since; the newer one is answered', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    const old = await mail.secretTo(house.member.email);
    await move(house, id, 16);
    const secret = await mail.secretTo(house.member.email, 2);
    for (const { status, body } of [await looks(house, reader(), old), await answers(house, reader(), old, 'declined')])
      expect([status, body.code]).toEqual([409, 'reply/changed-since']);
    expect((await answers(house, reader(), secret, 'accepted')).body).toMatchObject({
      answer: 'accepted',
      start: '2026-03-16T15:00:00.000Z',
    });
    expect(await repliesOf(house, id)).toMatchObject([{ answer: 'accepted' }]);
  });

  it('asks no more once who is asked changed it themselves', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    const secret = await mail.secretTo(house.member.email);
    await move(house, id, 17, house.member);
    expect((await answers(house, reader(), secret, 'declined')).body.code).toBe('reply/changed-since');
    expect([await repliesOf(house, id), await declinedTasks(house)]).toEqual([[], []]);
  });

  it.each([
    ['was cancelled', async (house: House, id: string) => void (await house.admin.post(house.path(`bookings/${id}/cancellation`), {}))],
    ['is over', async () => api.setNow('2026-03-16T16:00:00Z')],
  ])('of a booking that %s is answered by nobody', async (_, end) => {
    const house = await api.house();
    const { id } = await moved(house);
    const secret = await mail.secretTo(house.member.email);
    await answers(house, reader(), secret, 'declined');
    await end(house, id);
    const { status, body } = await answers(house, reader(), secret, 'accepted');
    expect([status, body.code, await declinedTasks(house), await repliesOf(house, id)]).toEqual([410, 'reply/over', [], []]);
  });

  it('of who may not hear of the booking any more opens nothing', async () => {
    const house = await api.house();
    await moved(house, { visibility: 'private' });
    const secret = await mail.secretTo(house.member.email);
    await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id]);
    expect((await looks(house, reader(), secret)).body.code).toBe('link/over');
    expect((await answers(house, reader(), secret, 'accepted')).body.code).toBe('link/over');
  });

  it('is guessed at so often, and then waits', async () => {
    const [house, who] = [await api.house(), reader()];
    const statuses: number[] = [];
    for (let turn = 0; turn < 61; turn++) statuses.push((await looks(house, who, 'y'.repeat(43))).status);
    expect([statuses.slice(0, 60).every((status) => status === 410), statuses[60]]).toEqual([true, 429]);
  });

  it('that was given is opened as often as one likes', async () => {
    const [house, who] = [await api.house(), reader()];
    await moved(house);
    const secret = await mail.secretTo(house.member.email);
    const statuses: number[] = [];
    for (let turn = 0; turn < 65; turn++) statuses.push((await looks(house, who, secret)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('of a series says how it repeats and how many dates are to come', async () => {
    const house = await api.house();
    const { id } = await moved(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
    const { occurrences } = (await house.member.get<Booking>(house.path(`bookings/${id}`))).body;
    const secret = await mail.secretTo(house.member.email);
    await house.member.post(house.path(`bookings/${id}/cancellation`), { scope: 'this', occurrenceId: occurrences[2]?.id });
    api.setNow('2026-03-17T08:00:00Z');
    const { body } = await looks(house, reader(), secret);
    expect(body).toMatchObject({ start: '2026-03-23T13:00:00.000Z', series: { rrule: 'FREQ=WEEKLY;COUNT=4', dates: 2 } });
  });

  it('of a series of which one date moves since asks about all of it still', async () => {
    const house = await api.house();
    const { id } = await moved(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
    const { occurrences } = (await house.member.get<Booking>(house.path(`bookings/${id}`))).body;
    const secret = await mail.secretTo(house.member.email);
    await changes(house, id, { scope: 'this', occurrenceId: occurrences[1]?.id, ...on(24, 15) });
    expect((await answers(house, reader(), secret, 'declined')).status).toBe(200);
    expect((await looks(house, reader(), await mail.secretTo(house.member.email, 2))).body.answer).toBeNull();
  });

  it('of one date asks about this date, until it is over', async () => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
    const change = { scope: 'this', occurrenceId: series.occurrences[1]?.id, start: '2026-03-24T15:00', end: '2026-03-24T16:00' };
    await house.coordinator.patch(house.path(`bookings/${series.id}`), change);
    const secret = await mail.secretTo(house.member.email);
    expect((await looks(house, reader(), secret)).body.start).toBe('2026-03-24T14:00:00.000Z');
    api.setNow('2026-03-24T15:00:00Z');
    expect((await looks(house, reader(), secret)).body.code).toBe('reply/over');
  });
});

describe('an answer', () => {
  it('that it suits is seen by who may change the booking, and told to nobody', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    expect((await answers(house, reader(), await mail.secretTo(house.member.email), 'accepted', 'Parfait')).status).toBe(200);
    expect(await repliesOf(house, id)).toMatchObject([{ answer: 'accepted', note: 'Parfait', name: 'Member', isOutsider: false }]);
    expect(await repliesOf(house, id, house.member)).toMatchObject([{ isMine: true, by: 'Coordinator', may: { settle: false } }]);
    expect([await declinedTasks(house), (await titlesTo(house, house.coordinator)).filter((title) => /convient/.test(title))]).toEqual([
      [],
      [],
    ]);
    expect(await logged(house)).toEqual([{ kind: 'booking.replied', person_id: house.member.id, after: { answer: 'accepted' } }]);
  });

  it('that it does not waits for the coordination, and reaches who made the change, once however often it is sent', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    const secret = await mail.secretTo(house.member.email);
    for (let turn = 0; turn < 3; turn++) expect((await answers(house, reader(), secret, 'declined', 'Trop tard')).status).toBe(200);
    expect(await declinedTasks(house)).toMatchObject([{ name: 'Assemblée', path: `bookings/${id}`, due: '2026-03-16', urgency: 'decide' }]);
    const [letter, ...more] = await mail.to(house.coordinator.email);
    expect(more).toEqual([]);
    expect(letter?.text).toContain(`Member répond que «\u00a0Assemblée\u00a0» ne convient pas ainsi`);
    expect(letter?.text).not.toContain('Trop tard');
    expect((await titlesTo(house, house.coordinator)).filter((title) => /ne convient pas/.test(title))).toHaveLength(1);
    expect(await logged(house)).toHaveLength(1);
  });

  it.each([[2], [12]])('of %i at once counts once', async (count) => {
    const house = await api.house();
    const { id } = await moved(house);
    const secret = await mail.secretTo(house.member.email);
    const all = await Promise.all(Array.from({ length: count }, () => answers(house, reader(), secret, 'declined')));
    expect(all.map(({ status }) => status)).toEqual(Array(count).fill(200));
    expect([await logged(house), await repliesOf(house, id), await declinedTasks(house)].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(await mail.to(house.coordinator.email)).toHaveLength(1);
  });

  it('that meets a change is to the old one or refused, never to the new one', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const house = await api.house();
      const { id } = await moved(house);
      const secret = await mail.secretTo(house.member.email);
      const [answer] = await Promise.all([answers(house, reader(), secret, 'declined'), move(house, id, 16)]);
      expect([200, 409]).toContain(answer.status);
      expect([await repliesOf(house, id), await declinedTasks(house)]).toMatchObject([[{ answer: null }], []]);
    }
  });

  it('may be taken back: the coordination has nothing to see to any more', async () => {
    const house = await api.house();
    await moved(house);
    const secret = await mail.secretTo(house.member.email);
    await answers(house, reader(), secret, 'declined');
    await answers(house, reader(), secret, 'accepted');
    expect(await declinedTasks(house)).toEqual([]);
    expect((await logged(house)).map(({ after }) => after)).toEqual([{ answer: 'declined' }, { answer: 'accepted' }]);
  });

  it('is seen to by the coordination alone, once; then nothing waits', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    await answers(house, reader(), await mail.secretTo(house.member.email), 'declined');
    const [reply] = await repliesOf(house, id);
    const settle = (who = house.coordinator) => who.post(house.path(`bookings/${id}/replies/${reply?.id}/settlement`), {});
    expect((await settle(house.member)).status).toBe(403);
    expect((await Promise.all([settle(), settle()])).map(({ status }) => status).sort()).toEqual([204, 404]);
    expect([await declinedTasks(house), await repliesOf(house, id)]).toMatchObject([[], [{ settledAt: expect.any(String) }]]);
  });

  it('is given in the application too, by who is asked and nobody else', async () => {
    const house = await api.house();
    const { id } = await moved(house);
    expect((await answersHere(house, house.admin, id, 'declined')).body.code).toBe('reply/not-asked');
    expect((await answersHere(house, house.stranger, id, 'declined')).status).toBe(404);
    expect((await answersHere(house, house.member, id, 'declined')).status).toBe(204);
    expect(await repliesOf(house, id)).toMatchObject([{ answer: 'declined' }]);
    expect((await house.neighbour.get(house.path(`bookings/${id}/replies`))).status).toBe(403);
  });
});

describe('calendars', () => {
  it('are told that an answer waits, where to give it, and to write nowhere', async () => {
    const house = await api.house();
    await moved(house, { description: 'Avec le projecteur' });
    const secret = await mail.secretTo(house.member.email);
    const { attendee, of } = eventOf((await mail.to(house.member.email))[0]);
    expect([attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')]).toEqual(['NEEDS-ACTION', 'FALSE']);
    expect(of('description')).toMatch(/^Avec le projecteur\n\nRépondre/);
    expect(of('description')).toContain(`/${house.slug}/reply#${secret}`);
  });

  it.each([
    ['accepted', 'ACCEPTED'],
    ['declined', 'DECLINED'],
  ] as const)('are told afterwards that it was %s, with the word to it', async (answer, status) => {
    const house = await api.house();
    const { id } = await moved(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=2' } });
    await answers(house, reader(), await mail.secretTo(house.member.email), answer, 'Bien noté');
    const { occurrences } = (await house.member.get<Booking>(house.path(`bookings/${id}`))).body;
    await house.admin.post(house.path(`bookings/${id}/cancellation`), { scope: 'this', occurrenceId: occurrences[1]?.id });
    const { attendee, of } = eventOf((await mail.to(house.member.email, 2))[1]);
    expect([attendee?.getParameter('partstat'), of('comment'), of('description')]).toEqual([status, 'Bien noté', '']);
  });

  it('that follow us hold no link to answer by', async () => {
    const house = await api.house();
    await moved(house);
    const { path } = (await house.member.post<NewFeed>(house.path('feeds'), { kind: 'person' })).body;
    const { text } = await api.anonymous().get(path);
    expect(text).toContain('Assemblée');
    expect(text).not.toContain('/reply');
  });
});

describe('a neighbour whose request was accepted', () => {
  async function accepted() {
    const house = await openToNeighbours(api);
    const { id, email, start, end } = await asksFor(api, mail, house);
    const wish = { verdict: 'accept', organisationId: house.racines, roomIds: [house.a], start, end, title: 'Fête de rue' };
    const { bookingId } = (await house.coordinator.post<OutsideAnswer>(house.path(`outside-requests/${id}/decision`), wish)).body;
    return { house, email, requestId: id, bookingId: bookingId as string, secret: await mail.secretTo(email, 2) };
  }

  it('answers without an account; the log and the letters do not say who', async () => {
    const { house, secret, bookingId } = await accepted();
    expect((await answers(house, reader(), secret, 'declined', 'Appelez Zoé')).body).toMatchObject({ title: 'Fête de rue' });
    expect(await logged(house)).toEqual([{ kind: 'booking.replied', person_id: null, after: { answer: 'declined' } }]);
    expect(await declinedTasks(house)).toMatchObject([{ name: 'Fête de rue' }]);
    const letter = (await mail.to(house.coordinator.email, 2)).find(({ subject }) => subject?.startsWith('Cela ne convient pas'));
    expect(letter?.text).toContain('Une personne du voisinage répond');
    expect(letter?.text).not.toContain('Zoé');
    expect(await repliesOf(house, bookingId)).toMatchObject([{ name: 'Zoé Martin', isOutsider: true, note: 'Appelez Zoé' }]);
    expect(await repliesOf(house, bookingId, house.admin)).toMatchObject([{ name: '', isOutsider: true }]);
  });

  it('keeps the other dates when one of them is cancelled', async () => {
    const { house, email, bookingId } = await accepted();
    const change = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } };
    const { body } = await house.coordinator.patch<Booking>(house.path(`bookings/${bookingId}`), change);
    const cancellation = { scope: 'this', occurrenceId: body.occurrences[1]?.id };
    await house.coordinator.post(house.path(`bookings/${bookingId}/cancellation`), cancellation);
    const letter = (await mail.to(email, 4))[3];
    expect(letter?.text).toContain('lundi 23 mars 2026');
    expect(calendarsOf(letter)).toMatchObject([{ method: 'REQUEST', events: 1, exdates: 1 }]);
  });

  it('hears once of a series that goes on otherwise, and of what becomes of it then', async () => {
    const { house, email, bookingId } = await accepted();
    const change = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=3' } };
    const { body } = await house.coordinator.patch<Booking>(house.path(`bookings/${bookingId}`), change);
    const later = { scope: 'following', occurrenceId: body.occurrences[1]?.id, start: '2026-03-23T17:00', end: '2026-03-23T18:00' };
    const next = (await house.coordinator.patch<Booking>(house.path(`bookings/${bookingId}`), later)).body;
    const letter = (await mail.to(email, 4))[3];
    expect(letter?.text).toContain('lundi 23 mars 2026, 17:00–18:00');
    expect(calendarsOf(letter)).toMatchObject([{ uid: next.uid }, { uid: body.uid }]);
    await house.coordinator.post(house.path(`bookings/${next.id}/cancellation`), {});
    expect(calendarsOf((await mail.to(email, 5))[4])).toMatchObject([{ method: 'CANCEL', uid: next.uid }]);
    expect(await mail.to(email)).toHaveLength(5);
  });

  it('is forgotten with their request: link, answer and word', async () => {
    const { house, secret, requestId, bookingId } = await accepted();
    await answers(house, reader(), secret, 'declined', 'Appelez Zoé');
    expect((await house.coordinator.delete(house.path(`outside-requests/${requestId}`))).status).toBe(204);
    expect((await answers(house, reader(), secret, 'accepted')).body.code).toBe('link/over');
    expect([await repliesOf(house, bookingId), await declinedTasks(house)]).toEqual([[], []]);
  });
});

it('answers are handed out with what else is known of a person, and go when they go', async () => {
  const house = await api.house();
  const { id } = await moved(house);
  const secret = await mail.secretTo(house.member.email);
  await answers(house, reader(), secret, 'declined', 'Trop tard');
  const { body } = await house.member.get<PersonalExport>('/api/me/export');
  expect(body.data['bookingReplies']).toMatchObject([{ title: 'Assemblée', answer: 'declined', note: 'Trop tard' }]);
  expect((await house.member.post('/api/me/erasure', { email: house.member.email })).status).toBe(204);
  expect([await repliesOf(house, id), (await looks(house, reader(), secret)).body.code]).toEqual([[], 'link/over']);
});
