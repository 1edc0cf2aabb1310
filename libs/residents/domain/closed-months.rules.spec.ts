import type { ChargedResidency } from './charges.rules';
import { closedMonthAltered } from './closed-months.rules';

const office = { roomId: 'office', desks: null, from: '2026-01-01', to: null };
const residency = (wish: Partial<ChargedResidency> = {}): ChargedResidency => ({
  ...{ id: 'r', organisationId: 'o', from: '2026-01-01', to: null, shareKey: 'm2', shareQuantity: null, occupied: [office] },
  ...wish,
});
const rooms = [
  { id: 'office', areaM2: 20, desks: 4 },
  { id: 'bare', areaM2: null, desks: null },
];
const CLOSED = ['2026-10', '2026-09'];
const altered = (before: ChargedResidency | null, after: ChargedResidency) => closedMonthAltered({ before, after, rooms }, CLOSED);

it.each([
  ['nothing', residency(), residency(), null],
  ['an end after the closed months', residency(), residency({ to: '2026-11-01' }), null],
  ['an end on their last day', residency(), residency({ to: '2026-10-31' }), null],
  ['an end a day before', residency(), residency({ to: '2026-10-30' }), '2026-10'],
  ['an end taken back over them', residency({ to: '2026-09-30' }), residency(), '2026-10'],
  ['a later first day', residency(), residency({ from: '2026-09-02', occupied: [{ ...office, from: '2026-09-02' }] }), '2026-09'],
  ['another room since November', residency(), residency({ occupied: [{ ...office, to: '2026-10-31' }] }), null],
  ['fewer desks since mid-October', residency(), residency({ occupied: [{ ...office, to: '2026-10-15' }] }), '2026-10'],
  ['a beginning in November', null, residency({ from: '2026-11-01' }), null],
  ['a beginning before', null, residency({ from: '2026-10-31' }), '2026-10'],
  ['rooms of which no measure is known', residency({ occupied: [] }), residency({ occupied: [{ ...office, roomId: 'bare' }] }), null],
  ['an agreed quantity, whatever is occupied', residency(), residency({ shareQuantity: 12, occupied: [] }), null],
  ['another key', residency(), residency({ shareKey: 'desks' }), null],
  ['an agreed quantity, on fewer days', residency(), residency({ shareQuantity: 12, to: '2026-10-15' }), '2026-10'],
])('%s', (_, before, after, month) => expect(altered(before, after)).toBe(month));

it('nothing is altered where nothing is closed', () =>
  expect(closedMonthAltered({ before: null, after: residency(), rooms }, [])).toBeNull());
