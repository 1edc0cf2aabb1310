import { blankRound, faultsOfRound } from './round-draft';

const say = (years: string) => `Saison ${years}`;

it.each([
  ['2027-03-10', 'Saison 2027–2028', '2027-09-01', '2028-06-30', '2027-05-31'],
  ['2027-06-20', 'Saison 2027–2028', '2027-09-01', '2028-06-30', '2027-07-04'],
  ['2026-11-24', 'Saison 2027–2028', '2027-09-01', '2028-06-30', '2027-05-31'],
])('on %s the next season is %s', (today, name, firstDay, lastDay, wishesUntil) => {
  const draft = blankRound(today, ['a'], say);
  expect(draft).toEqual({ name, firstDay, lastDay, wishesUntil, roomIds: ['a'], opensOn: null });
  expect(faultsOfRound(draft)).toEqual([]);
});

it.each([
  ['a name', { name: ' ' }, ['round-name']],
  ['rooms', { roomIds: [] }, ['round-rooms']],
  ['a day that can be read', { firstDay: '' }, ['round-firstDay']],
  ['days in their order', { wishesUntil: '2027-10-01' }, ['round-wishesUntil']],
])('a round needs %s', (_, change, fields) => {
  expect(faultsOfRound({ ...blankRound('2027-03-10', ['a'], say), ...change }).map(({ field }) => field)).toEqual(fields);
});
