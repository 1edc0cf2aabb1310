import { Confirmations, OwnChanges } from '@bota/booking/api';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import type { House } from './house.fixture';
import { close, moving } from './closings.fixture';
import { useMailServer } from './mail.fixture';
import { anotherProcess, lettersTo } from './notifications.fixture';
import { calendarsOf, cancels, edits } from './participant.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const SERIES = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } };
const START = '2026-03-02T08:00:00Z';

let now = START;
const confirm = () => api.app.get(Confirmations).write();
const write = (app = api.app) => app.get(OwnChanges).write();
const wait = (minutes: number) => {
  now = new Date(new Date(now).getTime() + minutes * 60_000).toISOString();
  api.setNow(now);
};
/** All that rests is told. */
const rest = async () => {
  wait(3);
  return write();
};
const kinds = async ({ member }: House) => (await lettersTo(api, member)).map(({ kind }) => kind);
/** Letters that arrived, the confirmation first. */
const letters = (house: House, count: number) => mail.to(house.member.email, count);
const parts = async (house: House, count: number) => calendarsOf((await letters(house, count)).at(-1));
/** A house whose member booked and was confirmed it. */
async function booked(wish: Parameters<typeof book>[1] = {}) {
  const house = await api.house();
  const booking = await book(house, wish);
  await confirm();
  return { house, booking, id: booking.id };
}

beforeEach(async () => {
  now = START;
  api.setNow(now);
  while ((await confirm()) > 0);
  await rest();
});

