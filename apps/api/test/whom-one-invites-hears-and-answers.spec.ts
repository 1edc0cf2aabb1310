import type { Booking, NewFeed } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import { calendar, confirm, event, said } from './calendar.import.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { anotherProcess, toldTo } from './notifications.fixture';
import { calendarsOf, cancels, edits, invited, reads, useGuests } from './participant.fixture';
import { answers, looks, repliesOf } from './reply.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);

const { write, addressOf, lettersTo, letters, reader } = useGuests(api, mail);
let [ADA, BO, CY] = ['', '', ''];
const SERIES = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } };
const answersOf = async (house: House, id: string) =>
  (await reads(house, id)).body.participants?.map(({ email, answer, note }) => [email, answer, note]);
beforeEach(() => {
  [ADA, BO, CY] = ['ada', 'bo', 'cy'].map(addressOf) as [string, string, string];
});

describe('is refused', () => {
  it.each([
    ['an address that is none', [{ email: 'ada' }], 'participants.0.email'],
    ['nobody', [{ name: 'Ada' }], 'participants.0.email'],
    ['a name that never ends', [{ email: 'ada@b75.example', name: 'a'.repeat(121) }], 'participants.0.name'],
    ['more than fifty', Array.from({ length: 51 }, (_, n) => ({ email: `p${n}@invited.example` })), 'participants'],
    ['what is no list', 'ada@b75.example', 'participants'],
  ])('%s, and named: nothing is booked', async (_, participants, path) => {
    const house = await api.house();
    const { status, body } = await ask(house, { participants: participants as never });
    expect([status, body.code, body.errors?.map((error) => error.path)]).toEqual([400, 'invalid-input', [path]]);
    const { id } = await book(house);
    expect((await edits(house, id, { participants })).body.errors?.map((error) => error.path)).toEqual([path]);
    expect(await lettersTo(ADA)).toEqual([0]);
  });

  it('for one date alone: participants belong to all', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, SERIES);
    const { body } = await edits(house, id, { scope: 'this', occurrenceId: occurrences[1]?.id, ...invited(ADA) });
    expect([body.code, body.errors?.[0]?.path]).toEqual(['booking/not-for-one-date', 'participants']);
    expect([(await reads(house, id)).body.participants, await lettersTo(ADA)]).toEqual([[], [0]]);
  });

  it('from who may not change the booking, and counts against nobody', async () => {
    const house = await api.house();
    const { id } = await book(house);
    const many = invited(...Array.from({ length: 50 }, (_, n) => `p${n}@invited.example`));
    for (let turn = 0; turn < 13; turn++) expect((await edits(house, id, many, house.neighbour)).status).toBe(403);
    expect((await edits(house, id, invited(ADA))).status).toBe(200);
  });

  it('beyond so many letters a day, with the time to wait', async () => {
    const house = await api.house();
    const many = (turn: number) => invited(...Array.from({ length: 50 }, (_, n) => `p${turn}-${n}@invited.example`));
    const { id } = await book(house);
    for (let turn = 0; turn < 12; turn++) expect((await edits(house, id, many(turn))).status).toBe(200);
    const { status, body, headers } = await edits(house, id, many(12));
    expect([status, body.code, Number(headers.get('retry-after')) > 0]).toEqual([429, 'too-many-attempts', true]);
    expect((await cancels(house, id)).status).toBe(200);
  });
});

