import { HorizonJob, Invitations } from '@bota/booking/api';
import { type Booking, LETTERS_A_DAY } from '@bota/booking/domain';
import { limitKey } from '@bota/people/api';
import { useApi } from './api.fixture';
import { ask, at, book } from './booking.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { calendarsOf, cancels, edits, invited, reads, useGuests } from './participant.fixture';
import { answers } from './reply.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);

const { addressOf, lettersTo, letters, reader } = useGuests(api, mail);
let [ADA, BO, CY] = ['', '', ''];
const SERIES = { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } };
const DURING = '2026-03-16T09:30:00Z';
beforeEach(() => {
  [ADA, BO, CY] = ['ada', 'bo', 'cy'].map(addressOf) as [string, string, string];
});

describe('a series without end', () => {
  const ENDLESS = { recurrence: { rrule: 'FREQ=WEEKLY' }, title: 'Chorale' };
  /** Told of were three dates of March; then came more. */
  async function grown(): Promise<{ house: House; id: string; late: string[] }> {
    const house = await api.house({ horizonDays: 30 });
    const { id, occurrences } = await book(house, { ...ENDLESS, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    api.setNow('2026-03-26T08:00:00Z');
    await api.app.get(HorizonJob).roll();
    const late = (await reads(house, id)).body.occurrences.map((one) => one.id).slice(occurrences.length);
    expect([late.length > 2, await lettersTo(ADA)]).toEqual([true, [1]]);
    return { house, id, late };
  }

  it.each([
    ['is cancelled', (house: House, id: string, occurrenceId?: string) => cancels(house, id, { scope: 'this', occurrenceId })],
    [
      'takes another room',
      (house: House, id: string, occurrenceId?: string) => edits(house, id, { scope: 'this', occurrenceId, roomIds: [house.b] }),
    ],
    [
      'has another title',
      (house: House, id: string, occurrenceId?: string) => edits(house, id, { scope: 'this', occurrenceId, title: 'Concert' }),
    ],
  ])('of which a date that its rule gave later %s: participants hear, once', async (_, change) => {
    const { house, id, late } = await grown();
    expect((await change(house, id, late[0])).status).toBe(200);
    expect(await lettersTo(ADA)).toEqual([2]);
    await edits(house, id, { description: 'Apporter ses partitions' });
    expect(await lettersTo(ADA)).toEqual([2]);
  });

  it('that is renamed when all dates that were told of are over', async () => {
    const { house, id } = await grown();
    api.setNow('2026-03-31T08:00:00Z');
    await edits(house, id, { title: 'Grande chorale' });
    expect(await lettersTo(ADA)).toEqual([2]);
  });

  it('that does not get a date as it grows', async () => {
    const house = await api.house({ horizonDays: 30 });
    await book(house, { ...ENDLESS, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    await house.close('2026-04-13T06:00:00Z', '2026-04-13T20:00:00Z');
    api.setNow('2026-03-26T08:00:00Z');
    await api.app.get(HorizonJob).roll();
    expect(await lettersTo(ADA)).toEqual([2]);
    expect(calendarsOf((await mail.to(ADA, 2))[1])).toMatchObject([{ method: 'REQUEST', exdates: 1 }]);
  });
});

describe('what goes on', () => {
  it('invites who is named meanwhile', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA));
    expect(await lettersTo(ADA)).toEqual([1]);
    api.setNow(DURING);
    await edits(house, id, invited(ADA, BO));
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    expect((await mail.to(BO))[0]?.subject).toContain('Invitation');
  });

  it('is told of when it is put off, and of nothing else', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA));
    expect(await lettersTo(ADA)).toEqual([1]);
    api.setNow(DURING);
    await edits(house, id, { title: 'Assemblée générale' });
    expect(await lettersTo(ADA)).toEqual([1]);
    expect((await edits(house, id, at('15:00–16:00'))).status).toBe(200);
    expect(await lettersTo(ADA)).toEqual([2]);
  });

  it('sooner than was said is not told as cancelled', async () => {
    const house = await api.house();
    const { id } = await book(house, { ...at('14:00–15:00'), ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    api.setNow(DURING);
    expect((await edits(house, id, at('10:00–11:00'), house.coordinator)).status).toBe(200);
    expect(await lettersTo(ADA)).toEqual([2]);
    const [, letter] = await mail.to(ADA, 2);
    expect([letter?.subject, calendarsOf(letter)[0]?.method]).toEqual(['Invitation modifiée\u00a0: Assemblée', 'REQUEST']);
  });
});

