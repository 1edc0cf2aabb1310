import type { SeasonState } from './season.contract';
import type { SeasonPlan } from './season.plan.contract';
import { drawLot, keyOf } from './season.lot';
import {
  stateOf,
  whyNotAdopt,
  whyNotAppeal,
  whyNotClose,
  whyNotDecide,
  whyNotOpen,
  whyNotPublish,
  whyNotWish,
  wrongDay,
} from './season.rules';

const days = { firstDay: '2027-09-01', lastDay: '2028-06-30', wishesUntil: '2027-05-31', appealsUntil: '2027-06-15' };
const STATES: SeasonState[] = ['preparing', 'open', 'published', 'adopted', 'closed'];
const result = { wishId: 'x', outcome: 'unmet' as const, rank: null, slot: null, turn: null, ground: null, dates: null, losses: [] };
const plan = (ties = 0): SeasonPlan => ({ results: [result], ties: Array(ties).fill({ key: '', turn: 1, claims: [] }), seed: null });
const when = new Date();
const at = { openedAt: null, publishedAt: null, adoptedAt: null, closedAt: null };

it.each<[SeasonState, object]>([
  ['preparing', {}],
  ['open', { openedAt: when }],
  ['published', { openedAt: when, publishedAt: when }],
  ['adopted', { openedAt: when, publishedAt: when, adoptedAt: when }],
  ['closed', { openedAt: when, closedAt: when }],
])('a round is %s', (state, moments) => {
  expect(stateOf({ ...at, ...moments })).toBe(state);
});

it.each([
  ['a school year', {}, null],
  ['without appeals yet', { appealsUntil: null }, null],
  ['one day', { lastDay: '2027-09-01' }, null],
  ['ending before it begins', { lastDay: '2027-08-31' }, 'lastDay'],
  ['longer than 400 days', { lastDay: '2028-10-06' }, 'lastDay'],
  ['400 days', { lastDay: '2028-10-05' }, null],
  ['with wishes into the season', { wishesUntil: '2027-09-01' }, 'wishesUntil'],
  ['with appeals before the wishes end', { appealsUntil: '2027-05-30' }, 'appealsUntil'],
  ['that opens to all before its wishes end', { opensOn: '2027-05-31' }, 'opensOn'],
  ['that opens to all once it has begun', { opensOn: '2027-09-02' }, 'opensOn'],
  ['that opens to all on its first day', { opensOn: '2027-09-01' }, null],
  ['with appeals into the season', { appealsUntil: '2027-09-01' }, 'appealsUntil'],
])('a season %s', (_, change, day) => {
  expect(wrongDay({ ...days, ...change })).toBe(day);
});

const inEach = (rule: (state: SeasonState) => string | null) => Object.fromEntries(STATES.map((state) => [state, rule(state)]));
const only = (state: SeasonState, code: string) => Object.fromEntries(STATES.map((one) => [one, one === state ? null : code]));

it('each step follows one state', () => {
  expect(inEach((state) => whyNotOpen(state, days, '2027-05-01'))).toEqual(only('preparing', 'season/not-preparing'));
  expect(inEach((state) => whyNotWish(state, days, '2027-05-31'))).toEqual(only('open', 'season/not-open'));
  expect(inEach((state) => whyNotPublish(state, days, '2027-06-01', plan()))).toEqual(only('open', 'season/not-open'));
  expect(inEach((state) => whyNotAppeal(state, days, '2027-06-15'))).toEqual(only('published', 'season/not-published'));
  expect(inEach((state) => whyNotAdopt(state, days, '2027-06-16', { appeals: 0, ties: 0 }))).toEqual(
    only('published', 'season/not-published'),
  );
  expect(inEach(whyNotClose)).toEqual({ preparing: null, open: null, published: null, adopted: null, closed: 'season/closed' });
});

it.each([
  ['opening after the last day of wishes', whyNotOpen('preparing', days, '2027-06-01'), 'season/wishes-over'],
  ['a wish the day after', whyNotWish('open', days, '2027-06-01'), 'season/wishes-over'],
  ['deciding while wishes come', whyNotDecide('open', days, '2027-05-31'), 'season/wishes-running'],
  ['deciding afterwards', whyNotDecide('open', days, '2027-06-01'), null],
  ['deciding what an appeal brought', whyNotDecide('published', days, '2027-06-01'), null],
  ['publishing while wishes come', whyNotPublish('open', days, '2027-05-31', plan()), 'season/wishes-running'],
  ['publishing with ties', whyNotPublish('open', days, '2027-06-01', plan(1)), 'season/ties-open'],
  ['publishing nothing', whyNotPublish('open', days, '2027-06-01', { ...plan(), results: [] }), 'season/no-wishes'],
  ['an appeal too late', whyNotAppeal('published', days, '2027-06-16'), 'season/appeals-over'],
  ['adopting while appeals come', whyNotAdopt('published', days, '2027-06-15', { appeals: 0, ties: 0 }), 'season/appeals-running'],
  ['adopting without answering', whyNotAdopt('published', days, '2027-06-16', { appeals: 1, ties: 0 }), 'season/appeals-waiting'],
  ['adopting with ties', whyNotAdopt('published', days, '2027-06-16', { appeals: 0, ties: 1 }), 'season/ties-open'],
])('%s', (_, refusal, expected) => {
  expect(refusal).toBe(expected);
});

describe('a lot', () => {
  const names = ['01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a11', '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a12'];
  it('is drawn again with the same seed, whatever the order', () => {
    expect(drawLot('graine', 'k', [...names].reverse())).toBe(drawLot('graine', 'k', names));
    expect(keyOf(['b', 'a'])).toBe(keyOf(['a', 'b']));
    expect(keyOf(['b', 'a'])).not.toBe(keyOf(['b', 'c']));
    expect(() => drawLot('graine', 'k', [])).toThrow('nobody');
  });

  it('gives each the same chance: of 3000 seeds about a third', () => {
    const wins = names.map(
      (name) => Array.from({ length: 3000 }, (_, seed) => drawLot(`${seed}`, 'k', names)).filter((one) => one === name).length,
    );
    for (const count of wins) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