describe('the list', () => {
  it('holds each address once, whatever its capitals, and not who books', async () => {
    const house = await api.house();
    const participants = [{ email: ADA.toUpperCase(), name: 'Ada' }, { email: ADA }, { email: house.member.email.toUpperCase() }];
    const { participants: kept } = await book(house, { participants });
    expect(kept).toEqual([{ email: ADA, name: 'Ada', answer: null, note: '' }]);
  });

  it('says the same of an address with an account and of one without', async () => {
    const house = await api.house();
    const { participants } = await book(house, invited(house.neighbour.email, ADA));
    expect(participants).toEqual([house.neighbour.email, ADA].map((email) => ({ email, name: '', answer: null, note: '' })));
  });

  it('is for the organisation and the coordination; nobody else finds an address, wherever they look', async () => {
    const house = await api.house();
    const { id } = await book(house, { visibility: 'public', title: 'Fête', ...invited(ADA) });
    for (const who of [house.colleague, house.admin, house.coordinator])
      expect((await reads(house, id, who)).body.participants).toMatchObject([{ email: ADA }]);
    const { path: feed } = (await house.neighbour.post<NewFeed>(house.path('feeds'), { kind: 'room', roomId: house.a })).body;
    const seen = await Promise.all([
      reads(house, id, house.neighbour),
      reads(house, id, api.anonymous()),
      house.neighbour.get(house.path('calendar?from=2026-03-16&to=2026-03-17')),
      house.neighbour.get(house.path('search?q=invited')),
      house.neighbour.get(house.path(`bookings/${id}/replies`)),
      house.coordinator.get(house.path('log')),
      house.coordinator.get(house.path(`bookings/${id}/replies`)),
      house.coordinator.get(house.path('search?q=invited')),
      api.anonymous().get(feed),
      api.anonymous().get(`/feeds/spaces/${house.slug}.ics`),
    ]);
    for (const { text } of seen) expect(text).not.toMatch(/invited\.example|"participants":\[/);
    await edits(house, id, invited(BO));
    const rows: unknown[] = await api.db.query('SELECT before, after, facts FROM log WHERE space_id = $1', [house.id]);
    expect(JSON.stringify(rows)).not.toMatch(/invited\.example/);
  });
});

describe('one letter', () => {
  it('invites, in the language of the account or else of who books, for the calendar and with the link to answer', async () => {
    const house = await api.house();
    await api.db.query(`UPDATE person SET language = 'nl' WHERE id = $1`, [house.neighbour.id]);
    const { uid, id } = await book(house, { participants: [{ email: ADA, name: 'Ada "A"' }, { email: house.neighbour.email }] });
    const [letter, ...more] = await letters(ADA, 1);
    expect([letter?.subject, more]).toEqual(['Invitation\u00a0: Assemblée', []]);
    expect(letter?.text).toContain('Racines vous invite à «\u00a0Assemblée\u00a0»');
    const secret = await mail.secretTo(ADA);
    const part = { method: 'REQUEST', uid, sequence: 0, attendees: [ADA], partstat: 'NEEDS-ACTION' };
    expect(calendarsOf(letter)).toMatchObject([part]);
    expect(calendarsOf(letter)[0]?.description).toContain(`/${house.slug}/reply#${secret}`);
    expect(letter?.text).not.toContain(`/bookings/${id}`);
    expect((await letters(house.neighbour.email, 1))[0]?.subject).toBe('Uitnodiging: Assemblée');
  });

  it('is written once, whatever is asked again, at once, or by two processes', async () => {
    const [house, second] = [await api.house(), await anotherProcess(api)];
    const headers = { 'idempotency-key': '0123456789abcdef' };
    const all = await Promise.all([1, 2, 3].map(() => ask<Booking>(house, invited(ADA), house.member, headers)));
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    await Promise.all([write(), write(second), write(), write(second)]);
    const again = await ask<Booking>(house, invited(ADA), house.member, headers);
    expect([again.status, again.body]).toEqual([201, all[0]?.body]);
    expect(await lettersTo(ADA)).toEqual([1]);
    await second.close();
  });

  it('says what changed when time, place or title did, under the same UID; nobody hears of the rest', async () => {
    const house = await api.house();
    const { id, uid } = await book(house, invited(ADA));
    await letters(ADA, 1);
    await edits(house, id, { description: 'Avec le projecteur', attendees: 8, visibility: 'public' });
    expect(await lettersTo(ADA)).toEqual([1]);
    await edits(house, id, at('14:00–15:00'), house.coordinator);
    const [, letter] = await letters(ADA, 2);
    expect(letter?.subject).toBe('Invitation modifiée\u00a0: Assemblée');
    expect(letter?.text).toContain('14:00');
    const [part] = calendarsOf(letter);
    expect([part?.method, part?.uid, part?.partstat, (part?.sequence ?? 0) > 0]).toEqual(['REQUEST', uid, 'NEEDS-ACTION', true]);
  });

  it('of another title asks nothing anew of who answered, and again of who did not', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA, BO));
    await letters(ADA, 1);
    await answers(house, reader(), await mail.secretTo(ADA), 'accepted');
    await edits(house, id, { title: 'Bal' });
    const [, letter] = await letters(ADA, 2);
    expect([letter?.subject, calendarsOf(letter)[0]?.partstat]).toEqual(['Invitation modifiée\u00a0: Bal', 'ACCEPTED']);
    expect(letter?.text).not.toMatch(/#[\w-]{43}/);
    expect((await answers(house, reader(), await mail.secretTo(BO, 2), 'declined')).status).toBe(200);
    expect(await answersOf(house, id)).toMatchObject([
      [ADA, 'accepted', ''],
      [BO, 'declined', ''],
    ]);
  });

  it('of two changes at once, or before anybody heard of the first, tells how it is now', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA, BO));
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    const changes = [edits(house, id, { title: 'Réunion' }), edits(house, id, at('15:00–16:00'), house.coordinator)];
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all([write(), write(), write()]);
    expect(await lettersTo(ADA, BO)).toEqual([2, 2]);
    const [, letter] = await mail.to(ADA, 2);
    expect([letter?.subject, letter?.text?.includes('15:00')]).toEqual(['Invitation modifiée\u00a0: Réunion', true]);
  });

  it('written while it changes tells nobody twice of the same, and at last how it is', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA, BO));
    const titles = Array.from({ length: 6 }, (_, n) => `Titre ${n}`);
    const changes = titles.map((title) => edits(house, id, { title }));
    const written = Promise.all(titles.map(() => write()));
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(titles.map(() => 200));
    await written;
    const [ofAda = 0, ofBo] = await lettersTo(ADA, BO);
    expect([ofBo, ofAda <= 1 + titles.length]).toEqual([ofAda, true]);
    const { title } = (await reads(house, id)).body;
    const last = (await mail.to(ADA, ofAda)).at(-1);
    const said = (await mail.to(ADA, ofAda)).map(({ subject }) => subject);
    expect([last?.subject?.endsWith(title), new Set(said).size]).toEqual([true, ofAda]);
  });

  it('goes to who is added and to who is removed alone; who comes back in between hears nothing', async () => {
    const house = await api.house();
    const { id, uid } = await book(house, invited(ADA, BO));
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    await edits(house, id, invited(BO, CY));
    expect(await lettersTo(ADA, BO, CY)).toEqual([2, 1, 1]);
    const [, gone] = await mail.to(ADA, 2);
    expect([gone?.subject, calendarsOf(gone)[0]]).toMatchObject(['Invitation retirée\u00a0: Assemblée', { method: 'CANCEL', uid }]);
    await edits(house, id, invited(CY));
    await edits(house, id, invited(CY, BO));
    expect(await lettersTo(BO, CY)).toEqual([1, 1]);
    expect((await reads(house, id)).body.participants?.map(({ email }) => email)).toEqual([CY, BO]);
  });

  it('says that it is cancelled, once; what was cancelled before anybody heard of it is told to nobody', async () => {
    const house = await api.house();
    const { id, uid } = await book(house, invited(ADA));
    expect(await lettersTo(ADA)).toEqual([1]);
    await cancels(house, id, { reason: 'Fuite' }, house.coordinator);
    expect(await lettersTo(ADA)).toEqual([2]);
    expect(calendarsOf((await mail.to(ADA, 2))[1])).toMatchObject([{ method: 'CANCEL', uid }]);
    const other = await book(house, invited(BO));
    await cancels(house, other.id);
    expect(await lettersTo(ADA, BO)).toEqual([2, 0]);
  });

  it('that cannot be written keeps nobody else waiting, and is written once it can be', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA));
    await book(house, { ...at('14:00–15:00'), ...invited(BO) });
    await api.db.query(`UPDATE booking SET zone = 'Nowhere/None' WHERE space_id = $1 AND id = $2`, [house.id, id]);
    expect([await write(), await write()]).toEqual([1, 0]);
    await api.db.query(`UPDATE booking SET zone = 'Europe/Brussels' WHERE space_id = $1 AND id = $2`, [house.id, id]);
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
  });

  it('waits until what was asked for or held is confirmed', async () => {
    const house = await api.house();
    const roomId = await house.room({ name: 'Loge', capacity: 8, rules: { holdHours: 480 } });
    const held = await book(house, { roomIds: [roomId], holdUntil: '2026-03-03T10:00', ...invited(ADA) });
    const room = await house.room({
      name: 'Chapelle',
      capacity: 8,
      rules: { approval: { always: true, outsideHours: false, blocks: true } },
    });
    const [asked, turnedDown] = [
      await book(house, { roomIds: [room], ...invited(BO) }),
      await book(house, { roomIds: [room], ...at('14:00–15:00'), ...invited(CY) }),
    ];
    expect(await lettersTo(ADA, BO)).toEqual([0, 0]);
    await house.member.post(house.path(`bookings/${held.id}/confirmation`), {});
    await house.coordinator.post(house.path(`bookings/${asked.id}/decision`), { verdict: 'accept' });
    await house.coordinator.post(house.path(`bookings/${turnedDown.id}/decision`), { verdict: 'decline' });
    expect(await lettersTo(ADA, BO, CY)).toEqual([1, 1, 0]);
  });
});

