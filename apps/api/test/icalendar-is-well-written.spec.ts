import { type CalendarOccurrence, eventsOf } from '@bota/booking/domain';
import { booked, line, nameRooms, shownBy, textOf } from './ics.fixture';
import { calendarText, longCalendarText } from '@bota/booking/api';

const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const linesOf = (text: string) => unfolded(text).split('\r\n');
const startsOf = (text: string) => shownBy(text).map((one) => one.slice(0, 16));
const change = (dates: CalendarOccurrence[], at: number, wish: Partial<CalendarOccurrence>) =>
  Object.assign(dates[at] as CalendarOccurrence, wish);

it('case 1: a weekly series keeps its wall time across the change of the clocks', () => {
  const text = textOf(
    booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00', rrule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T215959Z' }),
  );
  expect(linesOf(text)).toEqual(
    expect.arrayContaining([
      'DTSTART;TZID=Europe/Brussels:20260316T090000',
      'DTEND;TZID=Europe/Brussels:20260316T100000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T215959Z',
    ]),
  );
  expect(startsOf(text)).toEqual(['2026-03-16T08:00', '2026-03-23T08:00', '2026-03-30T07:00', '2026-04-06T07:00']);
});

it('the zone is defined by rules that go on, exact for Brussels', () => {
  const text = textOf(booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00' }));
  const zone = text.slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('BEGIN:VEVENT')).trim().split('\r\n');
  expect(zone).toEqual([
    ...['BEGIN:VTIMEZONE', 'TZID:Europe/Brussels'],
    ...['BEGIN:STANDARD', 'DTSTART:20251026T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
    ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ]);
});

it('case 2: a date whose wall time does not exist says when it is, instead of leaving it to be guessed', () => {
  const text = textOf(booked({ wallStart: '2026-03-28T02:30', wallEnd: '2026-03-28T03:30', rrule: 'FREQ=DAILY;COUNT=3' }));
  expect(linesOf(text)).toEqual(
    expect.arrayContaining(['RECURRENCE-ID;TZID=Europe/Brussels:20260329T023000', 'DTSTART;TZID=Europe/Brussels:20260329T033000']),
  );
});

it('case 3: the second 02:30 of the last Sunday of October is told as an instant', () => {
  const { booking, occurrences } = booked({ wallStart: '2026-10-25T02:30', wallEnd: '2026-10-25T03:30' });
  change(occurrences, 0, { startsAt: new Date('2026-10-25T01:30:00Z'), endsAt: new Date('2026-10-25T02:30:00Z') });
  expect(startsOf(textOf({ booking, occurrences }))).toEqual(['2026-10-25T01:30']);
});

it.each([
  ['skip', 'FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20260630T215959Z', ['01-31', '03-31', '05-31']],
  ['last day', 'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260630T215959Z', ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30']],
])('case 5: the 31st of every month, %s', (_, rrule, days) => {
  const text = textOf(booked({ wallStart: '2026-01-31T14:00', wallEnd: '2026-01-31T16:00', rrule }));
  expect(startsOf(text).map((start) => start.slice(5, 10))).toEqual(days);
});

it('case 10: of ten dates the third is cancelled, the fifth moved, and the rename reaches all', () => {
  const { booking, occurrences } = booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00', rrule: 'FREQ=WEEKLY;COUNT=10' });
  change(occurrences, 2, { status: 'cancelled' });
  change(occurrences, 4, { startsAt: new Date('2026-04-14T12:00:00Z'), endsAt: new Date('2026-04-14T13:00:00Z') });
  const text = textOf({ booking: { ...booking, title: 'Atelier', version: 4 }, occurrences });
  expect(linesOf(text)).toEqual(
    expect.arrayContaining([
      'EXDATE;TZID=Europe/Brussels:20260330T090000',
      'RECURRENCE-ID;TZID=Europe/Brussels:20260413T090000',
      'DTSTART;TZID=Europe/Brussels:20260414T140000',
      'SEQUENCE:3',
    ]),
  );
  expect(shownBy(text)).toHaveLength(9);
  expect(shownBy(text).every((one) => one.endsWith(' Atelier'))).toBe(true);
  expect(startsOf(text)[3]).toBe('2026-04-14T12:00');
});

it('case 14: times are those of the house, whatever zone this process runs in', () => {
  const lines = linesOf(textOf(booked({ wallStart: '2026-07-01T09:00', wallEnd: '2026-07-01T10:00' })));
  expect(lines).toContain('DTSTART;TZID=Europe/Brussels:20260701T090000');
  expect(lines.filter((one) => /^DT(START|END)(;TZID=Europe\/Brussels)?:.*Z$/.test(one))).toEqual([]);
});

it('case 4: a night of the series that is an hour short or long says its own end', () => {
  const made = booked({ wallStart: '2026-03-27T22:00', wallEnd: '2026-03-28T06:00', rrule: 'FREQ=DAILY;COUNT=3' });
  const text = textOf(made);
  expect(linesOf(text)).toContain('RECURRENCE-ID;TZID=Europe/Brussels:20260328T220000');
  expect(shownBy(text)).toEqual(made.occurrences.map(({ startsAt, endsAt }) => line(startsAt, endsAt, 'Cours')));
});

it('a skipped date is left out, one in another room says so, the title of one is its own', () => {
  const { booking, occurrences } = booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00', rrule: 'FREQ=WEEKLY;COUNT=4' });
  change(occurrences, 1, { status: 'skipped' });
  change(occurrences, 2, { roomIds: ['b'], ownTitle: 'Fête' });
  const lines = linesOf(textOf({ booking, occurrences }));
  expect(lines).toEqual(expect.arrayContaining(['EXDATE;TZID=Europe/Brussels:20260323T090000', 'LOCATION:Salle B', 'SUMMARY:Fête']));
});

it('what was cancelled whole stays with its UID and a higher sequence; with dates that took place, the rule ends there', () => {
  const { booking, occurrences } = booked({
    wallStart: '2026-03-16T09:00',
    wallEnd: '2026-03-16T10:00',
    rrule: 'FREQ=WEEKLY',
    materialisedUntil: new Date('2026-06-01T00:00:00Z'),
  });
  const ended = { ...booking, version: 2, cancelledAt: new Date('2026-03-20T00:00:00Z') };
  const gone = occurrences.map((one) => ({ ...one, status: 'cancelled' as const }));
  expect(linesOf(textOf({ booking: ended, occurrences: gone }))).toEqual(
    expect.arrayContaining(['UID:cours@example.org', 'SEQUENCE:1', 'STATUS:CANCELLED']),
  );
  const partly = occurrences.map((one, index) => (index === 0 ? one : { ...one, status: 'cancelled' as const }));
  expect(startsOf(textOf({ booking: ended, occurrences: partly }))).toEqual(['2026-03-16T08:00']);
});

it('a single date that nobody came to is told as cancelled, and one of a series is left out', () => {
  const single = booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00', version: 2 });
  change(single.occurrences, 0, { status: 'no_show' });
  expect(linesOf(textOf(single))).toEqual(expect.arrayContaining(['UID:cours@example.org', 'SEQUENCE:1', 'STATUS:CANCELLED']));
  const series = booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00', rrule: 'FREQ=WEEKLY;COUNT=3' });
  change(series.occurrences, 1, { status: 'no_show' });
  expect(startsOf(textOf(series))).toEqual(['2026-03-16T08:00', '2026-03-30T07:00']);
  expect(textOf(series)).not.toContain('CANCELLED');
});

it('dates that are over and follow no present rule stand alone, and the new rule does not reach back', () => {
  const { booking, occurrences } = booked({ wallStart: '2026-03-17T14:00', wallEnd: '2026-03-17T15:00', rrule: 'FREQ=WEEKLY;COUNT=3' });
  const past = { ...(occurrences[0] as CalendarOccurrence), id: 'past', recurrenceId: '2026-03-16T09:00' };
  const before = { ...past, startsAt: new Date('2026-03-16T08:00:00Z'), endsAt: new Date('2026-03-16T09:00:00Z') };
  const text = textOf({ booking, occurrences: [before, ...occurrences.slice(1)] });
  expect(startsOf(text)).toEqual(['2026-03-16T08:00', '2026-03-24T13:00', '2026-03-31T12:00']);
  expect(linesOf(text)).toContain('UID:past@bota75');
});

it('texts are escaped and folded, and quotes in names do no harm', () => {
  const { booking, occurrences } = booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00' });
  const title = 'Pain, levain; et « beurre »\nà volonté \\ é'.padEnd(200, '…');
  const text = textOf({ booking: { ...booking, title, organisation: 'L"Atelier; Racines' }, occurrences });
  expect(text.split('\r\n').every((one) => Buffer.byteLength(one) <= 75)).toBe(true);
  expect(shownBy(text)[0]).toContain(title);
  expect(unfolded(text)).toContain('ORGANIZER;CN="L’Atelier; Racines":mailto:maison@example.org');
});

it('a message says its method, to whom, and is stamped when it is sent', () => {
  const { booking, occurrences } = booked({ wallStart: '2026-03-16T09:00', wallEnd: '2026-03-16T10:00' });
  const attendee = { name: 'Ada', email: 'ada@example.org', status: 'DECLINED', comment: 'Trop tard; hélas' } as const;
  const message = { method: 'CANCEL' as const, attendee, now: new Date('2026-03-01T10:00:00Z') };
  const text = calendarText({ name: '', organizer: 'maison@example.org', events: eventsOf(booking, occurrences, nameRooms), message });
  expect(linesOf(text)).toEqual(
    expect.arrayContaining([
      'METHOD:CANCEL',
      'STATUS:CANCELLED',
      'DTSTAMP:20260301T100000Z',
      'ATTENDEE;CN=Ada;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;RSVP=FALSE:mailto:ada@example.org',
      'COMMENT:Trop tard\\; hélas',
    ]),
  );
});

it('a long calendar is written the same, and whoever else asks meanwhile has their turn', async () => {
  const events = Array.from({ length: 1000 }, (_, index) => {
    const { booking, occurrences } = booked({ wallStart: '2026-10-24T23:30', wallEnd: '2026-10-25T02:30', uid: `${index}@bota75` });
    return eventsOf({ ...booking, title: `Réunion ${index}, n° ${index}; « ici »` }, occurrences, nameRooms);
  }).flat();
  for (const some of [[], events.slice(0, 1), events.slice(0, 100), events.slice(0, 101)]) {
    const wish = { name: 'Maison · Bota 75', organizer: 'maison@example.org', events: some };
    expect(await longCalendarText(wish)).toBe(calendarText(wish));
  }
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  await longCalendarText({ name: 'Maison', organizer: 'maison@example.org', events });
  clearInterval(others);
  expect(turns).toBeGreaterThan(3);
});
