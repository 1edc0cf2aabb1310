import type { Booking } from '@bota/booking/domain';
import { Expiry } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import { cancelling, close, dateOf, met, moving, placesFor } from './closings.fixture';
import { daily, edit, edited, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';
import { lettersTo, toldTo } from './notifications.fixture';
import { quota } from './quota.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-01-05T08:00:00Z'));
const HARD = '\u00a0';
const OPEN = { approval: { always: true, outsideHours: false, blocks: false } };
const kept = (booking: Booking, time: object = {}, index = 0) => {
  const { start, end } = booking.occurrences[index] ?? {};
  return { was: { start, end, ...time } };
};
const linesTo = async (house: House) => (await toldTo(house, house.member)).flatMap(({ text }) => text);

describe('what is asked for and holds no room', () => {
  const asking = async (house: House) => {
    const chapel = await house.room({ name: 'Chapelle', capacity: 20, rules: OPEN });
    return { chapel, one: await book(house, { roomIds: [chapel], title: 'Chorale' }) };
  };

  it('is in the list of what a closure meets, once, beside what is booked, and ends with the message', async () => {
    const house = await api.house();
    const { chapel, one } = await asking(house);
    await book(house, { ...at('14:00–15:00'), roomIds: [house.a] });
    const other = await book(house, { ...at('09:00–11:00'), roomIds: [chapel], title: 'Conseil' }, house.colleague);
    const { count, items } = await met(house, { roomIds: [] });
    expect([count, items.map(({ bookingId, status, may }) => [bookingId, status, may.cancel, may.edit]).slice(0, 2)]).toEqual([
      3,
      [
        [other.id, 'requested', true, false],
        [one.id, 'requested', true, false],
      ],
    ]);
    expect((await met(house, { roomIds: [house.studio] })).count).toBe(0);
    const { body } = await close(house, { roomIds: [chapel], choices: [cancelling(one)], message: 'Travaux' });
    expect(body.settled).toEqual({ kept: 1, cancelled: 1, moved: 0 });
    expect([await read(house, one), (await read(house, other)).status]).toMatchObject([
      { status: 'declined', decisionNote: 'Travaux' },
      'requested',
    ]);
    expect((await linesTo(house)).filter((line) => /^(Décliné|Message)/.test(line))).toEqual([
      `Décliné${HARD}: «${HARD}Chorale${HARD}», lundi 16 mars 2026, 10:00–11:00.`,
      `Message de la coordination${HARD}: «${HARD}Travaux${HARD}»`,
    ]);
  });

  it('is a part of what closes, or the whole of it, like what is booked', async () => {
    const house = await api.house();
    const rules = JSON.stringify(OPEN);
    await api.db.query('UPDATE room SET rules = $2 WHERE space_id = $1 AND id = $3', [house.id, rules, house.hall]);
    const asked = await book(house, { roomIds: [house.hall] });
    expect((await met(house, { roomIds: [house.b] })).items).toMatchObject([{ bookingId: asked.id, roomIds: [house.hall] }]);
  });

  it('kept, is told as what it is, and told again when the closure is lifted', async () => {
    const house = await api.house();
    const { chapel } = await asking(house);
    const { body } = await close(house, { roomIds: [chapel] });
    const date = `«${HARD}Chorale${HARD}», lundi 16 mars 2026, 10:00–11:00 (demandé)`;
    expect(await linesTo(house)).toContain(`Pendant ce temps, vous avez réservé${HARD}: ${date}.`);
    await house.coordinator.delete(house.path(`closures/${body.items[0]?.id}`));
    expect(await linesTo(house)).toContain(`Ce que vous avez réservé peut se tenir${HARD}: ${date}.`);
  });

  it('is not moved', async () => {
    const house = await api.house();
    const { chapel, one } = await asking(house);
    const { status, body } = await close(house, { roomIds: [chapel], choices: [moving(one, house.b)] });
    expect([status, body.errors?.[0]?.path]).toEqual([409, 'choices.0']);
  });

  it('is declined when none of its dates waits any more, and nobody writes of it again', async () => {
    const house = await api.house();
    const chapel = await house.room({ name: 'Chapelle', capacity: 20, rules: OPEN });
    await house.close('2026-03-17T00:00Z', '2026-03-18T00:00Z', chapel);
    const one = await book(house, { ...daily(2), roomIds: [chapel], onRefused: 'skip' });
    expect(one.occurrences.map(({ status }) => status)).toEqual(['requested', 'skipped']);
    await close(house, { roomIds: [chapel], choices: [cancelling(one)] });
    await api.app.get(Expiry).expire(house.id);
    expect([(await read(house, one)).status, (await toldTo(house, house.member)).length]).toEqual(['declined', 1]);
  });
});