describe('a series that is cut', () => {
  const cutAt = (occurrenceId?: string) => ({ scope: 'following', occurrenceId, start: '2026-03-30T14:00', end: '2026-03-30T15:00' });

  it('when all before is over tells who is no more of the rest that they are not expected, and leaves what was', async () => {
    const house = await api.house();
    const { id, uid, occurrences } = await book(house, { ...SERIES, ...invited(ADA, BO) });
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    api.setNow('2026-03-28T08:00:00Z');
    await edits(house, id, { ...cutAt(occurrences[2]?.id), ...invited(ADA) });
    expect(await lettersTo(ADA, BO)).toEqual([2, 2]);
    const [, letter] = await mail.to(BO, 2);
    expect([letter?.subject, letter?.text?.includes('14:00')]).toEqual(['Invitation retirée\u00a0: Assemblée', true]);
    expect(calendarsOf(letter)).toMatchObject([{ method: 'REQUEST', uid }]);
  });

  it('and of which the rest is cancelled before anybody heard, tells that the first ends, and invites nobody to the rest', async () => {
    const house = await api.house();
    const { id, uid, occurrences } = await book(house, { ...SERIES, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    const next = (await edits(house, id, { ...cutAt(occurrences[2]?.id), ...invited(ADA, BO) })).body;
    await cancels(house, next.id);
    expect(await lettersTo(ADA, BO)).toEqual([2, 0]);
    expect(calendarsOf((await mail.to(ADA, 2))[1]).map((part) => part.uid)).toEqual([uid]);
  });

  it('and of which the first is cancelled before anybody heard, takes that out of calendars', async () => {
    const house = await api.house();
    const { id, uid, occurrences } = await book(house, { ...SERIES, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    const next = (await edits(house, id, cutAt(occurrences[2]?.id))).body;
    await cancels(house, id);
    expect(await lettersTo(ADA)).toEqual([2]);
    expect(calendarsOf((await mail.to(ADA, 2))[1]).map((part) => [part.method, part.uid])).toEqual([
      ['REQUEST', next.uid],
      ['CANCEL', uid],
    ]);
  });

  it('invites to the rest who was left out of it and is named again', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, { ...SERIES, ...invited(ADA, BO) });
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    const next = (await edits(house, id, { ...cutAt(occurrences[2]?.id), ...invited(ADA) })).body;
    expect(await lettersTo(ADA, BO)).toEqual([2, 2]);
    await edits(house, next.id, invited(ADA, BO));
    expect(await lettersTo(ADA, BO)).toEqual([2, 3]);
    expect((await mail.to(BO, 3))[2]?.subject).toBe('Invitation\u00a0: Assemblée');
  });

  it('twice before anybody heard, is a change of what they know, not an invitation', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, { ...SERIES, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    const next = (await edits(house, id, cutAt(occurrences[2]?.id))).body;
    const last = { scope: 'following', occurrenceId: occurrences[3]?.id, start: '2026-04-06T16:00', end: '2026-04-06T17:00' };
    await edits(house, next.id, { ...last, ...invited(ADA, BO) });
    expect(await lettersTo(ADA, BO)).toEqual([3, 1]);
    const subjects = (await mail.to(ADA, 3)).slice(1).map(({ subject }) => subject);
    expect([...new Set(subjects), (await mail.to(BO))[0]?.subject]).toEqual(
      ['Invitation modifiée', 'Invitation'].map((act) => `${act}\u00a0: Assemblée`),
    );
  });

  it('asks of the rest alone: of what comes before stands what was answered', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, { ...SERIES, ...invited(ADA) });
    await letters(ADA, 1);
    await answers(house, reader(), await mail.secretTo(ADA), 'accepted');
    await edits(house, id, cutAt(occurrences[2]?.id));
    const [, letter] = await letters(ADA, 2);
    expect(calendarsOf(letter).map(({ partstat }) => partstat)).toEqual(['NEEDS-ACTION', 'ACCEPTED']);
  });
});

