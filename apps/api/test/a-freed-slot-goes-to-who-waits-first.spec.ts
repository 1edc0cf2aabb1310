import { Expiry, FreedRooms } from '@bota/booking/api';
import type { Booking } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import { daily, edited, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { quota, takesMeanwhile } from './quota.fixture';
import { cancel, line, offered, offers, wait, waiting, waits } from './waitlist.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));
const give = () => api.app.get(FreedRooms).give();
const expire = () => api.app.get(Expiry).expire();

/** Salle A is taken on Monday 16 March, 10:00–11:00. */
async function taken(wish = {}) {
  const house = await api.house();
  return { house, taker: await book(house, { title: 'Prise', organisationId: house.voisins, ...wish }, house.neighbour) };
}
const letters = async (house: House, kind = 'waitlist-offered'): Promise<{ to: string; text: string }[]> =>
  api.db.query('SELECT recipient AS to, body_text AS text FROM letter WHERE space_id = $1 AND kind = $2 ORDER BY created_at, id', [
    house.id,
    kind,
  ]);
const logged = async (house: House, id: string): Promise<string[]> =>
  (await api.db.query('SELECT kind FROM log WHERE space_id = $1 AND entity_id = $2 ORDER BY id', [house.id, id])).map(
    ({ kind }: { kind: string }) => kind,
  );
const endingOf = async (id: string): Promise<string | null> =>
  (await api.db.query('SELECT ending FROM waitlist_entry WHERE id = $1', [id]))[0].ending;

describe('one does not wait', () => {
  it('for what is free, for what one could not book, nor for several dates', async () => {
    const { house } = await taken();
    const free = await wait(house, at('12:00–13:00'));
    expect([free.status, free.body.code]).toEqual([409, 'waitlist/free']);
    const large = await wait(house, { attendees: 21 });
    expect([large.status, large.body.code, large.body.reasons?.map(({ code }) => code)]).toEqual([
      409,
      'booking/refused',
      ['OVER_CAPACITY', 'ROOM_TAKEN'],
    ]);
    expect((await wait(house, { layout: 'circle' })).body.code).toBe('booking/unknown-layout');
    expect((await wait(house, { roomIds: ['01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a99'] })).status).toBe(422);
    await house.close('2026-03-16T09:30:00Z', '2026-03-16T10:00:00Z');
    expect((await wait(house)).body.reasons?.map(({ code }) => code)).toContain('CLOSED');
  });

  it('beyond a quota: nobody else could give that back', async () => {
    const { house } = await taken();
    await quota(house, { limit: 60, exceptions: [{ organisationId: house.voisins, limit: null }] });
    await book(house, at('12:00–13:00'));
    const { status, body } = await wait(house);
    expect([status, body.code, body.reasons?.map(({ code }) => code)]).toEqual([409, 'booking/refused', ['ROOM_TAKEN', 'QUOTA_EXCEEDED']]);
    expect((await wait(house, { organisationId: house.voisins }, house.neighbour)).status).toBe(201);
  });

  it('twice for the same, whatever the order of the rooms', async () => {
    const { house } = await taken();
    const both = { roomIds: [house.a, house.b] };
    await waits(house, both);
    expect((await wait(house, { roomIds: [house.b, house.a], title: 'Encore' })).body.code).toBe('waitlist/already');
    expect((await wait(house, both, house.colleague)).status).toBe(201);
    expect((await waiting(house)).length).toBe(1);
    const answers = await Promise.all([1, 2, 3].map(() => wait(house, {}, house.admin)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('for more than fifty wishes, also when several are asked for at once', async () => {
    const { house } = await taken({ start: '2026-03-16T09:00', end: '2026-03-16T19:00' });
    const wishes = Array.from({ length: 54 }, (_, n) => at(`1${n % 9}:0${Math.floor(n / 9)}–1${(n % 9) + 1}:00`));
    const answers = [];
    for (const wish of wishes.slice(0, 48)) answers.push(await wait(house, wish));
    answers.push(...(await Promise.all(wishes.slice(48).map((wish) => wait(house, wish)))));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill('waitlist/too-many'));
    expect((await waiting(house)).length).toBe(50);
    expect((await wait(house, wishes[0], house.colleague)).status).toBe(201);
  });

  it('for others, for another house, or without signing in', async () => {
    const { house } = await taken();
    const other = await api.house();
    expect((await wait(house, {}, house.stranger)).body.code).toBe('booking/not-your-organisation');
    expect((await wait(house, { organisationId: house.voisins })).body.code).toBe('booking/not-your-organisation');
    expect((await house.member.post(house.path('waitlist'), {})).status).toBe(400);
    expect((await wait(house, { organisationId: other.racines }, other.member)).body.code).toBe('booking/organisation-not-resident');
    expect((await wait(other, { roomIds: [house.a], organisationId: other.racines }, other.member)).body.code).toBe('booking/unknown-room');
    expect((await api.anonymous().get(house.path('waitlist'))).status).toBe(401);
    expect((await house.member.get(house.path('waitlist/all'))).status).toBe(403);
  });

  it.each([
    ['what has begun', '2026-03-16T09:01:00Z', 'booking/refused'],
    ['what begins in less than half an hour', '2026-03-16T08:31:00Z', 'waitlist/too-late'],
  ])('for %s', async (_, now, code) => {
    const { house } = await taken();
    api.setNow(now);
    expect((await wait(house)).body.code).toBe(code);
  });
});

describe('the list', () => {
  it('tells each what they wait for and how many come before, and the coordination everybody in order', async () => {
    const { house } = await taken({ start: '2026-03-16T09:00', end: '2026-03-16T13:00' });
    const first = await waits(house, { ...at('10:00–12:00'), title: 'Première', attendees: 12 });
    const second = await waits(house, { ...at('11:00–13:00'), title: 'Deuxième' }, house.colleague);
    const apart = await waits(house, { ...at('12:00–13:00'), title: 'À part', roomIds: [house.hall] });
    expect([first.ahead, second.ahead, apart.ahead]).toEqual([0, 1, 1]);
    expect((await waiting(house)).map(({ title }) => title)).toEqual(['Première', 'À part']);
    expect(await waiting(house, house.neighbour)).toEqual([]);
    expect((await line(house)).map(({ title, person }) => `${title} ${person}`)).toEqual([
      'Première Member',
      'Deuxième Colleague',
      'À part Member',
    ]);
    expect(await logged(house, first.id)).toEqual(['waitlist.joined']);
  });

  it('is left by who waits or by the coordination; for others it is not there, nor in another house', async () => {
    const { house, taker } = await taken();
    const other = await api.house();
    const entry = await waits(house);
    const leave = (who = house.member, of = house) => who.delete(of.path(`waitlist/${entry.id}`)).then(({ status }) => status);
    expect([await leave(house.colleague), await leave(house.admin), await leave(other.coordinator, other)]).toEqual([404, 404, 404]);
    expect([await leave(), await leave()]).toEqual([204, 404]);
    const again = await waits(house);
    expect((await house.coordinator.delete(house.path(`waitlist/${again.id}`))).status).toBe(204);
    await cancel(house, taker);
    await give();
    expect([await offered(house), await letters(house), await endingOf(again.id)]).toEqual([[], [], 'left']);
    expect(await logged(house, again.id)).toEqual(['waitlist.joined', 'waitlist.left']);
  });
});

describe('when the slot is freed', () => {
  it('a wish that cannot be read any more keeps nobody else waiting', async () => {
    const { house, taker } = await taken();
    const broken = await waits(house);
    await waits(house, {}, house.colleague);
    await api.db.query(`UPDATE waitlist_entry SET draft = draft || '{"title": ""}' WHERE id = $1`, [broken.id]);
    await cancel(house, taker);
    await give();
    expect((await offered(house, house.colleague)).length).toBe(1);
  });

  it('the first gets a hold of the whole wish, one letter, and stands in the list no more', async () => {
    const { house, taker } = await taken();
    const wish = { title: 'Chorale', description: 'Avec piano', attendees: 12, visibility: 'private', setUpMinutes: 15 } as const;
    const entry = await waits(house, wish);
    const later = await waits(house, { title: 'Après' }, house.colleague);
    await give();
    expect(await offered(house)).toEqual([]);
    await cancel(house, taker);
    await give();
    const [hold, more] = await offered(house);
    expect([hold, more]).toEqual([expect.objectContaining({ ...wish, expiresAt: '2026-03-03T08:00:00.000Z' }), undefined]);
    expect([hold?.start, hold?.occurrences[0]?.status]).toEqual(['2026-03-16T09:00:00.000Z', 'requested']);
    const [letter, another] = await letters(house);
    expect([letter?.to, another]).toEqual([house.member.email, undefined]);
    expect(letter?.text).toMatch(
      new RegExp(`«\u00a0Chorale\u00a0», lundi 16 mars 2026, 10:00–11:00, Salle A[^]*mardi 3 mars 2026, 9:00[^]*/bookings/${hold?.id}`),
    );
    expect(await offers(house)).toEqual([{ bookingId: hold?.id, until: '2026-03-03T08:00:00.000Z' }]);
    expect([await waiting(house), (await line(house)).map(({ id, ahead }) => [id, ahead])]).toEqual([[], [[later.id, 0]]]);
    expect([await logged(house, entry.id), await logged(house, hold?.id ?? '')]).toEqual([
      ['waitlist.joined', 'waitlist.offered'],
      ['booking.held'],
    ]);
  });

  it('confirming makes it a booking; the others wait on', async () => {
    const { house, taker } = await taken();
    await waits(house);
    await waits(house, {}, house.colleague);
    await cancel(house, taker);
    await give();
    const [hold] = await offered(house);
    const { body } = await house.member.post<Booking>(house.path(`bookings/${hold?.id}/confirmation`), {});
    api.setNow('2026-03-04T08:00:00Z');
    await expire();
    await give();
    expect([body.status, (await line(house)).length, (await letters(house)).length]).toEqual(['confirmed', 1, 1]);
  });

  it.each([
    ['is let go', (house: House, hold: Booking) => cancel(house, hold, {}, house.member)],
    [
      'is over',
      async () => {
        api.setNow('2026-03-03T08:00:00Z');
        await expire();
      },
    ],
  ])('the next is served when the offer %s, and nobody twice', async (_, end) => {
    const { house, taker } = await taken();
    await waits(house);
    await waits(house, {}, house.colleague);
    await cancel(house, taker);
    await give();
    const [hold] = await offered(house);
    await end(house, hold as Booking);
    await give();
    await give();
    expect([(await offered(house)).length, (await offered(house, house.colleague)).length, await line(house)]).toEqual([0, 1, []]);
    expect((await letters(house)).map(({ to }) => to)).toEqual([house.member.email, house.colleague.email]);
  });

  it('of wishes that overlap the second is served only if its own is free: what is left, or nothing', async () => {
    const { house, taker } = await taken({ start: '2026-03-16T10:00', end: '2026-03-16T14:00' });
    await waits(house, at('10:00–12:00'));
    await waits(house, at('11:00–13:00'), house.colleague);
    await waits(house, { ...at('13:00–14:00'), organisationId: house.voisins, title: 'Plus tard' }, house.neighbour);
    await edited(house, taker, { ...at('13:00–14:00') }, house.neighbour);
    await give();
    expect([(await offered(house)).length, (await offered(house, house.colleague)).length]).toEqual([1, 0]);
    await cancel(house, taker);
    await give();
    expect([(await offered(house, house.colleague)).length, (await offered(house, house.neighbour)).length]).toEqual([0, 1]);
  });

  it('all rooms of a wish must be free', async () => {
    const { house, taker } = await taken();
    const other = await book(house, { roomIds: [house.b] }, house.colleague);
    await waits(house, { roomIds: [house.hall] });
    await cancel(house, taker);
    await give();
    expect(await offered(house)).toEqual([]);
    await cancel(house, other);
    await give();
    expect((await offered(house)).length).toBe(1);
  });

  it('one date of a series that is cancelled serves who waits for that day', async () => {
    const { house, taker } = await taken(daily(3));
    await waits(house, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
    await waits(house, { start: '2026-03-18T10:00', end: '2026-03-18T11:00' }, house.colleague);
    await cancel(house, taker, this_(taker, 1));
    await give();
    expect([(await offered(house)).length, (await offered(house, house.colleague)).length]).toEqual([1, 0]);
  });

  it.each([
    ['what has begun', '2026-03-16T09:00:00Z'],
    ['what begins in less than half an hour', '2026-03-16T08:31:00Z'],
  ])('never for %s: the entry ends', async (_, now) => {
    const { house, taker } = await taken();
    const entry = await waits(house);
    await api.db.query('UPDATE allocation SET blocking = false WHERE booking_id = $1', [taker.id]);
    api.setNow(now);
    expect(await waiting(house)).toEqual([]);
    await give();
    expect([await offered(house), await endingOf(entry.id), await logged(house, entry.id)]).toEqual([
      [],
      'over',
      ['waitlist.joined', 'waitlist.ended'],
    ]);
  });

  it('half of the time that is left is given, at most a day', async () => {
    const { house, taker } = await taken();
    await waits(house);
    api.setNow('2026-03-16T06:00:00Z');
    await cancel(house, taker);
    await give();
    expect((await offered(house))[0]?.expiresAt).toBe('2026-03-16T07:30:00.000Z');
  });
});

describe('who waits is judged anew', () => {
  it('what no longer passes keeps its place with the reason, and is served when it passes again', async () => {
    const { house, taker } = await taken();
    const entry = await waits(house, { attendees: 15 });
    await waits(house, { attendees: 5 }, house.colleague);
    await api.db.query('UPDATE room SET capacity = 10 WHERE id = $1', [house.a]);
    await cancel(house, taker);
    await give();
    const [still] = await waiting(house);
    expect([still?.id, still?.reasons]).toEqual([entry.id, [{ code: 'OVER_CAPACITY', roomId: house.a, limit: 10 }]]);
    const [hold] = await offered(house, house.colleague);
    await api.db.query('UPDATE room SET capacity = 20 WHERE id = $1', [house.a]);
    await cancel(house, hold as Booking, {}, house.colleague);
    await give();
    expect([(await offered(house)).length, await waiting(house)]).toEqual([1, []]);
  });

  it('a closure that is lifted serves who waited before it', async () => {
    const { house, taker } = await taken();
    await waits(house);
    await house.close('2026-03-16T08:00:00Z', '2026-03-16T12:00:00Z');
    await cancel(house, taker);
    await give();
    expect((await waiting(house))[0]?.reasons.map(({ code }) => code)).toEqual(['CLOSED']);
    await api.db.query('DELETE FROM closure WHERE space_id = $1', [house.id]);
    await give();
    expect((await offered(house)).length).toBe(1);
  });

  it.each([
    ['who has left the organisation', 'DELETE FROM membership WHERE person_id = $1', (house: House) => house.member.id, 'not-entitled'],
    [
      'an organisation that will have left the house',
      `UPDATE residency SET during = daterange(lower(during), '2026-03-16') WHERE organisation_id = $1`,
      (house: House) => house.racines,
      'not-entitled',
    ],
    ['an archived room', 'UPDATE room SET archived_at = now() WHERE id = $1', (house: House) => house.a, 'room-gone'],
  ])('%s waits no longer', async (_, change, id, ending) => {
    const { house, taker } = await taken();
    const entry = await waits(house);
    await cancel(house, taker);
    await api.db.query(change, [id(house)]);
    expect(await line(house)).toEqual([]);
    await give();
    expect([await offered(house), await endingOf(entry.id)]).toEqual([[], ending]);
  });

  it('an account that is erased takes its places along; one that stays may read them', async () => {
    const { house, taker } = await taken();
    await waits(house, { title: 'À moi' });
    const { body } = await house.member.get<{ data: { waitlist: { draft: { title: string } }[] } }>('/api/me/export');
    expect(body.data.waitlist.map(({ draft }) => draft.title)).toEqual(['À moi']);
    expect((await house.member.post('/api/me/erasure', { email: house.member.email })).status).toBe(204);
    await cancel(house, taker);
    await give();
    expect([await line(house), await letters(house)]).toEqual([[], []]);
  });
});

describe('whatever happens at once', () => {
  it('several processes make one offer', async () => {
    const { house, taker } = await taken();
    await waits(house);
    await waits(house, {}, house.colleague);
    await waits(house, { organisationId: house.voisins }, house.neighbour);
    await cancel(house, taker);
    await Promise.all(Array.from({ length: 6 }, give));
    expect([(await offered(house)).length, (await line(house)).length]).toEqual([1, 2]);
    expect((await letters(house)).map(({ to }) => to)).toEqual([house.member.email]);
  });

  it('who leaves while it is served is served or has left, never both', async () => {
    const { house, taker } = await taken();
    const entry = await waits(house);
    await cancel(house, taker);
    const [, { status }] = await Promise.all([give(), house.member.delete(house.path(`waitlist/${entry.id}`))]);
    const offers = (await offered(house)).length;
    expect([
      [204, 0, 'left'],
      [404, 1, 'served'],
    ]).toContainEqual([status, offers, await endingOf(entry.id)]);
  });

  it('who serves several organisations waits for none of them with rooms in hand', async () => {
    const { house, taker } = await taken();
    await quota(house);
    const other = await book(house, { roomIds: [house.b] });
    await waits(house, { organisationId: house.voisins, title: 'Chez Voisins' }, house.coordinator);
    await waits(house, { roomIds: [house.b], organisationId: house.racines }, house.colleague);
    const ready = await book(house, { roomIds: [house.studio] });
    for (const one of [taker, other]) await cancel(house, one);
    await takesMeanwhile(api.db, house, { ready, roomId: house.a }, give);
    expect([(await offered(house, house.coordinator)).length, (await offered(house, house.colleague)).length]).toEqual([0, 1]);
  });

  it('two houses never mix', async () => {
    const [one, two] = [await taken(), await taken()];
    await waits(one.house);
    await waits(two.house);
    await cancel(two.house, two.taker);
    await give();
    expect([(await offered(one.house)).length, (await offered(two.house)).length]).toEqual([0, 1]);
  });
});
