import fc from 'fast-check';
import type { CalendarImportReport } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { calendar, event, eventOf } from './calendar.import.fixture';
import type { House } from './house.fixture';

const api = useApi();
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Bruxelles',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
].concat(['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE']);
const VALID = calendar(
  ZONE,
  event({ more: ['LOCATION:Salle A', 'SEQUENCE:1', 'CLASS:PUBLIC'] }),
  event({
    uid: 'w',
    day: '20260317',
    more: ['LOCATION:Salle B', 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4', 'EXDATE;TZID=Europe/Brussels:20260324T100000'],
  }),
  eventOf('w', 'RECURRENCE-ID;TZID=Europe/Brussels:20260331T100000', 'DTSTART:20260401T120000Z', 'DURATION:PT1H30M'),
  eventOf('d', 'DTSTART;VALUE=DATE:20260420', 'DTEND;VALUE=DATE:20260421', 'STATUS:CONFIRMED'),
  eventOf('z', 'DTSTART;TZID=Bruxelles:20260422T100000', 'DTEND;TZID=Bruxelles:20260422T110000', 'RRULE:FREQ=DAILY;UNTIL=20260424T220000Z'),
);

/** One change to the text: some of it gone, twice, elsewhere, or something else in its place. */
type Mutation = { at: number; length: number; put: string };
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat({ max: VALID.length - 1 }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 200 })),
  put: fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 4, unit: 'binary' }),
    fc.constantFrom(
      '9',
      '99999',
      '-',
      ';',
      ':',
      ',',
      '"',
      '\\',
      '\r\n',
      '\r\n ',
      'Z',
      'T',
      'é',
      '\ud83d',
      '\u0001',
      'FREQ=',
      'BEGIN:VEVENT\r\n',
    ),
    fc.tuple(fc.nat({ max: VALID.length - 1 }), fc.integer({ min: 1, max: 80 })).map(([from, many]) => VALID.slice(from, from + many)),
  ),
});
const mutated = (changes: readonly Mutation[]) =>
  changes.reduce((text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length), VALID);

const stateOf = async (house: House) => {
  const [row] = await api.db.query<[{ bookings: number; known: number; taken: number; dates: number }]>(
    `SELECT (SELECT count(*)::int FROM booking WHERE space_id = $1) AS bookings, (SELECT count(*)::int FROM imported_event WHERE space_id = $1) AS known,
      (SELECT count(DISTINCT occurrence_id)::int FROM allocation WHERE space_id = $1) AS taken,
      (SELECT count(*)::int FROM occurrence WHERE space_id = $1 AND status = 'confirmed') AS dates`,
    [house.id],
  );
  return row;
};
/** As it was before anything was imported. */
const clear = async (house: House) => {
  for (const table of ['imported_event', 'allocation', 'occurrence', 'booking_room', 'booking', 'calendar_import'])
    await api.db.query(`DELETE FROM ${table} WHERE space_id = $1`, [house.id]);
};

it('whatever is done to a file, it is answered, and each of its events is booked wholly or not at all', async () => {
  const house = await api.house();
  const importing = async (text: string) => {
    const received = await house.coordinator.post<CalendarImportReport>(
      house.path('calendar-imports'),
      new File([text], 'a.ics', { type: 'text/calendar' }),
    );
    expect(received.status).toBeLessThan(500);
    if (received.status !== 200) return;
    const wish = { organisationId: house.racines, visibility: 'public' };
    const foretold = await house.coordinator.post<CalendarImportReport>(house.path(`calendar-imports/${received.body.id}/preview`), wish);
    const done = await house.coordinator.post<CalendarImportReport>(house.path(`calendar-imports/${received.body.id}/confirmation`), wish);
    expect([foretold.status, done.status]).toEqual([200, 200]);
    const told = ({ items }: CalendarImportReport) => items.map(({ uid, state, dates }) => ({ uid, state, dates }));
    expect(told(done.body)).toEqual(told(foretold.body));
    expect(done.body.items.map(({ refusal }) => refusal).filter((refusal) => refusal === 'internal')).toEqual([]);
    const created = done.body.items.filter(({ state }) => state === 'created');
    const dates = created.reduce((sum, one) => sum + one.dates, 0);
    expect(await stateOf(house)).toEqual({ bookings: created.length, known: created.length, dates, taken: dates });
  };
  await importing(VALID);
  expect((await stateOf(house))?.bookings).toBe(5);
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (changes) => {
      await clear(house);
      await importing(mutated(changes));
    }),
    { numRuns: 25 },
  );
}, 120_000);
