import type { FindablePeople, TimeFindings } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { type Wish, at, book } from './booking.fixture';
import { MONDAY, type Query, findTimes, refusedQuery, timeOf } from './finding.fixture';
import type { House } from './house.fixture';
import { quota } from './quota.fixture';
import { join, organisation, resides } from './people.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

const timesOf = ({ items }: TimeFindings) => items.map(timeOf);
const morning = { from: '09:00', to: '12:00' };
const taken = (house: House, wish: Wish, who = house.member) => book(house, { roomIds: [house.studio], ...wish }, who);

describe('for rooms', () => {
  it('all together: when every one of them is free', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.a], ...at('09:00–10:00') });
    await book(house, { roomIds: [house.studio], ...at('10:30–11:00') });
    const found = await findTimes(house, { rooms: `${house.a},${house.studio}`, ...morning });
    expect([timesOf(found), found.items[0]?.roomIds]).toEqual([['11:00–12:00'], [house.a, house.studio]]);
  });

  it('any of them: each time says which are free then, the smallest first', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.a], ...at('09:00–10:00') });
    const { items } = await findTimes(house, { rooms: `${house.a},${house.studio}`, which: 'any', ...morning });
    expect(items.map((one) => [timeOf(one), one.roomIds])).toEqual([
      ['09:00–10:00', [house.studio]],
      ['10:00–11:00', [house.studio, house.a]],
      ['11:00–12:00', [house.studio, house.a]],
    ]);
  });

  it('the earliest first, at most three a day, on the days of the week asked', async () => {
    const house = await api.house();
    const { items } = await findTimes(house, { rooms: house.a, last: '2026-03-22', weekdays: '2,4' });
    const days = items.map(({ start }) => start.slice(0, 10));
    expect(days).toEqual(['2026-03-17', '2026-03-17', '2026-03-17', '2026-03-19', '2026-03-19', '2026-03-19']);
    expect(items.map(({ start }) => start)).toEqual(items.map(({ start }) => start).sort());
  });

  it('the hours are those of the house, also on the day the clock changes', async () => {
    const house = await api.house();
    const { items } = await findTimes(house, { rooms: house.a, first: '2026-03-28', last: '2026-03-29', from: '09:00', to: '10:00' });
    expect(items.map(({ start }) => start)).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z']);
    const night = await findTimes(house, {
      rooms: house.a,
      first: '2026-03-29',
      last: '2026-03-29',
      from: '01:00',
      to: '04:00',
      minutes: 180,
    });
    expect(night.items).toEqual([]);
  });

  it('by the rules of booking: closures, parts, people who come, approval, who may', async () => {
    const house = await api.house();
    await house.close(`${MONDAY}T09:00:00+01:00`, `${MONDAY}T10:00:00+01:00`);
    await book(house, { roomIds: [house.b], ...at('10:00–11:00') });
    expect(timesOf(await findTimes(house, { rooms: house.hall, ...morning }))).toEqual(['11:00–12:00']);
    expect((await findTimes(house, { rooms: house.hall, people: 33, ...morning })).items).toEqual([]);
    const granted = await house.room({ name: 'Atelier', rules: { approval: { always: true } } });
    expect((await findTimes(house, { rooms: granted, ...morning })).items[0]).toMatchObject({ needsApproval: true });
    const ours = await house.room({ name: 'Loge', rules: { who: { are: 'coordinators' } } });
    expect((await findTimes(house, { rooms: ours, ...morning })).items).toEqual([]);
  });

  it('every time found can be booked', async () => {
    const house = await api.house();
    const atelier = await house.room({ name: 'Atelier', rules: { bufferMinutes: 20, stepMinutes: 20, leadMinutes: 60 } });
    await book(house, { roomIds: [atelier], ...at('09:00–10:20') });
    const { items } = await findTimes(house, { rooms: `${atelier},${house.b}`, last: '2026-03-17' });
    expect(items.length).toBe(6);
    for (const { start, end, roomIds } of items) {
      const { id } = await book(house, { start, end, roomIds });
      await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    }
  });
});