describe('one letter', () => {
  it('brings up to date what one changes oneself, once it rests, under the same UID', async () => {
    const { house, booking, id } = await booked();
    await edits(house, id, { ...at('14:00–15:00'), roomIds: [house.b] });
    wait(1);
    expect([await write(), await kinds(house)]).toEqual([0, ['booking-confirmed']]);
    expect([await rest(), await rest()]).toEqual([1, 0]);
    expect(await kinds(house)).toEqual(['booking-confirmed', 'own-booking-changed']);
    const [, letter] = await letters(house, 2);
    expect(letter?.subject).toBe('Votre agenda\u00a0: Assemblée a changé');
    expect(letter?.text).toContain('lundi 16 mars 2026, 14:00–15:00, Salle B.');
    expect(letter?.text).not.toContain('/reply');
    expect(calendarsOf(letter)).toMatchObject([{ method: 'REQUEST', uid: booking.uid, sequence: 1, partstat: 'ACCEPTED' }]);
  });

  it('takes out what one cancels', async () => {
    const { house, booking, id } = await booked();
    await cancels(house, id);
    await rest();
    const [, letter] = await letters(house, 2);
    expect(letter?.subject).toBe('Votre agenda\u00a0: Assemblée est annulé');
    expect(letter?.text).toContain('lundi 16 mars 2026, 10:00–11:00, Salle A.');
    expect(calendarsOf(letter)).toMatchObject([{ method: 'CANCEL', uid: booking.uid, sequence: 1 }]);
  });

  it('tells of changes that follow each other', async () => {
    const { house, id } = await booked();
    await edits(house, id, at('14:00–15:00'));
    wait(1);
    await edits(house, id, at('15:00–16:00'));
    wait(1);
    expect(await write()).toBe(0);
    await edits(house, id, { title: 'Conseil' });
    await rest();
    expect(await parts(house, 2)).toMatchObject([{ sequence: 3 }]);
    expect(await kinds(house)).toHaveLength(2);
    await cancels(house, id);
    await rest();
    expect(await parts(house, 3)).toMatchObject([{ method: 'CANCEL', sequence: 4 }]);
  });

  it('is in the language of who booked', async () => {
    const { house, id } = await booked();
    await api.db.query(`UPDATE person SET language = 'nl' WHERE id = $1`, [house.member.id]);
    await edits(house, id, at('14:00–15:00'));
    await rest();
    expect((await letters(house, 2))[1]?.subject).toBe('Uw agenda: Assemblée is gewijzigd');
  });

  it('is written once by two processes and a job that runs twice', async () => {
    const { house, id } = await booked();
    const second = await anotherProcess(api);
    const other = await book(house, at('12:00–13:00'));
    await confirm();
    for (const one of [id, other.id]) await edits(house, one, { title: 'Conseil' });
    wait(3);
    const counts = await Promise.all([write(), write(second), write(), write(second)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect((await kinds(house)).filter((kind) => kind === 'own-booking-changed')).toHaveLength(2);
    await second.close();
  });

  it('that cannot be written waits, and keeps nobody else waiting', async () => {
    const { house, id } = await booked();
    const other = await book(house, at('12:00–13:00'));
    await confirm();
    for (const one of [id, other.id]) await edits(house, one, { title: 'Conseil' });
    await api.db.query(`UPDATE booking SET zone = 'Nowhere/Nowhere' WHERE id = $1`, [id]);
    expect(await rest()).toBe(1);
    await api.db.query(`UPDATE booking SET zone = 'Europe/Brussels' WHERE id = $1`, [id]);
    expect([await write(), (await kinds(house)).length]).toEqual([1, 4]);
  });
});

describe('nothing is said', () => {
  it('of what was dragged and undone', async () => {
    const { house, id } = await booked();
    await edits(house, id, at('14:00–15:00'));
    await edits(house, id, at('10:00–11:00'));
    expect([await rest(), await kinds(house)]).toEqual([1, ['booking-confirmed']]);
  });

  it('of what is no matter of time, room or title', async () => {
    const { house, id } = await booked();
    await edits(house, id, { description: 'Avec café', attendees: 4 });
    await rest();
    expect(await kinds(house)).toEqual(['booking-confirmed']);
  });

  it('of what was cancelled before it was confirmed', async () => {
    const house = await api.house();
    const { id } = await book(house);
    await cancels(house, id);
    await confirm();
    await rest();
    expect(await kinds(house)).toEqual([]);
  });

  it('of what is over', async () => {
    const { house, id } = await booked();
    await edits(house, id, at('14:00–15:00'));
    now = '2026-03-16T14:00:00Z';
    api.setNow(now);
    await rest();
    expect(await kinds(house)).toEqual(['booking-confirmed']);
    await api.app.get(OwnChanges).forget();
    expect(await api.db.query('SELECT FROM booking_confirmation WHERE booking_id = $1', [id])).toEqual([]);
  });

  it.each([
    ['who has none', async (house: House) => void (await choose(house, 'none'))],
    [
      'who may see it no more',
      async (house: House) => void (await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.member.id])),
    ],
    [
      'who erased their account',
      async (house: House) => void (await api.db.query('UPDATE person SET erased_at = now() WHERE id = $1', [house.member.id])),
    ],
  ])('to %s', async (_, change) => {
    const { house, id } = await booked({ visibility: 'private' });
    await edits(house, id, at('14:00–15:00'));
    await change(house);
    expect([await rest(), await rest(), await kinds(house)]).toEqual([1, 0, ['booking-confirmed']]);
  });

  it('to who had no confirmation', async () => {
    const house = await api.house();
    await choose(house, 'none');
    const { id } = await book(house);
    await confirm();
    await choose(house, 'mail');
    await edits(house, id, at('14:00–15:00'));
    expect([await rest(), await kinds(house)]).toEqual([0, []]);
  });
});

