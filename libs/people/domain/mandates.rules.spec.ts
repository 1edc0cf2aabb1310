import { MandateDraft, type Amount, type JointRule } from './mandates.contract';
import { type MandateFacts, mandateState, mandatesInForce, mayBind } from './mandates.rules';

const eur = (cents: number): Amount => ({ cents, currency: 'EUR' });
const alone: JointRule = { kind: 'alone' };
const with1: JointRule = { kind: 'with-others', others: 1 };
const with2: JointRule = { kind: 'with-others', others: 2 };
const withTreasurer: JointRule = { kind: 'with-one-of', personIds: ['treasurer', 'secretary'] };
const of = (personId: string, joint: JointRule = alone, more: Partial<MandateFacts> = {}): MandateFacts => ({
  ...{ personId, joint, ceiling: null },
  ...{ from: '2026-01-01', to: '2026-12-31', endedOn: null, ...more },
});
const DAY = '2026-06-15';

it.each([
  ['the day before its first', {}, '2025-12-31', 'planned'],
  ['its first day', {}, '2026-01-01', 'active'],
  ['its last day', {}, '2026-12-31', 'active'],
  ['the day after its last', {}, '2027-01-01', 'ended'],
  ['far away, without a last day', { to: null }, '2099-01-01', 'active'],
  ['the day it was ended', { endedOn: '2026-06-15' }, '2026-06-15', 'active'],
  ['the day after it was ended', { endedOn: '2026-06-15' }, '2026-06-16', 'ended'],
  ['ended later than it runs', { endedOn: '2027-06-15' }, '2027-01-01', 'ended'],
  ['ended before it began', { endedOn: '2025-11-01' }, '2026-03-01', 'ended'],
  ['ended before it began, still before it', { endedOn: '2025-11-01' }, '2025-10-01', 'ended'],
] as const)('a mandate on %s', (_, more, day, state) => expect(mandateState(of('a', alone, more), day)).toBe(state));

it('those in force are those of the day', () => {
  const [past, now] = [of('a', alone, { to: '2026-02-01' }), of('b')];
  expect(mandatesInForce([past, now], DAY)).toEqual([now]);
});

it.each<[string, MandateFacts[], string[], Amount | null, boolean]>([
  ['nobody', [of('a')], [], null, false],
  ['somebody without mandate', [of('a')], ['b'], null, false],
  ['one who signs alone', [of('a')], ['a'], null, true],
  ['one who signs alone, and somebody without mandate', [of('a')], ['a', 'b'], null, true],
  ['one whose mandate is over', [of('a', alone, { to: '2026-06-14' })], ['a'], null, false],
  ['one who needs another', [of('a', with1), of('b', with1)], ['a'], null, false],
  ['two who need each other', [of('a', with1), of('b', with1)], ['a', 'b'], null, true],
  ['one who needs another, with somebody without mandate', [of('a', with1)], ['a', 'x'], null, false],
  ['one named twice', [of('a', with1)], ['a', 'a'], null, false],
  ['one with two mandates is one person', [of('a', with1), of('a', with1)], ['a'], null, false],
  ['two of three who are needed', [of('a', with2), of('b', with2), of('c', with2)], ['a', 'b'], null, false],
  ['three of three', [of('a', with2), of('b', with2), of('c', with2)], ['a', 'b', 'c'], null, true],
  [
    'one who needs another, with one whose mandate is over',
    [of('a', with1), of('b', alone, { to: '2026-01-02' })],
    ['a', 'b'],
    null,
    false,
  ],
  ['one who needs another, with one who could sign alone', [of('a', with1), of('b')], ['a', 'b'], null, true],
  ['one who needs a named person', [of('a', withTreasurer)], ['a'], null, false],
  ['one with a named person, who has no mandate', [of('a', withTreasurer)], ['a', 'secretary'], null, true],
  ['one with somebody not named', [of('a', withTreasurer), of('b', with1)], ['a', 'c'], null, false],
  ['the named person alone', [of('a', withTreasurer)], ['treasurer'], null, false],
  ['up to the ceiling', [of('a', alone, { ceiling: eur(5000) })], ['a'], eur(5000), true],
  ['a cent above the ceiling', [of('a', alone, { ceiling: eur(5000) })], ['a'], eur(5001), false],
  ['under a ceiling, about no money', [of('a', alone, { ceiling: eur(5000) })], ['a'], null, true],
  ['a ceiling in another currency', [of('a', alone, { ceiling: { cents: 5000, currency: 'USD' } })], ['a'], eur(1), false],
  ['above the ceiling of the second', [of('a', with1), of('b', with1, { ceiling: eur(100) })], ['a', 'b'], eur(101), false],
  [
    'above one’s own ceiling, but together',
    [of('a', alone, { ceiling: eur(100) }), of('a', with1), of('b', with1)],
    ['a', 'b'],
    eur(101),
    true,
  ],
])('binding: %s', (_, mandates, personIds, amount, binds) => expect(mayBind(mandates, personIds, DAY, amount)).toBe(binds));

it.each([
  ['ends before it begins', { to: '2025-12-31' }, ['to']],
  ['rests on something unsaid', { basis: 'other' }, ['basisText']],
  ['is joint with oneself', { joint: { kind: 'with-one-of', personIds: ['01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10'] } }, ['joint']],
  ['has no amount as its ceiling', { ceiling: { cents: 0, currency: 'EUR' } }, ['ceiling', 'cents']],
  ['has a ceiling in parts of cents', { ceiling: { cents: 1.5, currency: 'EUR' } }, ['ceiling', 'cents']],
])('a draft that %s is refused', (_, more, path) => {
  const draft = { personId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', basis: 'statutes', scope: 'Gestion journalière', from: '2026-01-01' };
  expect(MandateDraft.safeParse(draft).success).toBe(true);
  expect(MandateDraft.safeParse({ ...draft, ...more }).error?.issues[0]?.path).toEqual(path);
});
