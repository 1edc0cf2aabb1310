import { Offers } from '@bota/booking/api';
import { HttpClient } from '@bota/shared/testing';
import type { ClosureList } from '@bota/spaces/domain';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import { DAY, cancelling, close, dateOf, met, moving, placesFor } from './closings.fixture';
import { daily, read } from './edit.fixture';
import type { House } from './house.fixture';
import { anotherProcess, lettersTo, toldTo } from './notifications.fixture';
import { quota, takesMeanwhile } from './quota.fixture';
import { offered, waits } from './waitlist.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-01-05T08:00:00Z'));
const HARD = '\u00a0';
const NOWHERE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const PEOPLE = { attendees: 8 };

const statuses = async (house: House, booking: { id: string }) => (await read(house, booking)).occurrences.map(({ status }) => status);
const closuresOf = async (house: House) => (await api.anonymous().get<ClosureList>(house.path('closures'))).body.items;
const logOf = async (house: House): Promise<string[]> =>
  (await api.db.query('SELECT kind FROM log WHERE space_id = $1 ORDER BY id', [house.id])).map(({ kind }: { kind: string }) => kind);
const calendarsTo = async (email: string): Promise<string> => {
  const rows = await api.db.query('SELECT calendar, calendar_beside AS beside FROM letter WHERE recipient = $1', [email]);
  return rows.map(({ calendar, beside }: Record<string, string | null>) => `${calendar ?? ''}${beside ?? ''}`).join('');
};
const SKIPPED = { start: '2026-03-29T02:30', end: '2026-03-29T02:45' };
const to = (house: House, occurrenceId: string, more: object) => ({
  ...{ act: 'move', occurrenceId, roomIds: [house.b], start: '2026-03-18T10:00', end: '2026-03-18T11:00' },
  ...more,
});
/** What a refused closing must leave as it was. */
const state = async (house: House) => ({
  closures: await closuresOf(house),
  log: await logOf(house),
  told: await toldTo(house, house.member),
});