it('one key for several things at once does one of them, and fails none', async () => {
  const house = await api.house();
  const key = { 'idempotency-key': `mixed-${house.slug}` };
  const later = { start: '2026-05-16T10:00', end: '2026-05-16T11:00' };
  const answers = await Promise.all([
    close(house, {}, house.coordinator, key),
    ask(house, later, house.coordinator, key),
    ask(house, { ...later, roomIds: [house.b] }, house.coordinator, key),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
});

it('a hold that ends tells no calendar, which never heard of it', async () => {
  const house = await api.house();
  await api.db.query(`UPDATE room SET rules = '{"holdHours": 48}' WHERE space_id = $1 AND id = $2`, [house.id, house.a]);
  const held = await book(house, { holdUntil: '2026-01-06T12:00' });
  expect((await close(house, { choices: [cancelling(held)] })).body.settled.cancelled).toBe(1);
  const [letter, ...more] = await lettersTo(api, house.member);
  const rows = await api.db.query('SELECT calendar FROM letter WHERE recipient = $1', [house.member.email]);
  expect([letter?.kind, more, rows]).toEqual(['booking-closed-settled', [], [{ calendar: null }]]);
});

describe('where a date could be', () => {
  it('is what the quota of its organisation leaves, on its day and after the closure', async () => {
    const house = await api.house();
    await quota(house, { per: 'week', limit: 60 });
    const booking = await book(house);
    // The week of 30 March is used up.
    await book(house, { start: '2026-04-02T10:00', end: '2026-04-02T11:00' });
    await quota(house, { per: 'month', counts: 'dates', limit: 1, roomIds: [house.b] });
    await book(house, { start: '2026-03-24T10:00', end: '2026-03-24T11:00', roomIds: [house.b] });
    const near = await placesFor(house, dateOf(booking), { end: '2026-03-26T00:00' });
    expect(near.some(({ roomIds }) => roomIds.includes(house.b))).toBe(false);
    // What was booked for 24 March uses up its week, the closure ends in it.
    expect(near).toEqual([]);
    const later = await placesFor(house, dateOf(booking), { end: '2026-04-05T00:00' });
    expect(later[0]).toMatchObject({ start: '2026-04-06T08:00:00.000Z' });
    const choices = [moving(booking, house.a, 0, later[0])];
    expect((await close(house, { end: '2026-04-05T00:00', choices })).status).toBe(201);
  });

  it('keeps those of its rooms that stay open', async () => {
    const house = await api.house();
    const atelier = await house.room({ name: 'Atelier', capacity: 25 });
    const booking = await book(house, { roomIds: [house.a, house.studio], attendees: 20 });
    const near = await placesFor(house, dateOf(booking));
    expect(near[0]).toEqual({ roomIds: [atelier, house.studio], start: booking.start, end: booking.end });
    const choices = [{ act: 'move', occurrenceId: dateOf(booking), ...near[0] }];
    expect((await close(house, { choices })).status).toBe(201);
    expect((await read(house, booking)).roomIds.toSorted()).toEqual([atelier, house.studio].toSorted());
  });
});

describe('a date that is to move', () => {
  it('stays when it was changed since the list was read: nothing is written over what nobody saw', async () => {
    const house = await api.house();
    const booking = await book(house);
    await edited(house, booking, { scope: 'all', start: '2026-03-16T10:00', end: '2026-03-16T13:00' });
    const { status, body } = await close(house, { choices: [{ ...moving(booking, house.studio), ...kept(booking) }] });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([409, 'closure/not-moved', 'choices.0.was']);
    expect((await read(house, booking)).occurrences[0]?.end).toBe('2026-03-16T12:00:00.000Z');
    const seen = { was: { start: '2026-03-16T10:00', end: '2026-03-16T13:00' } };
    expect((await close(house, { choices: [{ ...moving(booking, house.studio), ...seen }] })).status).toBe(201);
  });

  it('goes where another leaves, whichever of them is named first', async () => {
    const house = await api.house();
    const hours = { start: '2026-03-16T09:00', end: '2026-03-16T11:30' };
    const [early, late] = [await book(house, at('09:00–10:00')), await book(house, at('11:00–12:00'))];
    const to = (hoursOf: string) => at(hoursOf);
    const choices = [moving(early, house.a, 0, to('11:30–12:30')), moving(late, house.a, 0, to('13:00–14:00'))];
    const { status, body } = await close(house, { ...hours, choices });
    expect([status, body.settled]).toEqual([201, { kept: 0, cancelled: 0, moved: 2 }]);
    expect((await read(house, early)).start).toBe('2026-03-16T10:30:00.000Z');
  });

  it('does not go into the past, whose months are charged', async () => {
    const house = await api.house();
    const booking = await book(house);
    const past = { start: '2025-12-10T10:00', end: '2025-12-10T11:00' };
    const { status, body } = await close(house, { choices: [moving(booking, house.a, 0, past)] });
    expect([status, body.reasons?.map(({ code }) => code)]).toEqual([409, ['IN_THE_PAST']]);
  });

  it('costs no more than was said: who booked did not ask for it', async () => {
    const house = await api.house();
    for (const [room, resident] of [
      [house.a, 1000],
      [house.b, 1500],
      [house.studio, 400],
    ] as const) {
      const rules = { prices: { resident, partner: 0, outsider: 0 } };
      expect((await house.coordinator.patch(house.path(`rooms/${room}`), { rules })).status).toBe(200);
    }
    const series = await book(house, { ...daily(2), attendees: 3 });
    const day = { end: '2026-03-18T00:00' };
    expect((await close(house, { ...day, choices: [moving(series, house.b), moving(series, house.studio, 1)] })).status).toBe(201);
    expect((await read(house, series)).occurrences.map(({ priceCents }) => priceCents)).toEqual([1000, 400]);
  });

  it('is one of not too many', async () => {
    const house = await api.house();
    const one = (index: number) => ({ ...to(house), occurrenceId: `01939b1e-7c00-7d3e-9c1a-${String(index).padStart(12, '0')}` });
    const { status, body } = await close(house, { choices: Array.from({ length: 201 }, (_, index) => one(index)) });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'choices']);
  });

  it('changes nothing of what its series needs in its own rooms', async () => {
    const house = await api.house();
    const layouts = (setUpMinutes: number) => ({ layouts: [{ layout: 'circle' as const, capacity: 12, setUpMinutes }] });
    const [quick, slow] = [
      await house.room({ name: 'Ronde', capacity: 12, rules: layouts(0) }),
      await house.room({ name: 'Lente', capacity: 12, rules: layouts(60) }),
    ];
    const series = await book(house, { ...daily(2), roomIds: [quick], layout: 'circle' });
    expect((await close(house, { roomIds: [quick], choices: [moving(series, slow)] })).status).toBe(201);
    expect(await read(house, series)).toMatchObject({ setUpMinutes: 0, layout: 'circle', roomIds: [quick] });
    expect((await ask(house, { ...at('09:30–10:00'), roomIds: [slow] })).body.reasons?.[0]?.code).toBe('ROOM_TAKEN');
    expect((await edit(house, series, { ...this_(series, 1), roomIds: [slow] })).body.setUpMinutes).toBe(0);
  });
});

const to = (house: House) => ({ act: 'move', roomIds: [house.b], start: '2026-03-18T10:00', end: '2026-03-18T11:00' });
