import { aResidency } from '../resident.fixture';
import { editOf, termsOf, wishesOn } from './terms';

const office = '01939b1e-7c00-7d3e-9c1a-000000000020';
const residency = aResidency();

it('tells what is occupied on a day', () => {
  expect(wishesOn(residency, '2024-08-31')).toEqual([]);
  expect(wishesOn(residency, '2026-11-24')).toEqual([{ roomId: office, desks: null }]);
});

it.each([
  ['nothing', {}, [{ roomId: office, desks: null }], {}],
  ['an end', { to: '2026-12-31' }, [{ roomId: office, desks: null }], { to: '2026-12-31' }],
  ['no rooms any more', {}, [], { occupies: { from: '2026-11-24', items: [] } }],
  ['desks for the room', {}, [{ roomId: office, desks: 2 }], { occupies: { from: '2026-11-24', items: [{ roomId: office, desks: 2 }] } }],
])('sends only what was changed: %s', (_, change, wishes, edit) =>
  expect(editOf(residency, { ...termsOf(residency), ...change }, wishes, '2026-11-24')).toEqual(edit),
);
