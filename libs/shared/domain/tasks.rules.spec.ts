import { urgencyOf } from './tasks.rules';

const today = '2026-03-16';

it.each([
  ['late', '2026-03-15', false, 'now'],
  ['today', '2026-03-16', false, 'now'],
  ['on the last pressing day', '2026-03-23', false, 'now'],
  ['a day later', '2026-03-24', false, 'soon'],
  ['without a day', null, false, 'soon'],
  ['a decision without a day', null, true, 'decide'],
  ['a decision that is due', '2026-03-20', true, 'now'],
  ['a decision for later', '2026-05-01', true, 'decide'],
] as const)('%s', (_, due, mustDecide, urgency) => {
  expect(urgencyOf({ due, mustDecide }, today)).toBe(urgency);
});