describe('a closure that cannot be settled as it was chosen', () => {
  it('writes nothing at all, and says of which date why, with what is near', async () => {
    const house = await api.house();
    const [first, second] = [await book(house, PEOPLE), await book(house, { ...at('14:00–15:00'), ...PEOPLE })];
    await book(house, { ...at('14:30–15:30'), roomIds: [house.b], organisationId: house.voisins }, house.neighbour);
    const before = await state(house);
    const { status, body } = await close(house, { choices: [cancelling(first), moving(second, house.b)], message: 'Fuite' });
    expect([status, body.code]).toEqual([409, 'closure/not-moved']);
    expect(body.errors?.map(({ path, reasons }) => [path, reasons?.map(({ code }) => code)])).toEqual([['choices.1', ['ROOM_TAKEN']]]);
    expect(body.reasons).toMatchObject([{ code: 'ROOM_TAKEN', start: second.start, by: { organisation: 'Voisins' } }]);
    const near = body.errors?.[0]?.alternatives ?? [];
    expect(near).toContainEqual({ roomIds: [house.a], start: '2026-03-17T13:00:00.000Z', end: '2026-03-17T14:00:00.000Z' });
    expect(near.filter(({ roomIds, start }) => roomIds.includes(house.a) && start < '2026-03-16T23:00:00.000Z')).toEqual([]);
    expect(await state(house)).toEqual(before);
    expect([await statuses(house, first), (await read(house, first)).version]).toEqual([['confirmed'], 1]);
  });

  it('says all that is in the way at once, also two dates that want the same place', async () => {
    const house = await api.house();
    const [one, two, three] = [await book(house), await book(house, at('14:00–15:00')), await book(house, at('16:00–17:00'))];
    const same = { start: '2026-03-18T10:00', end: '2026-03-18T11:00' };
    const inside = { start: '2026-03-16T12:00', end: '2026-03-16T13:00' };
    const { body } = await close(house, {
      choices: [moving(one, house.b, 0, same), moving(two, house.b, 0, same), moving(three, house.a, 0, inside)],
    });
    expect(body.errors?.map(({ path, reasons }) => [path, reasons?.[0]?.code])).toEqual([
      ['choices.1', 'ROOM_TAKEN'],
      ['choices.2', 'CLOSED'],
    ]);
    expect(await closuresOf(house)).toEqual([]);
  });

  it.each([
    ['a date twice', (id: string) => ({ choices: [1, 2].map(() => ({ act: 'cancel', occurrenceId: id })) }), 400, 'choices'],
    ['a long message', () => ({ message: 'x'.repeat(501) }), 400, 'message'],
    ['an act there is not', (id: string) => ({ choices: [{ act: 'forget', occurrenceId: id }] }), 400, 'choices.0.act'],
    ['a move to nowhere', (id: string) => ({ choices: [{ act: 'move', occurrenceId: id }] }), 400, 'choices.0.roomIds'],
    ['a date of nowhere', () => ({ choices: [{ act: 'cancel', occurrenceId: NOWHERE }] }), 422, 'choices.0.occurrenceId'],
    ['a room of nowhere', (id: string, house: House) => ({ choices: [to(house, id, { roomIds: [NOWHERE] })] }), 409, 'choices.0'],
    [
      'an end before its start',
      (id: string, house: House) => ({ choices: [to(house, id, { end: '2026-03-18T09:00' })] }),
      409,
      'choices.0',
    ],
    ['an hour that is skipped', (id: string, house: House) => ({ choices: [to(house, id, SKIPPED)] }), 409, 'choices.0'],
  ])('is refused with %s, naming it', async (_, draftFor, status, path) => {
    const house = await api.house();
    const booking = await book(house);
    const answer = await close(house, draftFor(dateOf(booking), house));
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
    expect([await closuresOf(house), await statuses(house, booking)]).toEqual([[], ['confirmed']]);
  });
  it('is refused to who does not run the house, and to the coordinator of another one', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const [ours, theirs] = [await book(house), await book(other)];
    for (const who of [house.member, house.admin, other.coordinator])
      expect((await close(house, { choices: [cancelling(ours)] }, who)).status).toBe(403);
    expect((await close(house, { choices: [cancelling(theirs)] })).body.code).toBe('booking/unknown-occurrence');
    expect(await statuses(other, theirs)).toEqual(['confirmed']);
    const asked = { closure: { roomIds: [], ...DAY }, occurrenceId: dateOf(ours) };
    expect((await other.coordinator.post(house.path('affected-bookings/places'), asked)).status).toBe(403);
    const unknown = { ...asked, occurrenceId: dateOf(theirs) };
    expect((await house.coordinator.post(house.path('affected-bookings/places'), unknown)).body.errors?.[0]?.path).toBe('occurrenceId');
  });
});

