import { datesOf, hasFilter, readQuery, stepDate, weekOf, writeQuery } from './agenda-query';

const TODAY = '2026-11-24';

it('a plain address is today, by day, all rooms', () => {
  const query = readQuery({}, TODAY);
  expect(query).toEqual({
    view: 'day',
    date: TODAY,
    asTable: false,
    mine: false,
    me: false,
    colour: 'organisation',
    organisation: null,
    people: null,
    features: [],
    room: null,
  });
  expect(Object.values(writeQuery(query, TODAY)).every((value) => value === null)).toBe(true);
  expect(hasFilter(query)).toBe(false);
});

it('reads what it writes', () => {
  const filters = { mine: '1', organisation: 'racines', people: '12', features: 'screen,step-free', room: 'salle-a' };
  const params = { view: 'week', date: '2026-12-01', table: '1', ...filters };
  expect(writeQuery(readQuery(params, TODAY), TODAY)).toEqual({ ...params, who: null, colour: null });
});

it.each(['2026-02-30', '2026-13-01', 'demain', ''])('%j is no date', (date) => expect(readQuery({ date }, TODAY).date).toBe(TODAY));
it('leaves out views and features it does not know', () =>
  expect(readQuery({ view: 'decade', features: 'screen,jacuzzi', people: '-3' }, TODAY)).toMatchObject({
    view: 'day',
    features: ['screen'],
    people: null,
  }));

it.each([
  ['day', '2026-11-24', '2026-11-24', '2026-11-25'],
  ['week', '2026-11-29', '2026-11-23', '2026-11-30'],
  ['month', '2026-11-15', '2026-10-26', '2026-12-07'],
  ['month', '2027-02-15', '2027-02-01', '2027-03-01'],
  ['year', '2027-02-15', '2027-01-01', '2028-01-01'],
] as const)('%s of %s', (view, date, from, to) => expect(datesOf(view, date)).toEqual({ from, to }));

it.each([
  ['day', '2026-12-31', 1, '2027-01-01'],
  ['list', '2026-11-24', -1, '2026-11-17'],
  ['year', '2026-05-04', -1, '2025-01-01'],
  ['month', '2026-01-31', 1, '2026-02-01'],
  ['month', '2026-01-31', -1, '2025-12-01'],
] as const)('one %s from %s', (view, date, step, then) => expect(stepDate(view, date, step)).toBe(then));

it('a week begins on Monday', () => expect(weekOf('2026-11-29')[0]).toBe('2026-11-23'));

it('my own bookings go before those of my organisations, and keep their colours', () => {
  const query = readQuery({ who: 'me', mine: '1', colour: 'kind' }, TODAY);
  expect(query).toMatchObject({ me: true, mine: false, colour: 'kind' });
  expect(writeQuery(query, TODAY)).toMatchObject({ who: 'me', mine: null, colour: 'kind' });
  expect(hasFilter(query)).toBe(true);
});
