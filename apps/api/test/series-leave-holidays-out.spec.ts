import type {
  Booking,
  BookingRequestList,
  ExclusionCalendar,
  ExclusionCalendarDraftInput,
  ExclusionEffect,
  ExclusionReading,
  Preview,
} from '@bota/booking/domain';
import { HorizonJob } from '@bota/booking/api';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { type Wish, ask, book, draft } from './booking.fixture';
import { edited, from_, read, this_ } from './edit.fixture';
import type { House } from './house.fixture';

const api = useApi();
const spring = { from: '2026-03-23', to: '2026-04-03' };
const at = 'exclusion-calendars';

async function calendar(house: House, ranges: ExclusionCalendarDraftInput['ranges'] = [spring]): Promise<ExclusionCalendar> {
  const { status, body, text } = await house.coordinator.post<ExclusionCalendar>(house.path(at), { name: { fr: 'Congés' }, ranges });
  if (status !== 201) throw new Error(text);
  return body;
}
const change = <T = ExclusionCalendar>(house: House, { id }: ExclusionCalendar, ranges: object[], headers = {}) =>
  house.coordinator.patch<T>(house.path(`${at}/${id}`), { name: { fr: 'Congés' }, ranges }, { headers });
const effect = async (house: House, { id }: ExclusionCalendar) =>
  (await house.coordinator.get<ExclusionEffect>(house.path(`${at}/${id}/effect`))).body.items;
const apply = async (house: House, { id }: ExclusionCalendar) =>
  (await house.coordinator.post<ExclusionEffect>(house.path(`${at}/${id}/application`), {})).body.items;
const weekly = ({ id }: ExclusionCalendar, rrule = 'FREQ=WEEKLY;COUNT=5'): Wish => ({ recurrence: { rrule, excludes: [id] } });
const days = ({ occurrences }: Booking, status = 'confirmed') =>
  occurrences.filter((one) => one.status === status).map(({ start }) => start.slice(5, 10));

it('a request says whose days it leaves out', async () => {
  const house = await api.house();
  const rules = { approval: { always: true, outsideHours: false, blocks: true } };
  const roomIds = [await house.room({ name: 'Chapelle', rules })];
  await book(house, { roomIds, ...weekly(await calendar(house)) });
  const { body } = await house.coordinator.get<BookingRequestList>(house.path('booking-requests'));
  expect(body.items.map(({ rrule, leftOut }) => [rrule, leftOut])).toEqual([['FREQ=WEEKLY;COUNT=5', [{ fr: 'Congés' }]]]);
});

describe('refused, and nothing is written', () => {
  it.each([
    ['days in the wrong order', { ranges: [{ from: '2026-04-03', to: '2026-03-23' }] }, 'ranges.0.to'],
    ['years at once', { ranges: [{ from: '2026-01-01', to: '2028-01-01' }] }, 'ranges.0.to'],
    ['a day that is none', { ranges: [{ from: '2026-02-30', to: '2026-03-01' }] }, 'ranges.0.from'],
    ['no name', { name: {}, ranges: [] }, 'name'],
  ])('a calendar with %s', async (_, wish, path) => {
    const house = await api.house();
    const { status, body } = await house.coordinator.post<Problem>(house.path(at), { name: { fr: 'Congés' }, ...wish });
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
    expect((await house.member.get<{ items: [] }>(house.path(at))).body.items).toEqual([]);
  });

  it('a series that leaves out a calendar of nowhere, or of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const foreign = await calendar(other);
    for (const path of ['bookings', 'bookings/preview']) {
      const { status, body } = await house.member.post(house.path(path), draft(house, weekly(foreign)));
      expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'booking/unknown-calendar', 'recurrence.excludes.0']);
    }
  });

  it('a series all of whose dates are left out', async () => {
    const house = await api.house();
    const all = await calendar(house, [{ from: '2026-03-01', to: '2026-12-31' }]);
    expect((await ask(house, weekly(all))).body.code).toBe('booking/no-dates');
  });

  it('removing a calendar that a series leaves out, or changing it on a stale version', async () => {
    const house = await api.house();
    const holidays = await calendar(house);
    await book(house, weekly(holidays));
    const removed = await house.coordinator.delete(house.path(`${at}/${holidays.id}`));
    expect([removed.status, removed.body.code]).toEqual([409, 'exclusions/in-use']);
    expect((await change(house, holidays, [spring], { 'if-match': '"1"' })).body.version).toBe(2);
    const stale = await change<Problem>(house, holidays, [], { 'if-match': '"1"' });
    expect([stale.status, (stale.body.current as ExclusionCalendar).ranges]).toEqual([412, [{ ...spring, name: '' }]]);
  });
});