describe('two at once', () => {
  it('on two processes: who takes the room first has it, and a closure that comes too late writes nothing', async () => {
    const other = await anotherProcess(api);
    await other.listen(0, '127.0.0.1');
    const url = (await other.getUrl()).replace('[::1]', '127.0.0.1');
    try {
      for (let round = 0; round < 6; round += 1) {
        const house = await api.house();
        const booking = await book(house, PEOPLE);
        const elsewhere = new HttpClient(url, { bota75: house.neighbour.cookie });
        const wish = { title: 'Vite', organisationId: house.voisins, roomIds: [house.b], ...at('10:30–11:30') };
        const [closing, taking] = await Promise.all([
          close(house, { choices: [moving(booking, house.b)] }),
          elsewhere.post(house.path('bookings'), wish),
        ]);
        expect([closing.status, taking.status].sort()).toEqual([201, 409]);
        const isClosed = closing.status === 201;
        expect((await closuresOf(house)).length).toBe(isClosed ? 1 : 0);
        expect((await read(house, booking)).roomIds).toEqual([isClosed ? house.b : house.a]);
        if (!isClosed) expect(closing.body.errors?.[0]).toMatchObject({ path: 'choices.0', reasons: [{ code: 'ROOM_TAKEN' }] });
      }
    } finally {
      await other.close();
    }
  });

  it('two closures that move to one room: one is made', async () => {
    const house = await api.house();
    const [inA, inStudio] = [await book(house, { attendees: 3 }), await book(house, { attendees: 3, roomIds: [house.studio] })];
    const answers = await Promise.all([
      close(house, { choices: [moving(inA, house.b)] }),
      close(house, { roomIds: [house.studio], choices: [moving(inStudio, house.b)] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await closuresOf(house)).toHaveLength(1);
  });

  it('waits for nobody’s quota with rooms in hand: who books meanwhile books', async () => {
    const house = await api.house();
    await quota(house);
    const first = await book(house, { ...PEOPLE, organisationId: house.voisins, ...at('08:00–09:00') }, house.neighbour);
    const [second, ready] = [await book(house, PEOPLE), await book(house, { roomIds: [house.studio], ...at('08:00–09:00') })];
    const choices = [moving(first, house.b), moving(second, house.b)];
    let status = 0;
    const begin = async () => ({ status } = await close(house, { choices }));
    await takesMeanwhile(api.db, house, { ready, roomId: house.b }, begin);
    expect([status, await closuresOf(house)]).toEqual([409, []]);
  });

  it('the same key, at once and again, closes and settles once; for something else it is refused, and without it the closure is there already', async () => {
    const house = await api.house();
    const booking = await book(house);
    const key = { 'idempotency-key': 'closing-1' };
    const wish = { choices: [cancelling(booking)] };
    const answers = await Promise.all([1, 2, 3].map(() => close(house, wish, house.coordinator, key)));
    answers.push(await close(house, wish, house.coordinator, key));
    expect(answers.map(({ status, body }) => [status, body.items[0]?.id])).toEqual(Array(4).fill([201, answers[0]?.body.items[0]?.id]));
    expect((await close(house, { ...wish, message: 'autre' }, house.coordinator, key)).body.code).toBe('idempotency-key-reused');
    expect((await close(house, wish)).body.code).toBe('closure/already');
    expect((await logOf(house)).filter((kind) => /^closure|cancelled/.test(kind))).toEqual(['closure.added', 'booking.cancelled']);
    expect(await lettersTo(api, house.member)).toHaveLength(1);
  });
});

it('who cancels or moves a date while it is settled: each is answered, and the date became one thing', async () => {
  for (let round = 0; round < 4; round += 1) {
    const house = await api.house();
    const [gone, moved] = [await book(house, PEOPLE), await book(house, { ...at('14:00–15:00'), ...PEOPLE })];
    const elsewhere = { scope: 'all', start: '2026-03-19T14:00', end: '2026-03-19T15:00' };
    const [closing, cancelled, edited] = await Promise.all([
      close(house, { choices: [cancelling(gone), moving(moved, house.b)] }),
      house.member.post(house.path(`bookings/${gone.id}/cancellation`), {}),
      house.member.patch(house.path(`bookings/${moved.id}`), elsewhere),
    ]);
    expect([closing.status, [200, 409].includes(cancelled.status), edited.status]).toEqual([201, true, 200]);
    expect(await statuses(house, gone)).toEqual(['cancelled']);
    expect((await read(house, moved)).occurrences.map(({ start }) => start)).toEqual(['2026-03-19T13:00:00.000Z']);
    const entries = await api.db.query(`SELECT FROM log WHERE space_id = $1 AND kind = 'booking.cancelled'`, [house.id]);
    expect(entries).toHaveLength(1);
  }
});

describe('what changed since the list was read', () => {
  it('is kept, and told: what was booked since; what left or ended since is left alone', async () => {
    const house = await api.house();
    const [stays, leaves, ends] = [await book(house), await book(house, at('14:00–15:00')), await book(house, at('16:00–17:00'))];
    const { items } = await met(house);
    const later = await book(house, { ...at('18:00–19:00'), title: 'Tard' });
    await house.member.patch(house.path(`bookings/${leaves.id}`), { scope: 'all', start: '2026-03-18T14:00', end: '2026-03-18T15:00' });
    await house.member.post(house.path(`bookings/${ends.id}/cancellation`), {});
    const choices = items.map(({ occurrenceId }) => ({ act: 'cancel', occurrenceId }));
    const { status, body } = await close(house, { choices });
    expect([status, body.settled]).toEqual([201, { kept: 1, cancelled: 1, moved: 0 }]);
    expect(await Promise.all([stays, leaves, later].map((one) => statuses(house, one)))).toEqual([
      ['cancelled'],
      ['confirmed'],
      ['confirmed'],
    ]);
    const [told] = await toldTo(house, house.member);
    expect(told?.text.filter((line) => /^(Annulé|Maintenu)/.test(line))).toEqual([
      `Annulé${HARD}: «${HARD}Assemblée${HARD}», lundi 16 mars 2026, 10:00–11:00.`,
      expect.stringContaining(`Maintenu${HARD}: «${HARD}Tard${HARD}»`),
    ]);
  });

  it('a date that has begun stays', async () => {
    const house = await api.house();
    const today = { start: '2026-01-05T00:00', end: '2026-01-06T00:00' };
    const booking = await book(house, { start: '2026-01-05T10:00', end: '2026-01-05T11:00' });
    expect((await met(house, today)).items[0]?.may).toMatchObject({ cancel: true, edit: true });
    api.setNow('2026-01-05T09:00:00Z'); // it begins this very moment
    expect((await met(house, today)).items[0]?.may.cancel).toBe(false);
    const { body } = await close(house, { ...today, choices: [cancelling(booking)] });
    expect([body.settled, await statuses(house, booking)]).toEqual([{ kept: 1, cancelled: 0, moved: 0 }, ['confirmed']]);
  });
});

describe('a date that is moved', () => {
  it('goes where there is room for it: before saving one sees where, by the rules and with the closure in mind', async () => {
    const house = await api.house();
    const booking = await book(house, PEOPLE);
    const near = await placesFor(house, dateOf(booking));
    expect(near).toContainEqual({ roomIds: [house.b], start: booking.start, end: booking.end });
    expect(near.some(({ roomIds }) => roomIds.includes(house.hall) || roomIds.includes(house.studio))).toBe(false);
    expect(near.find(({ roomIds }) => roomIds.includes(house.a))?.start).toBe('2026-03-17T09:00:00.000Z');
    const whole = await placesFor(house, dateOf(booking), { roomIds: [], end: '2026-03-21T00:00' });
    expect(whole.map(({ start }) => start)).toEqual(['2026-03-21', '2026-03-22', '2026-03-23'].map((day) => `${day}T09:00:00.000Z`));
    await book(house, { roomIds: [house.b] });
    expect((await placesFor(house, dateOf(booking))).some(({ roomIds }) => roomIds.includes(house.b))).toBe(false);
  });

  it('goes to another room and another time, each date of a series by itself; one that was moved into the closure too', async () => {
    const house = await api.house();
    const series = await book(house, { ...daily(4), ...PEOPLE });
    const into = { scope: 'this', occurrenceId: dateOf(series, 3), start: '2026-03-16T15:00', end: '2026-03-16T16:00' };
    await house.member.patch(house.path(`bookings/${series.id}`), into);
    const time = { start: '2026-03-20T15:00', end: '2026-03-20T16:00' };
    const { status, body } = await close(house, {
      choices: [moving(series, house.b), moving(series, house.a, 3, time)],
    });
    expect([status, body.settled]).toEqual([201, { kept: 0, cancelled: 0, moved: 2 }]);
    const after = await read(house, series);
    expect(after.occurrences.map(({ start, roomIds }) => [start, roomIds[0]])).toEqual([
      ['2026-03-16T09:00:00.000Z', house.b],
      ['2026-03-17T09:00:00.000Z', house.a],
      ['2026-03-18T09:00:00.000Z', house.a],
      ['2026-03-20T14:00:00.000Z', house.a],
    ]);
    expect(after.occurrences.every(({ flags }) => !flags.includes('closed'))).toBe(true);
    expect(after.occurrences.map(({ recurrenceId }) => recurrenceId)).toEqual(series.occurrences.map(({ recurrenceId }) => recurrenceId));
  });

  it('keeps the clock of the house on the day it is set forward', async () => {
    const house = await api.house();
    const booking = await book(house, { start: '2026-03-28T10:00', end: '2026-03-28T11:00' });
    const choices = [moving(booking, house.a, 0, { start: '2026-03-29T10:00', end: '2026-03-29T11:00' })];
    expect((await close(house, { start: '2026-03-28T00:00', end: '2026-03-29T02:00', choices })).status).toBe(201);
    expect((await read(house, booking)).occurrences[0]?.start).toBe('2026-03-29T08:00:00.000Z');
  });

  it('does not go into a part of what closes, nor out of what is not confirmed', async () => {
    const house = await api.house();
    const inA = await book(house, PEOPLE);
    const { body } = await close(house, { roomIds: [house.hall], choices: [moving(inA, house.b)] });
    expect(body.errors?.[0]?.reasons?.[0]?.code).toBe('CLOSED');
    const approved = await house.room({ name: 'Chapelle', rules: { approval: { always: true, outsideHours: false, blocks: true } } });
    const asked = await book(house, { roomIds: [approved] });
    const refused = await close(house, { roomIds: [approved], choices: [moving(asked, house.b)] });
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([409, 'choices.0']);
  });
});

describe('a date that is cancelled', () => {
  it('by the house is never late, gives its quota back and leaves the rest of its series', async () => {
    const house = await api.house();
    await api.db.query(`UPDATE room SET rules = '{"cancelMinutes": 600000}' WHERE space_id = $1 AND id = $2`, [house.id, house.a]);
    await quota(house, { limit: 120 });
    const series = await book(house, daily(2));
    expect((await ask(house, { ...at('14:00–15:00'), roomIds: [house.b] })).body.reasons?.[0]?.code).toBe('QUOTA_EXCEEDED');
    await close(house, { choices: [cancelling(series)], message: 'Fuite' });
    const { occurrences, version } = await read(house, series);
    expect(occurrences.map(({ status, cancelledLate }) => [status, cancelledLate])).toEqual([
      ['cancelled', false],
      ['confirmed', false],
    ]);
    expect(version).toBe(2);
    expect((await ask(house, { ...at('14:00–15:00'), roomIds: [house.b] })).status).toBe(201);
  });

  it('is offered to nobody inside the closure; what is free outside of it is', async () => {
    const house = await api.house();
    const taker = await book(house, at('10:00–14:00'));
    await waits(house, at('12:00–13:00'), house.colleague);
    await waits(house, at('10:00–11:00'), house.admin);
    await close(house, { start: '2026-03-16T11:30', end: '2026-03-16T18:00', choices: [cancelling(taker)] });
    await api.app.get(Offers).serve(house.id);
    expect([(await offered(house, house.colleague)).length, (await offered(house, house.admin)).length]).toEqual([0, 1]);
  });

  it('that was only asked for is declined, with the message; what is left of a request goes on waiting', async () => {
    const house = await api.house();
    const rules = { approval: { always: true, outsideHours: false, blocks: true } };
    const room = await house.room({ name: 'Chapelle', rules });
    const [single, series] = [
      await book(house, { ...at('14:00–15:00'), roomIds: [room] }),
      await book(house, { ...daily(2), roomIds: [room] }),
    ];
    const { items } = await met(house, { roomIds: [room] });
    expect(items.map(({ status }) => status)).toEqual(['requested', 'requested']);
    const { body } = await close(house, { roomIds: [room], choices: [cancelling(single), cancelling(series)], message: 'Travaux' });
    expect(body.settled).toEqual({ kept: 0, cancelled: 2, moved: 0 });
    expect([await read(house, single), await read(house, series)]).toMatchObject([
      { status: 'declined', decisionNote: 'Travaux', occurrences: [{ status: 'declined' }] },
      { status: 'requested', occurrences: [{ status: 'cancelled' }, { status: 'requested' }] },
    ]);
    const [told, ...more] = await toldTo(house, house.member);
    expect([told?.text.some((line) => line.startsWith(`Décliné${HARD}:`)), more]).toEqual([true, []]);
  });

  it('of more than fifty, all of them in one go', async () => {
    const house = await api.house();
    const month = { start: '2026-03-16T00:00', end: '2026-05-16T00:00' };
    const series = await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=58' } });
    const { count, items, others } = await met(house, month);
    expect([count, items.length, others.length]).toEqual([58, 50, 8]);
    const choices = [...items.map(({ occurrenceId }) => occurrenceId), ...others].map((occurrenceId) => ({ act: 'cancel', occurrenceId }));
    const { body } = await close(house, { ...month, choices });
    expect(body.settled).toEqual({ kept: 0, cancelled: 58, moved: 0 });
    expect(await read(house, series)).toMatchObject({ status: 'cancelled', version: 2 });
    const [told] = await toldTo(house, house.member);
    expect(told?.text.join(' ')).toContain('et encore 53');
  });
});

describe('who booked', () => {
  it('hears once of the closure and of all that became of their dates, with what their calendar needs of each booking', async () => {
    const house = await api.house();
    const [gone, kept] = [await book(house, { title: 'Chorale' }), await book(house, { ...at('18:00–19:00'), title: 'Yoga' })];
    const moved = await book(house, { ...at('14:00–15:00'), title: 'Conseil', ...PEOPLE });
    const closing = {
      ...{ reason: { fr: 'Travaux' }, message: 'Avec nos excuses' },
      choices: [cancelling(gone), moving(moved, house.b)],
    };
    const { body } = await close(house, closing);
    expect(body.settled).toEqual({ kept: 1, cancelled: 1, moved: 1 });
    const [told, ...more] = await toldTo(house, house.member);
    expect([told?.title, told?.family, more]).toEqual([`Fermeture, vos dates changent${HARD}: Salle A`, 'bookings', []]);
    const title = (name: string) => `«${HARD}${name}${HARD}»`;
    expect(told?.text.slice(1)).toEqual([
      `Raison${HARD}: ${title('Travaux')}`,
      `Annulé${HARD}: ${title('Chorale')}, lundi 16 mars 2026, 10:00–11:00.`,
      `Déplacé${HARD}: ${title('Conseil')}, lundi 16 mars 2026, 14:00–15:00, devient lundi 16 mars 2026, 14:00–15:00, Salle B.`,
      `Maintenu${HARD}: ${title('Yoga')}, lundi 16 mars 2026, 18:00–19:00. Changez de salle ou d’heure, ou annulez vous-même.`,
      `Message de la coordination${HARD}: ${title('Avec nos excuses')}`,
    ]);
    expect((await lettersTo(api, house.member)).map(({ kind }) => kind)).toEqual(['booking-closed-settled']);
    const text = (await calendarsTo(house.member.email)).replaceAll('\r\n ', '');
    expect(text.match(/^METHOD:\w+|^UID:.*|^SEQUENCE:\d+/gm)?.map((line) => line.trim())).toEqual([
      ...['METHOD:CANCEL', `UID:${gone.uid}`, 'SEQUENCE:1'],
      ...['METHOD:REQUEST', `UID:${moved.uid}`, 'SEQUENCE:1'],
    ]);
    expect(text).not.toContain(kept.uid);
  });

  it('hears nothing of what they settle themselves; the others do', async () => {
    const house = await api.house();
    const own = await book(house, {}, house.coordinator);
    const theirs = await book(house, { ...at('14:00–15:00'), organisationId: house.voisins }, house.neighbour);
    await close(house, { choices: [cancelling(own), cancelling(theirs)] });
    expect([await toldTo(house, house.coordinator), (await toldTo(house, house.neighbour)).length]).toEqual([[], 1]);
    expect((await logOf(house)).filter((kind) => kind === 'booking.cancelled')).toHaveLength(2);
  });
});
