import type { Booking, OutsideAnswer, OutsideRequest, Preview } from '@bota/booking/domain';
import { HorizonJob, OutsideAsks, SkippedDates } from '@bota/booking/api';
import type { Problem, TaskList } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { ask, book } from './booking.fixture';
import { edited } from './edit.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { asked, asksFor, confirm, filled, openToNeighbours, send, someAddress, stamp } from './outside.fixture';

// Behind a proxy, as in a running house: each test asks from addresses of its own.
const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

const counted = async (house: House): Promise<number> =>
  (await api.db.query('SELECT count(*)::int AS count FROM outside_request WHERE space_id = $1', [house.id]))[0].count;
const acceptance = (house: House, { start, end, purpose: title }: OutsideRequest, wish: object = {}) => ({
  ...{ verdict: 'accept', organisationId: house.racines, roomIds: [house.a], start, end, title, ...wish },
});
const decide = (house: House, { id }: OutsideRequest, decision: object, who = house.coordinator) =>
  who.post<OutsideAnswer & Problem>(house.path(`outside-requests/${id}/decision`), decision);
const booking = async (house: House, id: string | null) => (await house.coordinator.get<Booking>(house.path(`bookings/${id}`))).body;
/** A stamp that is a minute old. */
async function minuteOld(house: House): Promise<string> {
  const handedOut = await stamp(house, api.anonymous());
  api.setNow('2026-03-02T08:01:00Z');
  return handedOut;
}

describe('a house that does not open itself to neighbours', () => {
  it('has no form, and takes none', async () => {
    const [house, open] = [await api.house(), await openToNeighbours(api)];
    const handedOut = await minuteOld(open);
    expect((await api.anonymous().get(house.path('outside-requests/form'))).status).toBe(404);
    expect((await send(house, api.anonymous(), { stamp: handedOut })).status).toBe(404);
    expect(await counted(house)).toBe(0);
  });

  it('is opened by its coordination alone, and says so to everybody', async () => {
    const house = await api.house();
    const path = `/api/spaces/${house.id}`;
    expect((await house.member.patch(path, { neighboursMayAsk: true })).status).toBe(403);
    expect((await house.coordinator.patch(path, { neighboursMayAsk: true })).status).toBe(200);
    expect((await api.anonymous().get<{ neighboursMayAsk: boolean }>(path)).body.neighboursMayAsk).toBe(true);
  });
});

describe('what a program sends', () => {
  it.each([
    ['at once', 0, 409, 'outside/too-fast'],
    ['after more than a day', 25 * 60, 410, 'outside/form-over'],
  ])('%s is refused', async (_, minutes, status, code) => {
    const house = await openToNeighbours(api);
    const handedOut = await stamp(house, api.anonymous());
    api.setNow(new Date(Date.parse('2026-03-02T08:00:00Z') + minutes * 60_000).toISOString());
    const answer = await send(house, api.anonymous(), { stamp: handedOut });
    expect([answer.status, answer.body.code, await counted(house)]).toEqual([status, code, 0]);
  });

  it.each([
    ['no stamp of ours', () => '1.abc'],
    ['a stamp that was moved', (stamp: string) => `${Number(stamp.split('.')[0]) - 60_000}.${stamp.split('.')[1]}`],
  ])('with %s is refused', async (_, forge) => {
    const house = await openToNeighbours(api);
    const answer = await send(house, api.anonymous(), { stamp: forge(await minuteOld(house)) });
    expect([answer.status, answer.body.code]).toEqual([410, 'outside/form-over']);
  });

  it('with the stamp of another house is refused', async () => {
    const [house, other] = [await openToNeighbours(api), await openToNeighbours(api)];
    const answer = await send(house, api.anonymous(), { stamp: await minuteOld(other) });
    expect(answer.body.code).toBe('outside/form-over');
  });

  it('into the field nobody sees is answered as ever, and forgotten', async () => {
    const house = await openToNeighbours(api);
    const email = someAddress();
    const answer = await send(house, api.anonymous(), { stamp: await minuteOld(house), email, website: 'https://spam.example' });
    expect([answer.status, answer.text, await counted(house)]).toEqual([202, '', 0]);
  });

  it('too often, to one address or from one, waits', async () => {
    const house = await openToNeighbours(api);
    const [handedOut, email, who] = [await minuteOld(house), someAddress(), api.anonymous()];
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn++) statuses.push((await send(house, who, { stamp: handedOut, email })).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    const many: number[] = [];
    for (let turn = 0; turn < 11; turn++) {
      const body = { name: 'Z', email: someAddress(), purpose: 'F', start: '2026-03-16T14:00', end: '2026-03-16T15:00', attendees: 2 };
      many.push((await who.post(house.path('outside-requests'), { ...body, language: 'fr', stamp: handedOut }, { headers })).status);
    }
    expect([many.slice(0, 10).every((status) => status === 202), many[10]]).toEqual([true, 429]);
  });

  it('is counted for an address when a letter goes there: who mistyped the day may put it right', async () => {
    const house = await openToNeighbours(api);
    const [handedOut, email, who] = [await minuteOld(house), someAddress(), api.anonymous()];
    const wish = { stamp: handedOut, email };
    for (let turn = 0; turn < 4; turn++)
      expect((await send(house, who, { ...wish, start: '2026-03-01T14:00', end: '2026-03-01T16:00' })).status).toBe(422);
    expect((await send(house, who, wish)).status).toBe(202);
  });
});

