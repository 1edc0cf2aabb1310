import { timeParamsOf, timeWishFrom } from './time-wish';

const TODAY = '2026-11-24';

it('an empty address is two weeks from today, by day, for an hour, with all of no rooms', () =>
  expect(timeWishFrom({}, TODAY)).toEqual({
    ...{ rooms: [], which: 'all', first: TODAY, last: '2026-12-07', weekdays: [], from: '08:00', to: '21:00', minutes: 60 },
    ...{ people: undefined, with: [] },
  }));

it('everything comes back as it was', () => {
  const params = {
    ...{ rooms: 'salle-a,studio', which: 'any', first: '2026-12-01', last: '2026-12-04', weekdays: '2,4' },
    ...{ from: '13:00', to: '24:00', minutes: '90', people: '12', with: 'a,b' },
  };
  const back = timeParamsOf(timeWishFrom(params, TODAY));
  expect(Object.fromEntries(Object.entries(back).map(([key, value]) => [key, String(value)]))).toEqual(params);
});

it.each([
  ['a first day that is past', { first: '2026-11-01' }, { first: TODAY, last: '2026-12-07' }],
  ['a last day before the first', { first: '2026-12-01', last: '2026-11-30' }, { last: '2026-12-14' }],
  ['more days than one looks over at once', { last: '2027-01-01' }, { last: '2026-12-07' }],
  ['no days of a week', { weekdays: '0,8,x' }, { weekdays: [] }],
  ['an end before the start', { from: '22:00', to: '09:00' }, { from: '22:00', to: '24:00' }],
  ['rooms twice', { rooms: 'a,a,,b' }, { rooms: ['a', 'b'] }],
])('leaves out %s', (_, params, expected) => expect(timeWishFrom(params, TODAY)).toMatchObject(expected));
