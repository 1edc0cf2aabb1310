import { at, DAY, ZONE } from '../rooms/house.fixture';
import { planMoment, slotAt } from './plan-moment';

const NOW = at('13:20');

it.each([
  ['nothing', {}, { date: DAY, time: '13:20', isChosen: false }],
  ['a day and a time', { date: '2026-12-01', time: '15:30' }, { date: '2026-12-01', time: '15:30', isChosen: true }],
  ['a day alone', { date: '2026-12-01' }, { date: '2026-12-01', time: '09:00', isChosen: true }],
  ['a time alone', { time: '18:00' }, { date: DAY, time: '18:00', isChosen: true }],
  ['what cannot be read', { date: '2026-13-01', time: '25:00' }, { date: DAY, time: '13:20', isChosen: false }],
])('an address with %s', (_, params, expected) => expect(planMoment(params, NOW, ZONE)).toMatchObject(expected));

it('is a moment of the house, whatever the clock of the browser says', () =>
  expect(planMoment({ date: '2026-12-01', time: '15:30' }, NOW, ZONE).at.toISOString()).toBe('2026-12-01T14:30:00.000Z'));

it.each([
  ['an hour', {}, '17:00', '15:00'],
  ['as long as it stays free', {}, '14:45', '14:45'],
  ['as long as the room wants', { minMinutes: 120 }, '17:00', '16:00'],
  ['as long as it allows', { maxMinutes: 45 }, '17:00', '14:45'],
  ['in steps of the room', { stepMinutes: 120 }, '17:00', '16:00'],
])('%s is proposed', (_, rules, until, end) => expect(slotAt({ rules }, at('14:00'), at(until)).end).toEqual(at(end)));
