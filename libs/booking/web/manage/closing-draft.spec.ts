import type { AffectedBookings } from '@bota/booking/domain';
import { booked, salleA, salleB } from '../rooms/house.fixture';
import { choicesOn, commonAct, countsOf, firstApart, KEEP_ALL, withDate, withoutPlace } from './closing-draft';

const MAY = { edit: true, cancel: true, checkIn: false };
const [first, second, begun] = [
  booked(salleA, '10:00', '11:00', { may: MAY }),
  booked(salleA, '14:00', '15:00', { may: MAY }),
  booked(salleA, '09:00', '18:00', { may: { ...MAY, cancel: false } }),
];
const affected: AffectedBookings = { count: 5, items: [first, second, begun], others: ['x', 'y'] };
const place = { roomIds: [salleB.id], start: first.start, end: first.end };

it('keeps all that nothing was chosen for', () => {
  expect([choicesOn(affected, KEEP_ALL), countsOf(affected, KEEP_ALL), commonAct(affected, KEEP_ALL)]).toEqual([
    [],
    { kept: 5, cancelled: 0, moved: 0, unplaced: 0 },
    'keep',
  ]);
});

it('sends what ends and what moves, and nothing of what has begun or has no place yet', () => {
  const chosen = [first, second, begun].reduce((all, { occurrenceId }) => withDate(all, occurrenceId, { act: 'move' }), KEEP_ALL);
  expect([choicesOn(affected, chosen), withoutPlace(affected, chosen)]).toEqual([[], [first, second]]);
  expect(countsOf(affected, chosen)).toEqual({ kept: 3, cancelled: 0, moved: 0, unplaced: 2 });
  const choices = withDate(withDate(chosen, first.occurrenceId, { act: 'move', place }), second.occurrenceId, { act: 'cancel' });
  expect(choicesOn(affected, choices)).toEqual([
    { act: 'move', occurrenceId: first.occurrenceId, ...place, was: { start: first.start, end: first.end } },
    { act: 'cancel', occurrenceId: second.occurrenceId },
  ]);
  expect(commonAct(affected, choices)).toBeUndefined();
  expect(countsOf(affected, { ...choices, others: 'cancel' })).toEqual({ kept: 1, cancelled: 3, moved: 1, unplaced: 0 });
});

it('leaves a place to the date that took it first', () => {
  const choices = withDate(KEEP_ALL, first.occurrenceId, { act: 'move', place });
  const later = { ...place, start: second.start, end: second.end };
  expect(firstApart([place, later], choices)).toEqual(later);
  expect(firstApart([place], choices)).toBeUndefined();
  expect(firstApart([place], withDate(choices, first.occurrenceId, { act: 'keep', place }))).toEqual(place);
});
