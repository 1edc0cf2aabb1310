import type { CalendarImportReport } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { ask, book } from './booking.fixture';
import { calendar, confirm, event, eventOf, outcomeOf, previewed, receive, said, shown, startsIn } from './calendar.import.fixture';
import { read } from './edit.fixture';
import type { House } from './house.fixture';
import { quota } from './quota.fixture';

const api = useApi();
const SERIES = ['DTSTART;TZID=Europe/Brussels:20260316T100000', 'DTEND;TZID=Europe/Brussels:20260316T110000', 'RRULE:FREQ=WEEKLY;COUNT=3'];
const MOVED = [
  'RECURRENCE-ID;TZID=Europe/Brussels:20260323T100000',
  'DTSTART;TZID=Europe/Brussels:20260324T150000',
  'DTEND;TZID=Europe/Brussels:20260324T160000',
];
const CANCELLED = event({ more: ['LOCATION:Salle A', 'STATUS:CANCELLED'] });
const neighbourBooks = (house: House, start: string, end: string) =>
  book(house, { start, end, organisationId: house.voisins, title: 'Voisins' }, house.neighbour);

describe('a change that finds no room', () => {
  it.each(['skip', 'refuse'])('is refused as foretold (%s), keeps the old place, and is tried again the next time', async (onRefused) => {
    const house = await api.house();
    await confirm(house, calendar(event()));
    const inTheWay = await neighbourBooks(house, '2026-03-18T10:00', '2026-03-18T11:00');
    const later = calendar(event({ day: '20260318' }));
    const foretold = outcomeOf(await previewed(house, later, { onRefused }));
    expect(foretold).toMatchObject([{ uid: 'a', state: 'refused', dates: 0, conflicts: 1 }]);
    expect(outcomeOf(await confirm(house, later, { onRefused }))).toEqual(foretold);
    expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-18T09:00']);
    await house.neighbour.post(house.path(`bookings/${inTheWay.id}/cancellation`), {});
    expect(said(await confirm(house, later, { onRefused }))).toEqual(['a updated']);
    expect(await startsIn(house)).toEqual(['2026-03-18T09:00']);
  });

  it('of a series keeps all its old dates, unless some of the new ones are free and were wanted', async () => {
    const house = await api.house();
    const series = (hours: [string, string]) => calendar(event({ hours, more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=3'] }));
    await confirm(house, series(['1000', '1100']));
    await neighbourBooks(house, '2026-03-23T14:00', '2026-03-23T15:00');
    const old = ['2026-03-16T09:00', '2026-03-23T09:00', '2026-03-30T08:00'];
    const later = series(['1400', '1500']);
    expect(said(await confirm(house, later, { onRefused: 'refuse' }))).toEqual(['a refused']);
    expect((await startsIn(house)).filter((start) => old.includes(start))).toEqual(old);
    const foretold = outcomeOf(await previewed(house, later));
    expect(foretold).toMatchObject([{ state: 'updated', dates: 2, conflicts: 1 }]);
    expect(outcomeOf(await confirm(house, later))).toEqual(foretold);
  });
});

it('an event that takes the place another one leaves is foretold and booked', async () => {
  const house = await api.house();
  await confirm(house, calendar(event(), event({ uid: 'b', day: '20260317' })));
  const next = calendar(CANCELLED, event({ uid: 'b', day: '20260318' }), event({ uid: 'c' }), event({ uid: 'd', day: '20260317' }));
  const foretold = outcomeOf(await previewed(house, next));
  expect(foretold.map(({ uid, state, dates }) => `${uid} ${state} ${dates}`)).toEqual([
    'a cancelled 0',
    'b updated 1',
    'c created 1',
    'd created 1',
  ]);
  expect(outcomeOf(await confirm(house, next))).toEqual(foretold);
});

describe('what is foretold is what is done', () => {
  const same = async (house: House, text: string) => {
    const foretold = outcomeOf(await previewed(house, text));
    expect(outcomeOf(await confirm(house, text))).toEqual(foretold);
    return foretold.map(({ uid, state }) => `${uid} ${state}`);
  };

  it('where a quota lets in the first events only, and later lets in what others gave back', async () => {
    const house = await api.house();
    await quota(house, { limit: 120 });
    const days = (...hours: string[]) =>
      calendar(
        ...hours.map((hour, index) => event({ uid: 'abc'[index], day: `2026031${index + 6}`, hours: [`${hour}00`, `${+hour + 1}00`] })),
      );
    expect(await same(house, days('10', '10', '10'))).toEqual(['a created', 'b created', 'c refused']);
    expect(await same(house, days('14', '14', '10'))).toEqual(['a updated', 'b updated', 'c refused']);
    const withoutFirst = days('14', '14', '10').replace('UID:a', 'UID:a\r\nSTATUS:CANCELLED');
    expect(await same(house, withoutFirst)).toEqual(['a cancelled', 'c created', 'b unchanged']);
  });

  it('where a date is renamed so late that nobody could book it, by who has left the house', async () => {
    const house = await api.house();
    const room = await house.room({ name: 'Chapelle', rules: { leadMinutes: 7 * 24 * 60 } });
    const day = '20260120';
    const at = (title: string) => calendar(event({ day, more: ['LOCATION:Chapelle', `DESCRIPTION:${title}`] }));
    expect(await same(house, at('Une'))).toEqual(['a created']);
    api.setNow('2026-01-19T08:00:00Z');
    await api.db.query(`UPDATE residency SET during = daterange(lower(during), '2026-01-15') WHERE space_id = $1`, [house.id]);
    expect(await same(house, at('Autre'))).toEqual(['a updated']);
    expect(await same(house, calendar(event({ day, hours: ['1500', '1600'], more: ['LOCATION:Chapelle'] })))).toEqual(['a refused']);
    expect((await shown(house, '2026-01-01', '2026-02-01')).map(({ roomIds }) => roomIds)).toEqual([[room]]);
  });
});

describe('what comes back', () => {
  it('after the other calendar cancelled it is booked anew, as it was or at another time, and followed from then on', async () => {
    const house = await api.house();
    await confirm(house, calendar(event()));
    await confirm(house, calendar(CANCELLED));
    expect(await startsIn(house)).toEqual([]);
    expect(said(await confirm(house, calendar(event())))).toEqual(['a created']);
    expect(await startsIn(house)).toEqual(['2026-03-16T09:00']);
    expect(said(await confirm(house, calendar(event())))).toEqual(['a unchanged']);
    await confirm(house, calendar(CANCELLED));
    expect(said(await confirm(house, calendar(event({ hours: ['1400', '1500'] }))))).toEqual(['a created']);
    expect(said(await confirm(house, calendar(event({ hours: ['1600', '1700'] }))))).toEqual(['a updated']);
    expect(await startsIn(house)).toEqual(['2026-03-16T15:00']);
  });

  it('stays away as long as only the house cancelled it', async () => {
    const house = await api.house();
    await confirm(house, calendar(event()));
    const [item] = await shown(house);
    await house.coordinator.post(house.path(`bookings/${item?.bookingId}/cancellation`), {});
    expect(said(await confirm(house, calendar(event())))).toEqual(['a unchanged']);
    expect(said(await confirm(house, calendar(event({ hours: ['1400', '1500'] }))))).toEqual(['a created']);
    expect(await startsIn(house)).toEqual(['2026-03-16T13:00']);
  });

  it('a date that was moved, moved back and moved again is never lost', async () => {
    const house = await api.house();
    const [at, back] = [calendar(eventOf('m', ...SERIES), eventOf('m', ...MOVED)), calendar(eventOf('m', ...SERIES))];
    for (let turn = 0; turn < 2; turn++) {
      await confirm(house, at);
      expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-24T14:00', '2026-03-30T08:00']);
      await confirm(house, back);
      expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-23T09:00', '2026-03-30T08:00']);
    }
  });

  it('one date that becomes a series is refused until the old booking is cancelled, as it is said', async () => {
    const house = await api.house();
    await confirm(house, calendar(event()));
    const series = calendar(event({ more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=2'] }));
    expect((await confirm(house, series)).items[0]?.problem).toBe('kind-changed');
    const [item] = await shown(house);
    await house.coordinator.post(house.path(`bookings/${item?.bookingId}/cancellation`), {});
    expect(said(await confirm(house, series))).toEqual(['a created']);
  });

  it('an event that took place and is set to another day is another booking: what took place stays', async () => {
    const house = await api.house();
    await confirm(house, calendar(event({ day: '20260106' })));
    api.setNow('2026-01-20T08:00:00Z');
    expect(said(await confirm(house, calendar(event({ day: '20260127' }))))).toEqual(['a created']);
    expect((await shown(house, '2026-01-01', '2026-02-01')).map(({ start }) => start.slice(5, 10))).toEqual(['01-06', '01-27']);
  });
});

describe('what a calendar says of itself', () => {
  it('sent to cancel, its events are cancelled, and the unknown ones never booked', async () => {
    const house = await api.house();
    await confirm(house, calendar(event()));
    const cancelling = calendar(event(), event({ uid: 'b', day: '20260317' })).replace('VERSION', 'METHOD:CANCEL\r\nVERSION');
    expect(said(await confirm(house, cancelling))).toEqual(['a cancelled', 'b unchanged']);
    expect(await startsIn(house)).toEqual([]);
  });

  it('a date that is cancelled needs no times: that it is gone is enough', async () => {
    const house = await api.house();
    await confirm(house, calendar(eventOf('m', ...SERIES)));
    const gone = eventOf('m', 'RECURRENCE-ID;TZID=Europe/Brussels:20260323T100000', 'STATUS:CANCELLED');
    expect(said(await confirm(house, calendar(eventOf('m', ...SERIES), gone)))).toContain('m updated');
    expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-30T08:00']);
    await confirm(house, calendar(eventOf('m', 'STATUS:CANCELLED')));
    expect(await startsIn(house)).toEqual([]);
  });

  it.each(['PRIVATE', 'CONFIDENTIAL', 'private'])('an event of class %s is never shown to everybody', async (word) => {
    const house = await api.house();
    await confirm(house, calendar(event({ more: ['LOCATION:Salle A', `CLASS:${word}`] })));
    const { body } = await api.anonymous().get<{ items: { title: string | null }[] }>(house.path('calendar?from=2026-03-01&to=2026-04-01'));
    expect(body.items.map(({ title }) => title ?? null)).toEqual([null]);
    const [item] = await shown(house);
    expect((await read(house, { id: item?.bookingId ?? '' })).visibility).toBe('private');
  });
});

describe('one odd event spoils no other', () => {
  const good = event({ uid: 'good', day: '20260317' });
  it.each([
    ['a rule of no frequency', 'RRULE:FREQ=FORTNIGHTLY;COUNT=3', 'recurrence/unreadable'],
    ['a rule of no weekday', 'RRULE:FREQ=WEEKLY;BYDAY=XX', 'recurrence/unreadable'],
    ['an end before its start', 'DURATION:-PT1H', 'booking/ends-before-it-starts'],
  ])('%s', async (_, more, refusal) => {
    const house = await api.house();
    const odd = eventOf('odd', 'DTSTART;TZID=Europe/Brussels:20260316T100000', more, ...(more.startsWith('D') ? [] : ['DURATION:PT1H']));
    const foretold = (await previewed(house, calendar(odd, good))).items;
    const done = (await confirm(house, calendar(odd, good))).items;
    for (const items of [foretold, done])
      expect(items.map(({ uid, state, refusal: why }) => [uid, state, why])).toEqual(
        expect.arrayContaining([
          ['odd', 'refused', refusal],
          ['good', 'created', undefined],
        ]),
      );
    expect(await startsIn(house)).toEqual(['2026-03-17T09:00']);
  });

  it('a rule in small letters is a rule', async () => {
    const house = await api.house();
    await confirm(house, calendar(event({ more: ['LOCATION:Salle A', 'RRULE:FREQ=weekly;byday=mo;count=2'] })));
    expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-23T09:00']);
  });

  it('one event in two calendars of a file is its newest version', async () => {
    const house = await api.house();
    const old = event({ more: ['LOCATION:Salle A', 'SEQUENCE:1'] });
    const late = event({ day: '20260318', more: ['LOCATION:Salle A', 'SEQUENCE:2'] });
    expect(said(await confirm(house, calendar(late) + calendar(old)))).toEqual(['a created']);
    expect(await startsIn(house)).toEqual(['2026-03-18T09:00']);
  });

  it('a change of one date that cannot be read leaves the date where its series has it', async () => {
    const house = await api.house();
    const range = [MOVED[0]?.replace('RECURRENCE-ID', 'RECURRENCE-ID;RANGE=THISANDFUTURE') ?? '', ...MOVED.slice(1)];
    const { items } = await confirm(house, calendar(eventOf('m', ...SERIES), eventOf('m', ...range)));
    expect(items.map(({ state, problem }) => [state, problem])).toEqual([
      ['created', undefined],
      ['refused', 'range'],
    ]);
    expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-23T09:00', '2026-03-30T08:00']);
  });

  it('a title that would be cut through a sign of two units is cut before it', async () => {
    const house = await api.house();
    const long = event().map((line) => (line.startsWith('SUMMARY') ? `SUMMARY:${'x'.repeat(118)}😀😀` : line));
    expect(said(await confirm(house, calendar(long)))).toEqual(['a created']);
    expect((await shown(house))[0]?.title).toBe(`${'x'.repeat(118)}…`);
  });
});

it('a room of nowhere is refused before anything is booked, and one place said twice is no harm', async () => {
  const house = await api.house();
  const other = await api.house();
  const { body } = await receive(house, calendar(event()));
  const path = house.path(`calendar-imports/${body.id}/confirmation`);
  const wish = { organisationId: house.racines, rooms: [{ location: 'Ailleurs', roomId: other.a }] };
  const refused = await house.coordinator.post(path, wish);
  expect([refused.status, refused.body.code]).toEqual([422, 'booking/unknown-room']);
  expect(await startsIn(house)).toEqual([]);
  const twice = [house.b, house.studio].map((roomId) => ({ location: 'Ailleurs', roomId }));
  const done = await house.coordinator.post<CalendarImportReport>(path, { ...wish, rooms: [...twice, twice[0]] });
  expect([done.status, said(done.body)]).toEqual([200, ['a created']]);
});

it('events take rooms as bookings do: somebody who is quicker makes them refused, not broken', async () => {
  const house = await api.house();
  const { body } = await receive(house, calendar(event()));
  const path = house.path(`calendar-imports/${body.id}/confirmation`);
  const wish = { organisationId: house.racines };
  const answers = await Promise.all([...[1, 2, 3].map(() => house.coordinator.post(path, wish)), ask(house)]);
  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00']);
});