describe('with people', () => {
  const both = (house: House, more: Query = {}) => ({
    rooms: house.a,
    with: `${house.member.id},${house.colleague.id}`,
    ...morning,
    ...more,
  });

  it('their own bookings are in the way, wherever they are', async () => {
    const house = await api.house();
    await taken(house, at('09:00–10:00'));
    await taken(house, at('10:30–11:00'), house.colleague);
    expect(timesOf(await findTimes(house, both(house)))).toEqual(['11:00–12:00']);
    expect(timesOf(await findTimes(house, { rooms: house.a, with: house.member.id, ...morning }))).toEqual(['10:00–11:00', '11:00–12:00']);
  });

  it('a cancelled booking is in nobody’s way', async () => {
    const house = await api.house();
    const { id } = await taken(house, at('09:00–12:00'));
    expect((await findTimes(house, both(house))).items).toEqual([]);
    await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    expect((await findTimes(house, both(house))).items).toHaveLength(3);
  });

  it('an answer tells times, never whose or what', async () => {
    const house = await api.house();
    await taken(house, { title: 'Secret', visibility: 'private', ...at('09:00–10:00') });
    const { text } = await house.colleague.get(
      house.path(`time-finding?rooms=${house.a}&first=${MONDAY}&last=${MONDAY}&minutes=60&with=${house.member.id}`),
    );
    expect(text).not.toMatch(/Secret|ROOM_TAKEN/);
  });

  it('what one may not see stays unknown: a colleague’s private booking for others takes no time away', async () => {
    const house = await api.house();
    const club = await organisation(house.ground, 'Club');
    await resides(house.ground, { spaceId: house.id, organisationId: club, by: house.coordinator.id });
    await join(house.ground, club, house.member, 'member');
    await taken(house, { organisationId: club, visibility: 'private', ...at('09:00–11:00') });
    const asked = both(house, { with: house.member.id });
    expect(timesOf(await findTimes(house, asked, house.colleague))[0]).toBe('09:00–10:00');
    expect(timesOf(await findTimes(house, asked, house.member))[0]).toBe('11:00–12:00');
  });

  it('only people of one’s own organisations; others are as if they were not there', async () => {
    const house = await api.house();
    for (const [who, personId] of [
      [house.member, house.neighbour.id],
      [house.member, '00000000-0000-7000-8000-000000000000'],
      [house.coordinator, house.member.id],
      [api.anonymous(), house.member.id],
    ] as const) {
      const query = { rooms: house.a, first: MONDAY, last: MONDAY, minutes: 60, with: personId };
      const { status, body } = await refusedQuery(house, 'time-finding', query, who as typeof house.member);
      expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'finding/unknown-person', 'with.0']);
    }
  });

  it('says whom one may ask for, oneself first', async () => {
    const house = await api.house();
    const { body } = await house.member.get<FindablePeople>(house.path('time-finding/people'));
    expect(body.items.map(({ id }) => id)).toEqual([house.member.id, house.admin.id, house.colleague.id]);
    expect((await house.stranger.get<FindablePeople>(house.path('time-finding/people'))).body.items).toEqual([]);
  });
});

describe('when nothing suits', () => {
  it('says what one room or person less would give', async () => {
    const house = await api.house();
    await book(house, { roomIds: [house.b], organisationId: house.voisins, ...at('09:00–12:00') }, house.neighbour);
    const asked = { rooms: `${house.a},${house.b}`, with: house.member.id, ...morning };
    const { items, without } = await findTimes(house, asked);
    expect([items, without]).toEqual([[], [{ roomId: house.b, times: 3, first: expect.objectContaining({ roomIds: [house.a] }) }]]);
    await taken(house, at('09:00–12:00'));
    expect((await findTimes(house, { ...asked, rooms: house.a })).without).toMatchObject([{ personId: house.member.id, times: 3 }]);
  });

  it.each([
    [{ rooms: undefined }, 'rooms'],
    [{ rooms: 'salle-a' }, 'rooms'],
    [{ minutes: 'an hour' }, 'minutes'],
    [{ last: '2026-03-15' }, 'last'],
    [{ last: '2026-04-16' }, 'last'],
    [{ weekdays: '8' }, 'weekdays'],
    [{ from: '12:00', to: '12:00' }, 'to'],
    [{ with: 'me' }, 'with'],
    [{ which: 'some' }, 'which'],
  ])('%j names %s', async (wrong: Query, field) => {
    const house = await api.house();
    const query = { rooms: house.a, first: MONDAY, last: MONDAY, minutes: 60, ...wrong };
    const { status, body } = await refusedQuery(house, 'time-finding', query);
    expect([status, body.errors?.[0]?.path]).toEqual([400, field]);
  });

  it('a room of another house is unknown, another house is not there', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const query = { rooms: other.a, first: MONDAY, last: MONDAY, minutes: 60 };
    const { status, body } = await refusedQuery(house, 'time-finding', query);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'booking/unknown-room', 'rooms.0']);
    const nowhere = { ...house, path: (rest: string) => house.path(rest).replace(house.id, '00000000-0000-7000-8000-000000000000') };
    expect((await refusedQuery(nowhere, 'time-finding', query)).status).toBe(404);
  });
});

it('each time tells what it costs, and the quota that stands in its way', async () => {
  const house = await api.house();
  const id = await house.room({ name: 'Atelier', rules: { prices: { resident: 500, partner: 1000, outsider: 2000 } } });
  await quota(house, { per: 'week', limit: 60, roomIds: [id] });
  await book(house, { roomIds: [id], ...at('08:00–09:00') });
  const { items } = await findTimes(house, { rooms: id, from: '10:00', to: '11:00', last: '2026-03-23', weekdays: '1' });
  expect(items.map(({ terms, beyond }) => [terms?.priceCents, beyond.map(({ code }) => code)])).toEqual([
    [500, ['QUOTA_EXCEEDED']],
    [500, []],
  ]);
  const unsigned = await findTimes(house, { rooms: id, from: '10:00', to: '11:00' }, api.anonymous());
  expect(unsigned.items.map(({ terms, beyond }) => [terms, beyond])).toEqual([[null, []]]);
});