describe('a series', () => {
  it('is told as a whole, without the dates that are skipped or cancelled', async () => {
    const house = await api.house();
    await book(house, { start: '2026-03-23T10:00', end: '2026-03-23T11:00' }, house.admin);
    const { id, occurrences } = await book(house, { ...SERIES, onRefused: 'skip', ...invited(ADA) });
    expect(calendarsOf((await letters(ADA, 1))[0])).toMatchObject([{ exdates: 1, events: 1 }]);
    await cancels(house, id, { scope: 'this', occurrenceId: occurrences[2]?.id });
    const [, letter] = await letters(ADA, 2);
    expect(calendarsOf(letter)).toMatchObject([{ method: 'REQUEST', events: 1 }]);
    expect(letter?.subject).toContain('Invitation modifiée');
  });

  it('keeps its participants when all of it changes, and when one date moves', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, { ...SERIES, ...invited(ADA, BO) });
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    const moved = { scope: 'this', occurrenceId: occurrences[1]?.id, start: '2026-03-24T10:00', end: '2026-03-24T11:00' };
    await edits(house, id, moved);
    expect(await lettersTo(ADA, BO)).toEqual([2, 2]);
    await edits(house, id, { title: 'Atelier' });
    expect(await lettersTo(ADA, BO)).toEqual([3, 3]);
    expect((await reads(house, id)).body.participants?.map(({ email }) => email)).toEqual([ADA, BO]);
    expect(calendarsOf((await mail.to(ADA, 3))[2])).toMatchObject([{ events: 2, attendees: [ADA] }]);
  });

  it('cut at a date takes them along, with one letter of both halves; who is no more of the rest hears that it ends', async () => {
    const house = await api.house();
    const { id, uid, occurrences } = await book(house, { ...SERIES, ...invited(ADA, BO) });
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    const cut = { scope: 'following', occurrenceId: occurrences[2]?.id, start: '2026-03-30T14:00', end: '2026-03-30T15:00' };
    const next = (await edits(house, id, { ...cut, ...invited(ADA, CY) })).body;
    expect(await lettersTo(ADA, BO, CY)).toEqual([2, 2, 1]);
    const [, both] = await mail.to(ADA, 2);
    expect(both?.subject).toContain('Invitation modifiée');
    expect(calendarsOf(both).map((part) => [part.method, part.uid])).toEqual([
      ['REQUEST', next.uid],
      ['REQUEST', uid],
    ]);
    const [, end] = await mail.to(BO, 2);
    expect(calendarsOf(end).map((part) => part.uid)).toEqual([uid]);
    expect([(await reads(house, id)).body, next].map(({ participants }) => participants?.map(({ email }) => email))).toEqual([
      [ADA, BO],
      [ADA, CY],
    ]);
  });
});