it('a request is decided, not followed: a calendar that changes confirms none of its dates', async () => {
  const house = await api.house();
  const holidays = await calendar(house, []);
  const roomIds = [await house.room({ name: 'Chapelle', rules: { approval: { always: true } } })];
  const request = await book(house, { ...weekly(holidays), roomIds });
  await change(house, holidays, [spring]);
  expect(await effect(house, holidays)).toEqual([]);
  await apply(house, holidays);
  const stood = await read(house, request);
  expect([stood.status, days(stood), days(stood, 'requested').length]).toEqual(['requested', [], 5]);
  await house.coordinator.post(house.path(`bookings/${request.id}/decision`), { verdict: 'accept' });
  expect((await effect(house, holidays)).map(({ leftOut }) => leftOut.length)).toEqual([2]);
});

describe('a series that leaves a calendar out', () => {
  it('has no date on its days, counts them, and shows them in the preview with their calendar', async () => {
    const house = await api.house();
    const holidays = await calendar(house);
    const { body } = await house.member.post<Preview>(house.path('bookings/preview'), draft(house, weekly(holidays)));
    expect(body.occurrences.map(({ start }) => start.slice(5, 10))).toEqual(['03-16', '04-06', '04-13']);
    expect(body.leftOut).toEqual([
      { start: '2026-03-23T09:00:00.000Z', calendarId: holidays.id },
      { start: '2026-03-30T08:00:00.000Z', calendarId: holidays.id },
    ]);
    const series = await book(house, weekly(holidays));
    expect([days(series), series.recurrence?.excludes]).toEqual([['03-16', '04-06', '04-13'], [holidays.id]]);
    // What is left of the number can be told from any date on.
    expect(await read(house, series)).toMatchObject({
      recurrence: { excludes: [holidays.id] },
      leftOut: ['2026-03-23T10:00', '2026-03-30T10:00'],
    });
  });

  it('may say so twice', async () => {
    const house = await api.house();
    const { id } = await calendar(house);
    const twice = { rrule: 'FREQ=WEEKLY;COUNT=5', excludes: [id, id] };
    const series = await book(house, { recurrence: twice });
    expect([days(series), series.recurrence?.excludes]).toEqual([['03-16', '04-06', '04-13'], [id]]);
    expect((await edited(house, series, { recurrence: twice })).recurrence?.excludes).toEqual([id]);
  });

  it('keeps to it as its horizon rolls, and from one date on', async () => {
    const house = await api.house({ horizonDays: 75 });
    const holidays = await calendar(house);
    const series = await book(house, weekly(holidays, 'FREQ=WEEKLY'));
    expect(days(series)).toEqual(['03-16']);
    api.setNow('2026-02-02T08:00:00Z');
    await Promise.all([api.app.get(HorizonJob).roll(), api.app.get(HorizonJob).roll()]);
    expect(days(await read(house, series))).toEqual(['03-16', '04-06', '04-13']);
    const grown = await read(house, series);
    const next = await edited(house, grown, { ...from_(grown, 1), start: '2026-04-07T10:00', end: '2026-04-07T11:00' });
    expect([days(next), next.recurrence?.excludes]).toEqual([['04-07', '04-14'], [holidays.id]]);
  });

  it('moved to other days leaves out what is a holiday then, and gets back what no longer is', async () => {
    const house = await api.house();
    const holidays = await calendar(house, [
      { from: '2026-03-23', to: '2026-03-23' },
      { from: '2026-03-31', to: '2026-03-31' },
    ]);
    const series = await book(house, weekly(holidays, 'FREQ=WEEKLY;COUNT=4'));
    expect(days(series)).toEqual(['03-16', '03-30', '04-06']);
    const tuesday = await edited(house, series, { start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
    expect([days(tuesday), days(tuesday, 'cancelled')]).toEqual([['03-17', '03-24', '04-07'], ['03-30']]);
    expect(tuesday.occurrences.find(({ start }) => start.startsWith('2026-03-17'))?.id).toBe(series.occurrences[0]?.id);
  });

  it('may leave out another, or none', async () => {
    const house = await api.house();
    const holidays = await calendar(house);
    const series = await book(house, weekly(holidays));
    const rrule = series.recurrence?.rrule ?? '';
    const all = await edited(house, series, { recurrence: { rrule, excludes: [] } });
    expect([days(all), all.recurrence?.excludes]).toEqual([['03-16', '03-23', '03-30', '04-06', '04-13'], []]);
    expect(days(await edited(house, series, { recurrence: { rrule, excludes: [holidays.id] } }))).toEqual(['03-16', '04-06', '04-13']);
  });
});

describe('a calendar that changes', () => {
  it('moves nothing until a coordinator says so; then coming dates follow, except moved and cancelled ones', async () => {
    const house = await api.house();
    const holidays = await calendar(house, []);
    const series = await book(house, weekly(holidays));
    const other = await book(house, { ...weekly(holidays), roomIds: [house.b], recurrence: { rrule: 'FREQ=WEEKLY;COUNT=2' } });
    await edited(house, series, { ...this_(series, 2), start: '2026-03-31T18:00', end: '2026-03-31T19:00' });
    await change(house, holidays, [spring]);
    const before = await read(house, series);
    expect(days(before)).toEqual(['03-16', '03-23', '03-31', '04-06', '04-13']);
    expect(await effect(house, holidays)).toEqual([
      { bookingId: series.id, title: 'Assemblée', organisation: 'Racines', leftOut: ['2026-03-23T09:00:00.000Z'], back: [] },
    ]);
    expect(await apply(house, holidays)).toEqual([]);
    const after = await read(house, series);
    expect([days(after), days(after, 'cancelled'), after.version]).toEqual([
      ['03-16', '03-31', '04-06', '04-13'],
      ['03-23'],
      before.version + 1,
    ]);
    expect(await read(house, other)).toMatchObject({ version: 1 });
    await change(house, holidays, []);
    expect((await effect(house, holidays))[0]?.back).toEqual(['2026-03-23T09:00:00.000Z']);
    await apply(house, holidays);
    expect(days(await read(house, series))).toEqual(['03-16', '03-23', '03-31', '04-06', '04-13']);
  });

  it('brings no date back that is past or that a person cancelled, keeps a taken one as skipped, and touches no other', async () => {
    const house = await api.house();
    const holidays = await calendar(house, [{ from: '2026-01-12', to: '2026-01-25' }]);
    const series = await book(house, { ...weekly(holidays), start: '2026-01-06T10:00', end: '2026-01-06T11:00' });
    await house.member.post(house.path(`bookings/${series.id}/cancellation`), this_(series, 2));
    await book(house, { start: '2026-01-20T10:00', end: '2026-01-20T11:00' });
    await house.close('2026-01-27T08:00:00Z', '2026-01-27T18:00:00Z');
    api.setNow('2026-01-15T08:00:00Z');
    await change(house, holidays, []);
    expect((await effect(house, holidays)).map(({ back }) => back)).toEqual([['2026-01-20T09:00:00.000Z']]);
    await apply(house, holidays);
    const after = await read(house, series);
    expect([days(after), days(after, 'skipped'), days(after, 'cancelled')]).toEqual([['01-06', '01-27'], ['01-20'], ['02-03']]);
  });
});

it('a calendar is removed once the series that left it out are cancelled or turned down; those stay as they were', async () => {
  const house = await api.house();
  const holidays = await calendar(house);
  const roomIds = [await house.room({ name: 'Chapelle', rules: { approval: { always: true } } })];
  const [series, request] = [await book(house, weekly(holidays)), await book(house, { ...weekly(holidays), roomIds })];
  await house.member.post(house.path(`bookings/${series.id}/cancellation`), {});
  expect((await house.coordinator.delete(house.path(`${at}/${holidays.id}`))).status).toBe(409);
  await house.coordinator.post(house.path(`bookings/${request.id}/decision`), { verdict: 'decline' });
  expect((await house.coordinator.delete(house.path(`${at}/${holidays.id}`))).status).toBe(204);
  expect(days(await read(house, series), 'cancelled')).toEqual(['03-16', '04-06', '04-13']);
});

describe('a calendar file', () => {
  const file = (...events: string[][]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//x//y',
      ...events.map((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']).flat(),
      'END:VCALENDAR',
    ].join('\r\n');
  const readingOf = async (house: House, text: string) => {
    const { status, body } = await house.coordinator.post<ExclusionReading>(house.path(`${at}/reading`), { text });
    return [status, body.unread, body.ranges?.map(({ from, to, name }) => `${from}/${to} ${name}`)];
  };
  it.each([
    [
      'hours in another zone, on their day here',
      ['SUMMARY:Nuit', 'DTSTART:20261018T220000Z', 'DTEND:20261018T230000Z'],
      '2026-10-19/2026-10-19 Nuit',
    ],
    ['hours that end at midnight', ['SUMMARY:Soir', 'DTSTART:20261019T180000', 'DTEND:20261020T000000'], '2026-10-19/2026-10-19 Soir'],
    ['hours without end', ['SUMMARY:Signal', 'DTSTART:20261019T180000'], '2026-10-19/2026-10-19 Signal'],
    ['a length', ['SUMMARY:Toussaint', 'DTSTART;VALUE=DATE:20261019', 'DURATION:P2W'], '2026-10-19/2026-11-01 Toussaint'],
    ['no name', ['DTSTART;VALUE=DATE:20261019'], '2026-10-19/2026-10-19 '],
  ])('with %s is read', async (_, lines, range) => {
    expect(await readingOf(await api.house(), file(['UID:1', ...lines]))).toEqual([200, 0, [range]]);
  });

  it('with days that come again is read for the years to come, without those it leaves out', async () => {
    const house = await api.house();
    const yearly = ['UID:1', 'SUMMARY:1er mai', 'DTSTART;VALUE=DATE:20100501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20280501'];
    const years = [2025, 2026, 2027, 2029, 2030].map((year) => `${year}-05-01/${year}-05-01 1er mai`);
    expect(await readingOf(house, file(yearly))).toEqual([200, 0, years]);
    const ended = ['UID:2', 'SUMMARY:Fête', 'DTSTART;VALUE=DATE:20260601', 'RRULE:FREQ=WEEKLY;COUNT=2'];
    expect(await readingOf(house, file(ended))).toEqual([200, 0, ['2026-06-01/2026-06-01 Fête', '2026-06-08/2026-06-08 Fête']]);
  });

  it('loses only the events that cannot be read, and says how many', async () => {
    const house = await api.house();
    const good = ['UID:good', 'SUMMARY:Automne', 'DTSTART;VALUE=DATE:20261019'];
    const odd = [
      ['UID:1', 'SUMMARY:Rien'],
      ['UID:2', 'DTSTART:soon'],
      ['UID:3', 'this is no line'],
      ['UID:4', 'DTSTART;VALUE=DATE:20261019', 'RRULE:FREQ=NEVER'],
    ];
    expect(await readingOf(house, file(...odd, good, ['UID:5', 'DTSTART;VALUE=DATE:20261020', 'STATUS:CANCELLED']))).toEqual([
      ...[200, 4, ['2026-10-19/2026-10-19 Automne']],
    ]);
  });
});

it.each([
  [
    'an iCalendar file',
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//x//y',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Automne',
      'DTSTART;VALUE=DATE:20261019',
      'DTEND;VALUE=DATE:20261031',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2',
      'SUMMARY:Armistice',
      'DTSTART;VALUE=DATE:20261111',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
    0,
  ],
  ['a table as people here write it', 'Début;Fin;Nom\n19/10/2026;30/10/2026;Automne\n11.11.2026;;Armistice\n12/13/2026;;Rien', 1],
  ['a table as programs write it', '\ufefffrom,to,name\r\n2026-10-19,2026-10-30,"Automne"\r\n2026-11-11,2026-11-11,Armistice\r\n', 0],
])('%s is read', async (_, text, unread) => {
  const house = await api.house();
  const { body } = await house.coordinator.post<ExclusionReading>(house.path(`${at}/reading`), { text });
  expect(body).toEqual({
    ranges: [
      { from: '2026-10-19', to: '2026-10-30', name: 'Automne' },
      { from: '2026-11-11', to: '2026-11-11', name: 'Armistice' },
    ],
    unread,
  });
});