it('who has used up their own turn takes none from the others', async () => {
  const house = await openToNeighbours(api);
  const [handedOut, who] = [await minuteOld(house), api.anonymous()];
  const from = (address: string) => {
    const body = filled({ stamp: handedOut, email: someAddress() });
    return who.post(house.path('outside-requests'), body, { headers: { 'x-forwarded-for': address } });
  };
  for (let turn = 0; turn < 70; turn++) await from('192.0.2.66');
  expect([(await from('192.0.2.66')).status, (await from('192.0.2.67')).status]).toEqual([429, 202]);
  // Who has one address of IPv6 has all of its network.
  for (let turn = 0; turn < 10; turn++) await from(`2001:db8:0:7::${turn + 1}`);
  expect([(await from('2001:db8:0:7:ff::9')).status, (await from('2001:db8:0:8::1')).status]).toEqual([429, 202]);
});

describe('what a neighbour asks for', () => {
  it('reaches nobody before the link of the letter was followed; then the coordination, on its day and by letter', async () => {
    const house = await openToNeighbours(api);
    const [email, who] = [someAddress(), api.anonymous()];
    const answer = await send(house, who, { stamp: await minuteOld(house), email, roomId: house.studio });
    expect([answer.status, answer.text, await asked(house)]).toEqual([202, '', []]);
    const secret = await mail.secretTo(email);
    const [letter] = await mail.to(email);
    expect(letter?.text).toContain(`/${house.slug}/ask/confirm#${secret}`);
    // It goes to an address that anybody may have typed.
    expect(`${letter?.subject} ${letter?.text} ${letter?.html}`).not.toMatch(/Zoé|Fête|buffet|470 12/);
    expect((await confirm(house, who, secret)).status).toBe(204);
    const [request] = await asked(house);
    expect(request).toMatchObject({
      name: 'Zoé Martin',
      email,
      purpose: 'Fête de rue',
      roomId: house.studio,
      attendees: 12,
      bookingId: null,
    });
    const tasks = (await house.coordinator.get<TaskList>(house.path('tasks'))).body.items;
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: 'outside-request', id: request?.id, name: 'Fête de rue', due: '2026-03-16' }),
    );
    const [told] = await mail.to(house.coordinator.email);
    expect(told?.text).toContain('Fête de rue');
    expect(told?.text).not.toMatch(/Zoé|470 12|example/);
    const [{ log }] = await api.db.query(`SELECT json_agg(l)::text AS log FROM log l WHERE space_id = $1 AND kind LIKE 'outside%'`, [
      house.id,
    ]);
    expect(log).toContain('outside.asked');
    expect(log).not.toMatch(/Zoé|470 12|example/);
  });

  it('is confirmed once, however often its link is opened, in time, in its own house', async () => {
    const [house, other] = [await openToNeighbours(api), await openToNeighbours(api)];
    const [email, who, handedOut] = [someAddress(), api.anonymous(), await minuteOld(house)];
    await send(house, who, { stamp: handedOut, email });
    const secret = await mail.secretTo(email);
    const code = async (of: House) => (await confirm(of, who, secret)).body.code;
    expect(await code(other)).toBe('link/over');
    expect((await confirm(house, who, 'x'.repeat(43))).body.code).toBe('link/over');
    const answers = await Promise.all([1, 2, 3].map(() => confirm(house, who, secret)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    api.setNow('2026-03-02T20:00:00Z');
    expect((await confirm(house, who, secret)).status).toBe(204);
    expect([(await mail.to(house.coordinator.email)).length, (await asked(house)).length]).toEqual([1, 1]);
    api.setNow('2026-03-02T08:01:00Z');
    await send(house, who, { stamp: handedOut, email });
    const late = await mail.secretTo(email, 2);
    api.setNow('2026-03-03T08:01:00Z');
    expect((await confirm(house, who, late)).body.code).toBe('link/over');
    expect((await confirm(house, who, secret)).body.code).toBe('link/over');
    expect((await asked(house)).length).toBe(1);
  });

  it('is confirmed before its time, or no more: the coordination would not see it', async () => {
    const house = await openToNeighbours(api);
    const [email, who] = [someAddress(), api.anonymous()];
    await send(house, who, { stamp: await minuteOld(house), email, start: '2026-03-02T10:00', end: '2026-03-02T12:00' });
    const secret = await mail.secretTo(email);
    api.setNow('2026-03-02T09:00:00Z');
    expect((await confirm(house, who, secret)).body.code).toBe('link/over');
    expect(await asked(house)).toEqual([]);
  });

  it('is forgotten when nobody followed the link, with its letter; what was confirmed stays, for a year', async () => {
    const house = await openToNeighbours(api);
    const kept = await asksFor(api, mail, house);
    const email = someAddress();
    api.setNow('2026-03-02T08:00:00Z');
    await send(house, api.anonymous(), { stamp: await minuteOld(house), email });
    await mail.to(email);
    api.setNow('2026-03-03T08:01:00Z');
    await api.app.get(OutsideAsks).sweep();
    const letters = async (to: string) =>
      (await api.db.query('SELECT count(*)::int AS count FROM letter WHERE recipient = $1', [to]))[0].count;
    expect([await counted(house), await letters(email), await letters(kept.email)]).toEqual([1, 0, 1]);
    api.setNow('2027-03-16T14:00:00Z');
    await api.app.get(OutsideAsks).sweep();
    expect(await counted(house)).toBe(1);
    api.setNow('2027-03-16T16:00:00Z');
    await api.app.get(OutsideAsks).sweep();
    expect([await counted(house), await letters(kept.email)]).toEqual([0, 0]);
  });

  it.each([
    ['a room of another house', { roomId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a99' }, 'room/unknown', 'roomId'],
    ['the past', { start: '2026-03-01T10:00', end: '2026-03-01T11:00' }, 'outside/not-ahead', 'start'],
    ['two years ahead', { start: '2028-03-01T10:00', end: '2028-03-01T11:00' }, 'outside/not-ahead', 'start'],
    ['an end before its start', { end: '2026-03-16T13:00' }, 'booking/ends-before-it-starts', 'end'],
  ])('is not %s', async (_, wish, code, path) => {
    const house = await openToNeighbours(api);
    const { status, body } = await send(house, api.anonymous(), { stamp: await minuteOld(house), email: someAddress(), ...wish });
    expect([status, body.code, body.errors?.[0]?.path, await counted(house)]).toEqual([422, code, path, 0]);
  });

  it('is for the coordination of this house alone', async () => {
    const [house, other] = [await openToNeighbours(api), await openToNeighbours(api)];
    const request = await asksFor(api, mail, house);
    for (const who of [house.member, house.admin, house.stranger, other.coordinator]) {
      expect((await who.get(house.path('outside-requests'))).status).toBe(403);
      expect((await decide(house, request, { verdict: 'decline' }, who)).status).toBe(403);
      expect((await who.delete(house.path(`outside-requests/${request.id}`))).status).toBe(403);
    }
    expect((await api.anonymous().get(house.path('outside-requests'))).status).toBe(401);
    expect((await decide(other, request, { verdict: 'decline' }, other.coordinator)).status).toBe(404);
    expect((await other.coordinator.delete(other.path(`outside-requests/${request.id}`))).status).toBe(404);
    expect(await asked(other)).toEqual([]);
  });
});

describe('the answer', () => {
  it('accepts into a booking, in the name of who receives them; the asker is told, with a part for their calendar', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house, { language: 'nl' });
    const { status, body } = await decide(house, request, acceptance(house, request, { note: 'Welkom', visibility: 'public' }));
    expect(status).toBe(200);
    expect(await booking(house, body.bookingId)).toMatchObject({
      ...{ status: 'confirmed', title: 'Fête de rue', organisationId: house.racines, attendees: 12, visibility: 'public', description: '' },
      ...{ start: '2026-03-16T13:00:00.000Z', end: '2026-03-16T15:00:00.000Z', roomIds: [house.a] },
    });
    const letter = (await mail.to(request.email, 2)).at(-1);
    expect(letter?.subject).toBe('Maison: uw aanvraag is aanvaard');
    expect(letter?.text).toMatch(/“Fête de rue”, maandag 16 maart 2026, 14:00–16:00, Salle A[^]*Bericht: “Welkom”/);
    const part = letter?.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))?.content.toString() ?? '';
    expect(part).toMatch(/METHOD:REQUEST[^]*SUMMARY:Fête de rue/);
    expect(await asked(house)).toEqual([{ ...request, bookingId: body.bookingId }]);
    const tasks = (await house.coordinator.get<TaskList>(house.path('tasks'))).body.items;
    expect(tasks.filter(({ kind }) => kind === 'outside-request')).toEqual([]);
    expect((await decide(house, request, { verdict: 'decline' })).body.code).toBe('outside/answered');
  });

  it('at the price for outsiders, also when it is moved, and out of the quota of who receives them', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house);
    await house.coordinator.patch(house.path(`rooms/${house.a}`), { rules: { prices: { resident: 500, partner: 1000, outsider: 2000 } } });
    const quota = { per: 'month', counts: 'dates', limit: 1 };
    expect((await house.coordinator.post(house.path('quotas'), quota)).status).toBe(201);
    const draft = { ...acceptance(house, request), forOutsiders: true };
    const { body: preview } = await house.coordinator.post<Preview>(house.path('bookings/preview'), draft);
    expect([preview.price?.kind, preview.price?.hourlyCents]).toEqual(['outsider', 2000]);
    const { body } = await decide(house, request, acceptance(house, request));
    const booked = { id: body.bookingId ?? '' };
    const moved = await edited(house, booked, { start: '2026-03-17T15:00', end: '2026-03-17T16:00' }, house.coordinator);
    expect(moved.occurrences[0]?.priceCents).toBe(2000);
    expect((await ask(house, { start: '2026-03-18T10:00', end: '2026-03-18T11:00' })).status).toBe(201);
    expect((await ask(house, { start: '2026-03-19T10:00', end: '2026-03-19T11:00' })).body.reasons?.[0]?.code).toBe('QUOTA_EXCEEDED');
  });

  it('goes on as it began when the house goes on with it: further dates, regained ones and what is told before a change', async () => {
    const house = await openToNeighbours(api);
    await api.db.query('UPDATE space SET horizon_days = 30 WHERE id = $1', [house.id]);
    const request = await asksFor(api, mail, house);
    await house.coordinator.patch(house.path(`rooms/${house.a}`), { rules: { prices: { resident: 500, partner: 1000, outsider: 2000 } } });
    const { body } = await decide(house, request, acceptance(house, request));
    const id = body.bookingId ?? '';
    const taker = await book(house, { start: '2026-03-23T14:00', end: '2026-03-23T16:00' });
    const recurrence = { rrule: 'FREQ=WEEKLY' };
    await edited(house, { id }, { recurrence, onRefused: 'skip', retrySkipped: true }, house.coordinator);
    await house.coordinator.post(house.path('quotas'), { per: 'month', counts: 'dates', limit: 1 });
    const asking = { bookingId: id, roomIds: [house.a], start: '2026-03-16T17:00', end: '2026-03-16T18:00', organisationId: house.racines };
    const { body: preview } = await house.coordinator.post<Preview>(house.path('bookings/preview'), asking);
    expect([preview.price?.kind, preview.occurrences[0]?.verdict, preview.quotas]).toEqual(['outsider', 'free', []]);
    await house.coordinator.post(house.path(`bookings/${taker.id}/cancellation`), {});
    await api.app.get(SkippedDates).retry();
    api.setNow('2026-03-15T08:00:00Z');
    await api.app.get(HorizonJob).roll();
    const { occurrences } = await booking(house, id);
    expect(occurrences.length).toBeGreaterThan(4);
    expect(occurrences.map(({ status, priceCents }) => [status, priceCents])).toEqual(occurrences.map(() => ['confirmed', 4000]));
  });

  it('declines with a word, and nothing is booked', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house);
    const { body } = await decide(house, request, { verdict: 'decline', note: 'Nous sommes complets' });
    expect([body.bookingId, await asked(house)]).toEqual([null, []]);
    expect((await mail.to(request.email, 2)).at(-1)?.text).toContain('Nous sommes complets');
    expect((await ask(house, { ...request, title: 'Libre' })).status).toBe(201);
  });

  it('is refused as any booking is: the request waits on, and nothing is half done', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house, { attendees: 30 });
    await ask(house, { start: request.start, end: request.end }, house.member);
    const taken = await decide(house, request, acceptance(house, request));
    expect([taken.status, taken.body.reasons?.map(({ code }) => code).sort()]).toEqual([409, ['OVER_CAPACITY', 'ROOM_TAKEN']]);
    expect(
      (await decide(house, request, acceptance(house, request, { organisationId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a99' }))).body.code,
    ).toBe('booking/organisation-not-resident');
    expect((await asked(house)).map(({ id, bookingId }) => [id, bookingId])).toEqual([[request.id, null]]);
    const wish = { roomIds: [house.b], overrideReason: 'Debout, pour une heure' };
    expect((await decide(house, request, acceptance(house, request, wish))).status).toBe(200);
  });

  it('of two coordinators at once counts once: one booking, one letter', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house);
    const rooms = [house.a, house.b, house.studio, house.a];
    const answers = await Promise.all(
      rooms.map((room) => decide(house, request, acceptance(house, request, { roomIds: [room], attendees: 4 }))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(3);
    const [{ count }] = await api.db.query(`SELECT count(*)::int AS count FROM booking WHERE space_id = $1`, [house.id]);
    const letters = (await mail.to(request.email, 2)).filter(({ subject }) => subject?.includes('acceptée'));
    expect([count, letters.length]).toEqual([1, 1]);
  });

  it('that changes later is told too: moved, then cancelled', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house);
    const { body } = await decide(house, request, acceptance(house, request));
    await edited(house, { id: body.bookingId ?? '' }, { start: '2026-03-16T15:00', end: '2026-03-16T17:00' }, house.coordinator);
    expect((await mail.to(request.email, 3)).at(-1)?.text).toContain('lundi 16 mars 2026, 15:00–17:00');
    await house.coordinator.post(house.path(`bookings/${body.bookingId}/cancellation`), { reason: 'Dégât des eaux' });
    const last = (await mail.to(request.email, 4)).at(-1);
    expect(last?.text).toContain('Dégât des eaux');
    expect(await asked(house)).toEqual([]);
  });

  it('that a closure moves is told once, with what the coordination says of it', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house);
    const { body } = await decide(house, request, acceptance(house, request));
    const { occurrences } = await booking(house, body.bookingId);
    const choice = { act: 'move', occurrenceId: occurrences[0]?.id, roomIds: [house.b], start: request.start, end: request.end };
    const closure = { roomIds: [house.a], start: '2026-03-16T00:00', end: '2026-03-17T00:00', choices: [choice] };
    expect((await house.coordinator.post(house.path('closures'), { ...closure, message: 'Parquet poncé' })).status).toBe(201);
    const [last, ...more] = (await mail.to(request.email, 3)).slice(2);
    expect([last?.text?.includes('Salle B'), last?.text?.includes('Parquet poncé'), more]).toEqual([true, true, []]);
  });

  it('erased on wish, nothing of who asked is left but the booking', async () => {
    const house = await openToNeighbours(api);
    const request = await asksFor(api, mail, house);
    const { body } = await decide(house, request, acceptance(house, request));
    await mail.to(request.email, 2);
    expect((await house.coordinator.delete(house.path(`outside-requests/${request.id}`))).status).toBe(204);
    const [{ letters }] = await api.db.query('SELECT count(*)::int AS letters FROM letter WHERE recipient = $1', [request.email]);
    const [{ told }] = await api.db.query(
      `SELECT (SELECT count(*) FROM letter WHERE space_id = $1 AND body_text LIKE '%Fête de rue%')
         + (SELECT count(*) FROM notification WHERE space_id = $1 AND facts::text LIKE '%Fête de rue%') AS told`,
      [house.id],
    );
    expect(Number(told)).toBe(0);
    expect([await counted(house), letters, (await booking(house, body.bookingId)).status]).toEqual([0, 0, 'confirmed']);
  });
});