describe('an answer', () => {
  it('that nobody comes is told to who booked, once for each, without a name', async () => {
    const house = await api.house();
    await book(house, invited(ADA, BO));
    await letters(ADA, 1);
    const secret = await mail.secretTo(ADA);
    for (const answer of ['declined', 'declined', 'accepted', 'declined'] as const) await answers(house, reader(), secret, answer);
    const told = await toldTo(house, house.member);
    expect(told.map(({ title }) => title)).toEqual(['Quelqu’un ne viendra pas : Assemblée']);
    expect(JSON.stringify(told)).not.toContain(ADA);
  });

  it('is given by the link alone, and shows in the booking to who sees the list', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA, BO));
    await letters(ADA, 1);
    const secret = await mail.secretTo(ADA);
    expect((await looks(house, reader(), secret)).body).toMatchObject({
      isInvitation: true,
      title: 'Assemblée',
      organisation: 'Racines',
      answer: null,
    });
    expect((await answers(house, reader(), secret, 'declined', 'Grippée')).body).toMatchObject({ answer: 'declined' });
    expect(await answersOf(house, id)).toEqual([
      [ADA, 'declined', 'Grippée'],
      [BO, null, ''],
    ]);
    const { body } = await house.coordinator.get<{ items: { kind: string }[] }>(house.path('tasks'));
    expect([body.items.filter(({ kind }) => kind === 'booking-declined'), await repliesOf(house, id)]).toEqual([[], []]);
  });

  it('of twelve at once counts once; the last one stands', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA));
    await letters(ADA, 1);
    const secret = await mail.secretTo(ADA);
    const all = await Promise.all(Array.from({ length: 12 }, () => answers(house, reader(), secret, 'accepted')));
    expect(all.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect((await api.db.query(`SELECT FROM log WHERE space_id = $1 AND kind = 'booking.replied'`, [house.id])).length).toBe(1);
    expect(await answersOf(house, id)).toEqual([[ADA, 'accepted', '']]);
  });

  it('stays when what it is about stays, and is asked anew when that changes', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA));
    await letters(ADA, 1);
    const old = await mail.secretTo(ADA);
    await answers(house, reader(), old, 'accepted');
    await edits(house, id, { description: 'Autre' }, house.coordinator);
    expect([await lettersTo(ADA), await answersOf(house, id)]).toEqual([[1], [[ADA, 'accepted', '']]]);
    await edits(house, id, at('16:00–17:00'));
    await letters(ADA, 2);
    expect([await answersOf(house, id), (await answers(house, reader(), old, 'declined')).body.code]).toEqual([
      [[ADA, null, '']],
      'reply/changed-since',
    ]);
    expect((await answers(house, reader(), await mail.secretTo(ADA, 2), 'accepted')).status).toBe(200);
  });

  it.each([
    ['was removed', 'link/over', async (house: House, id: string) => void (await edits(house, id, invited(BO)))],
    ['is cancelled', 'reply/over', async (house: House, id: string) => void (await cancels(house, id))],
    ['is over', 'reply/over', async () => api.setNow('2026-03-16T16:00:00Z')],
  ])('is taken from nobody when it %s', async (_, code, end) => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA));
    await letters(ADA, 1);
    const secret = await mail.secretTo(ADA);
    await end(house, id);
    expect((await answers(house, reader(), secret, 'accepted')).body.code).toBe(code);
  });
});

it('an imported calendar invites nobody whom it names', async () => {
  const house = await api.house();
  const more = ['LOCATION:Salle A', `ATTENDEE;RSVP=TRUE:mailto:${ADA}`];
  expect(said(await confirm(house, calendar(event({ more }))))).toEqual(['a created']);
  expect(await lettersTo(ADA)).toEqual([0]);
  const rows: unknown[] = await api.db.query('SELECT FROM booking_participant WHERE space_id = $1', [house.id]);
  expect(rows).toEqual([]);
});