describe('what others change', () => {
  it('is told by their letter alone, also with what one changed oneself just before', async () => {
    const { house, id } = await booked();
    await edits(house, id, at('14:00–15:00'));
    wait(1);
    await edits(house, id, { roomIds: [house.b] }, house.coordinator);
    expect([await rest(), await kinds(house)]).toEqual([0, ['booking-confirmed', 'booking-changed']]);
  });

  it('is what one’s calendar knows from then on', async () => {
    const { house, id } = await booked();
    await edits(house, id, at('14:00–15:00'), house.coordinator);
    await edits(house, id, at('10:00–11:00'));
    await rest();
    expect(await kinds(house)).toEqual(['booking-confirmed', 'booking-changed', 'own-booking-changed']);
    expect(await parts(house, 3)).toMatchObject([{ method: 'REQUEST', sequence: 2 }]);
  });

  it('is told when it came before the confirmation, and then what one changes', async () => {
    const house = await api.house();
    const { id } = await book(house);
    await edits(house, id, at('14:00–15:00'), house.coordinator);
    await confirm();
    await cancels(house, id);
    await rest();
    expect(await kinds(house)).toEqual(['booking-changed', 'own-booking-cancelled']);
  });

  it('brings no letter to who hears of it in the application alone, until they change something themselves', async () => {
    const { house, id } = await booked();
    await hearOfOthers(house, 'app');
    await edits(house, id, at('14:00–15:00'), house.coordinator);
    expect([await rest(), await kinds(house)]).toEqual([0, ['booking-confirmed']]);
    await edits(house, id, { roomIds: [house.b] });
    await rest();
    expect(await parts(house, 2)).toMatchObject([{ method: 'REQUEST', sequence: 2 }]);
  });

  it('in the application alone keeps nobody from hearing of what they changed just before', async () => {
    const { house, id } = await booked();
    await hearOfOthers(house, 'digest');
    await edits(house, id, at('14:00–15:00'));
    await edits(house, id, { roomIds: [house.b] }, house.coordinator);
    await rest();
    expect(await kinds(house)).toEqual(['booking-confirmed', 'own-booking-changed']);
  });

  it('by closing rooms is told by the letter about the closure', async () => {
    const { house, booking } = await booked();
    expect((await close(house, { choices: [moving(booking, house.b)] })).status).toBe(201);
    expect([await rest(), await kinds(house)]).toEqual([0, ['booking-confirmed', 'booking-closed-settled']]);
    await cancels(house, booking.id);
    await rest();
    expect(await kinds(house)).toEqual(['booking-confirmed', 'booking-closed-settled', 'own-booking-cancelled']);
  });

  it('of a series is told once, whatever goes on from it', async () => {
    const { house, booking, id } = await booked(SERIES);
    await edits(house, id, { ...cutAt(booking.occurrences[2]?.id), title: 'Conseil' }, house.coordinator);
    expect([await rest(), await kinds(house)]).toEqual([0, ['booking-confirmed', 'booking-changed']]);
  });
});

describe('of a series', () => {
  it('one date that moves or is cancelled goes with the whole', async () => {
    const { house, booking, id } = await booked(SERIES);
    const [, second, third] = booking.occurrences;
    await edits(house, id, { scope: 'this', occurrenceId: second?.id, start: '2026-03-24T10:00', end: '2026-03-24T11:00' });
    await cancels(house, id, { scope: 'this', occurrenceId: third?.id });
    await rest();
    expect(await parts(house, 2)).toMatchObject([{ method: 'REQUEST', uid: booking.uid, sequence: 2, events: 2, exdates: 1 }]);
  });

  it('that ends sooner the calendar keeps what comes before', async () => {
    const { house, booking, id } = await booked(SERIES);
    await cancels(house, id, { scope: 'following', occurrenceId: booking.occurrences[2]?.id });
    await rest();
    expect(await parts(house, 2)).toMatchObject([{ method: 'REQUEST', uid: booking.uid, sequence: 1 }]);
  });

  it('that is cut at a date one letter tells both parts, and later each of its own', async () => {
    const { house, booking, id } = await booked(SERIES);
    const { body: next } = await edits(house, id, cutAt(booking.occurrences[2]?.id));
    await rest();
    expect((await parts(house, 2)).map(({ method, uid, sequence }) => [method, uid, sequence])).toEqual([
      ['REQUEST', next.uid, 0],
      ['REQUEST', booking.uid, 1],
    ]);
    await cancels(house, next.id);
    await rest();
    expect((await parts(house, 3)).map(({ method, uid }) => [method, uid])).toEqual([['CANCEL', next.uid]]);
    expect(await kinds(house)).toHaveLength(3);
  });

  it('that is cut twice waits for the last cut, and tells all of it', async () => {
    const { house, booking, id } = await booked(SERIES);
    const { body: next } = await edits(house, id, cutAt(booking.occurrences[1]?.id));
    wait(1);
    const { body: last } = await edits(house, next.id, cutAt(booking.occurrences[2]?.id));
    wait(1.5);
    expect([await write(), await kinds(house)]).toEqual([0, ['booking-confirmed']]);
    await rest();
    expect((await parts(house, 2)).map(({ uid }) => uid)).toEqual([next.uid, last.uid, booking.uid]);
    expect([await rest(), (await kinds(house)).length]).toEqual([0, 2]);
  });
});

const choose = (house: House, way: string) => house.member.patch('/api/me/notification-preferences', { ways: { confirmations: way } });

const hearOfOthers = (house: House, way: string) => house.member.patch('/api/me/notification-preferences', { ways: { bookings: way } });

function cutAt(occurrenceId: string | undefined) {
  return { scope: 'following', occurrenceId, title: 'Atelier' };
}