describe('what is not confirmed', () => {
  it('is private to whom it may invite one day, until it is, and when it never is', async () => {
    const house = await api.house();
    const rules = { approval: { always: true, outsideHours: false, blocks: true } };
    const room = await house.room({ name: 'Chapelle', capacity: 8, rules });
    const wish = { roomIds: [room], visibility: 'private' as const, ...invited(house.neighbour.email) };
    const [asked, other] = [await book(house, wish), await book(house, { ...wish, ...at('14:00–15:00') })];
    const seen = async (id: string) => (await reads(house, id, house.neighbour)).status;
    expect([await seen(asked.id), await seen(other.id)]).toEqual([404, 404]);
    await house.coordinator.post(house.path(`bookings/${asked.id}/decision`), { verdict: 'accept' });
    await house.coordinator.post(house.path(`bookings/${other.id}/decision`), { verdict: 'decline' });
    expect([await seen(asked.id), await seen(other.id)]).toEqual([200, 404]);
  });
});

describe('who is invited no more', () => {
  it('is forgotten with the letters they got, also while the booking goes on', async () => {
    const house = await api.house({ horizonDays: 365 });
    const { id } = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY' }, ...invited(ADA, BO) });
    expect(await lettersTo(ADA, BO)).toEqual([1, 1]);
    await edits(house, id, invited(BO));
    expect(await lettersTo(ADA, BO)).toEqual([2, 1]);
    await api.app.get(Invitations).forget();
    expect(await lettersTo(ADA, BO)).toEqual([2, 1]);
    api.setNow('2026-06-10T08:00:00Z');
    await api.app.get(Invitations).forget();
    expect(await lettersTo(ADA, BO)).toEqual([0, 1]);
  });
});

describe('letters in a day', () => {
  const fifty = invited(...Array.from({ length: 50 }, (_, n) => `p${n}@invited.example`));
  const TURNS = LETTERS_A_DAY / 50 + 1;
  const countOf = async (house: House): Promise<number> => {
    const rows: { points: number }[] = await api.db.query('SELECT points FROM sign_in_limit WHERE key = $1', [
      `participants:${limitKey(house.racines)}`,
    ]);
    return rows[0]?.points ?? 0;
  };

  it('are counted of changes when they are written, and keep nobody from changing', async () => {
    const house = await api.house();
    const { id } = await book(house, invited(ADA, BO));
    expect([await lettersTo(ADA, BO), await countOf(house)]).toEqual([[1, 1], 2]);
    for (const description of ['Une', 'Deux']) await edits(house, id, { ...at('10:00–11:00'), title: 'Assemblée', description });
    expect([await lettersTo(ADA, BO), await countOf(house)]).toEqual([[1, 1], 2]);
    await edits(house, id, { title: 'Réunion' });
    expect([await lettersTo(ADA, BO), await countOf(house)]).toEqual([[2, 2], 4]);
  });

  it('wait beyond twice as many, whatever changes, and then tell how it is', async () => {
    const house = await api.house();
    const { id, occurrences } = await book(house, { ...SERIES, ...invited(ADA) });
    expect(await lettersTo(ADA)).toEqual([1]);
    const key = `participants:${limitKey(house.racines)}`;
    await api.db.query('UPDATE sign_in_limit SET points = $2 WHERE key = $1', [key, 2 * LETTERS_A_DAY + 1]);
    for (const { id: occurrenceId } of occurrences.slice(1)) await cancels(house, id, { scope: 'this', occurrenceId });
    const other = await api.house();
    await book(other, invited(CY));
    expect(await lettersTo(ADA, CY)).toEqual([1, 1]);
    await api.db.query('DELETE FROM sign_in_limit WHERE key = $1', [key]);
    expect(await lettersTo(ADA)).toEqual([2]);
    expect(calendarsOf((await mail.to(ADA, 2))[1])).toMatchObject([{ method: 'REQUEST', exdates: 1 }]);
  });

  it('are counted once of what is asked several times at once', async () => {
    const house = await api.house();
    const headers = { 'idempotency-key': `at-once-${house.slug}` };
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask<Booking>(house, invited(ADA, BO), house.member, headers)));
    expect([answers.map(({ status }) => status), new Set(answers.map(({ body }) => body.id)).size]).toEqual([[201, 201, 201, 201], 1]);
    expect(await countOf(house)).toBe(2);
  });

  it('are not counted of what is refused', async () => {
    const house = await api.house();
    await book(house, at('10:00–12:00'), house.admin);
    const { id } = await book(house, { ...at('14:00–15:00'), ...invited(ADA) });
    for (let turn = 0; turn < TURNS; turn++) {
      expect((await ask(house, fifty)).status).toBe(409);
      expect((await edits(house, id, { ...at('10:00–11:00'), ...fifty })).status).toBe(409);
    }
    expect([await countOf(house), (await edits(house, id, fifty)).status]).toEqual([1, 200]);
  });
});
