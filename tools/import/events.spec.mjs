import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../launcher/sources.mjs';

const { readCalendar } = await import('./events.mjs');

const BRUSSELS = { zone: 'Europe/Brussels' };
const calendar = (...lines) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bota 75//test//EN', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines) => ['BEGIN:VEVENT', 'UID:one@example.org', 'SUMMARY:Fanfare', 'LOCATION:Salle A', ...lines, 'END:VEVENT'];
const from = (lines, wish = BRUSSELS) => readCalendar(calendar(...event(...lines)), wish);
const timesOf = (lines, wish) => from(lines, wish).events.map(({ start, end }) => [start, end])[0];

const HOUR = ['DTSTART;TZID=Europe/Brussels:20260316T090000', 'DTEND;TZID=Europe/Brussels:20260316T100000'];
const NEW_YORK = ['DTSTART;TZID=America/New_York:20260316T090000', 'DTEND;TZID=America/New_York:20260316T100000'];
const OWN_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Our street',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0300',
  'END:STANDARD',
  'END:VTIMEZONE',
];

describe('a time of an event', () => {
  const cases = [
    ['of the house', HOUR, ['2026-03-16T09:00:00+01:00', '2026-03-16T10:00:00+01:00']],
    ['floating', ['DTSTART:20260716T090000', 'DTEND:20260716T100000'], ['2026-07-16T09:00:00+02:00', '2026-07-16T10:00:00+02:00']],
    ['in UTC', ['DTSTART:20260316T080000Z', 'DTEND:20260316T090000Z'], ['2026-03-16T09:00:00+01:00', '2026-03-16T10:00:00+01:00']],
    ['of another zone', NEW_YORK, ['2026-03-16T14:00:00+01:00', '2026-03-16T15:00:00+01:00']],
    ['with a length', ['DTSTART:20260328T220000', 'DURATION:PT8H'], ['2026-03-28T22:00:00+01:00', '2026-03-29T07:00:00+02:00']],
    ['of days', ['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'], ['2026-03-28T00:00:00+01:00', '2026-03-30T00:00:00+02:00']],
    ['of one day', ['DTSTART;VALUE=DATE:20260329'], ['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00']],
    [
      'that does not exist',
      ['DTSTART:20260329T023000', 'DTEND:20260329T040000'],
      ['2026-03-29T03:30:00+02:00', '2026-03-29T04:00:00+02:00'],
    ],
  ];
  for (const [name, lines, expected] of cases) it(name, () => assert.deepEqual(timesOf(lines), expected));

  it('of a zone that only the file describes', () => {
    const text = calendar(...OWN_ZONE, ...event('DTSTART;TZID=Our street:20260316T090000', 'DTEND;TZID=Our street:20260316T100000'));
    assert.equal(readCalendar(text, BRUSSELS).events[0].start, '2026-03-16T07:00:00+01:00');
  });

  it('moves by weeks in wall time, through the change of the clocks', () =>
    assert.deepEqual(timesOf(HOUR, { ...BRUSSELS, shiftWeeks: 2 }), ['2026-03-30T09:00:00+02:00', '2026-03-30T10:00:00+02:00']));
});

describe('a series', () => {
  const weekly = (...more) => from([...HOUR, ...more]).events[0];

  it('keeps rule, wall times and left-out dates', () => {
    const { start, end, recurrence } = weekly('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4', 'EXDATE:20260323T080000Z');
    assert.deepEqual([start, end], ['2026-03-16T09:00:00', '2026-03-16T10:00:00']);
    assert.match(recurrence.rrule, /FREQ=WEEKLY/);
    assert.match(recurrence.rrule, /BYDAY=MO/);
    assert.deepEqual(recurrence.exdates, ['2026-03-23T09:00:00']);
  });

  it('moves its end and its left-out dates along', () => {
    const lines = [...HOUR, 'RRULE:FREQ=WEEKLY;UNTIL=20260323T080000Z', 'EXDATE;VALUE=DATE:20260323'];
    const { recurrence } = from(lines, { ...BRUSSELS, shiftWeeks: 2 }).events[0];
    assert.match(recurrence.rrule, /UNTIL=20260406T070000Z/);
    assert.deepEqual(recurrence.exdates, ['2026-04-06']);
  });

  it('gives its moved date as an event of its own, and leaves out a cancelled one', () => {
    const text = calendar(
      ...event(...HOUR, 'RRULE:FREQ=WEEKLY;COUNT=4'),
      ...event('RECURRENCE-ID;TZID=Europe/Brussels:20260323T090000', 'DTSTART:20260323T140000', 'DTEND:20260323T150000'),
      ...event('RECURRENCE-ID;TZID=Europe/Brussels:20260330T090000', 'DTSTART:20260330T090000', 'STATUS:CANCELLED'),
    );
    const { events, cancelled } = readCalendar(text, BRUSSELS);
    assert.deepEqual(
      events.map(({ uid }) => uid),
      ['one@example.org', 'one@example.org#2026-03-23T08:00:00Z'],
    );
    assert.deepEqual(events[0].recurrence.exdates, ['2026-03-23T09:00:00', '2026-03-30T09:00:00']);
    assert.equal(cancelled, 1);
  });
});

describe('what is no booking is refused with its reason', () => {
  const cases = [
    ['no end', ['DTSTART:20260316T090000'], /no end/],
    ['an unknown zone', ['DTSTART;TZID=Nowhere:20260316T090000', 'DTEND;TZID=Nowhere:20260316T100000'], /time zone is unknown/],
    ['dates of its own', [...HOUR, 'RDATE:20260317T090000'], /RDATE/],
    ['a series with the clocks of elsewhere', [...NEW_YORK, 'RRULE:FREQ=WEEKLY'], /another zone/],
    ['a change of all that follow', [...HOUR, 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T090000'], /RANGE/],
  ];
  for (const [name, lines, reason] of cases) {
    it(name, () => {
      const { events, refused } = from(lines);
      assert.deepEqual(events, []);
      assert.match(refused[0].reason, reason);
    });
  }

  it('a file that is none', () => assert.throws(() => readCalendar('<html>', BRUSSELS), /not an iCalendar file/));
});

describe('an event', () => {
  it('is taken in its newest version', () => {
    const text = calendar(...event(...HOUR, 'SEQUENCE:2', 'DESCRIPTION:new'), ...event(...HOUR, 'SEQUENCE:1', 'DESCRIPTION:old'));
    const { events, outdated } = readCalendar(text, BRUSSELS);
    assert.deepEqual(
      events.map(({ description }) => description),
      ['new'],
    );
    assert.equal(outdated, 1);
  });

  it('moved by weeks is another one than the one that stays', () =>
    assert.equal(from(HOUR, { ...BRUSSELS, shiftWeeks: 96 }).events[0].uid, 'one@example.org#96 weeks'));

  it('without UID has the same one every time', () => {
    const text = calendar('BEGIN:VEVENT', ...HOUR, 'END:VEVENT');
    const [first, second] = [readCalendar(text, BRUSSELS), readCalendar(text, BRUSSELS)].map(({ events }) => events[0]);
    assert.match(first.uid, /^no-uid-[0-9a-f]{64}$/);
    assert.deepEqual(first, second);
  });

  it('with a long title keeps all of it in the description', () => {
    const title = 'Réunion '.repeat(30).trim();
    const { events } = readCalendar(calendar('BEGIN:VEVENT', 'UID:two', `SUMMARY:${title}`, ...HOUR, 'END:VEVENT'), BRUSSELS);
    assert.equal(events[0].title.length <= 120 && events[0].title.endsWith('…'), true);
    assert.equal(events[0].description, title);
  });
});
