import { readTime } from '@bota/shared/domain';
import type { RoomRules } from '@bota/spaces/domain';
import { OVERRIDABLE, besides } from './admission.rules';
import type { Ask, Asker } from './booking.facts';
import { reasonsAgainst } from './booking.rules';

const zone = 'Europe/Brussels';
const at = (wall: string) => readTime(wall, zone).instant;
const asker: Asker = { organisationIds: ['racines'], isCoordinator: false };
const ask = (start: string, end: string, rules: RoomRules, more: Partial<Ask> = {}): Ask => ({
  span: { start: at(start), end: at(end) },
  rooms: [{ id: 'A', bookable: true, unitIds: ['A'], capacity: 12, rules }],
  closures: [],
  taken: [],
  zone,
  asker,
  ...more,
});
const reasons = (question: Ask) => reasonsAgainst(question).map(({ code, limit }) => [code, limit]);

describe('lead time of two hours, asked at 09:00', () => {
  const now = at('2026-03-16T09:00');
  it.each([
    ['11:00', []],
    ['10:59', [['LEAD_TIME', 120]]],
    ['09:00', [['LEAD_TIME', 120]]],
    // The past is another rule.
    ['08:00', []],
  ])('from %s', (start, expected) =>
    expect(reasons(ask(`2026-03-16T${start}`, '2026-03-16T12:00', { leadMinutes: 120 }, { now }))).toEqual(expected),
  );

  it('is elapsed time: in the night that springs forward, three hours by the clock are two', () => {
    const night = { now: at('2026-03-29T01:00') };
    expect(reasons(ask('2026-03-29T04:00', '2026-03-29T05:00', { leadMinutes: 120 }, night))).toEqual([]);
    expect(reasons(ask('2026-03-29T03:30', '2026-03-29T05:00', { leadMinutes: 120 }, night))).toEqual([['LEAD_TIME', 120]]);
  });
});

describe('a horizon of 30 days, asked on 16 March late in the evening', () => {
  const now = at('2026-03-16T23:30');
  it.each([
    ['the last moment of its last day', '2026-04-15T23:45', []],
    ['the first of the day after', '2026-04-16T00:00', [['HORIZON', 30]]],
  ])('%s', (_, start, expected) => expect(reasons(ask(start, '2026-04-16T01:00', { horizonDays: 30 }, { now }))).toEqual(expected));
});

describe('a grid of thirty minutes', () => {
  it.each([
    ['2026-03-16T10:00', '2026-03-16T11:30', []],
    ['2026-03-16T10:15', '2026-03-16T11:30', [['OFF_STEP', 30]]],
    ['2026-03-16T10:00', '2026-03-16T11:20', [['OFF_STEP', 30]]],
    ['2026-03-16T10:00:30', '2026-03-16T11:00', [['OFF_STEP', 30]]],
    ['2026-03-16T23:30', '2026-03-17T00:00', []],
    // By the clock of the house, whatever its distance from UTC.
    ['2026-07-16T10:30', '2026-07-16T11:00', []],
  ])('%s to %s', (start, end, expected) => expect(reasons(ask(start, end, { stepMinutes: 30 }))).toEqual(expected));
});

describe('who may book', () => {
  const times = ['2026-03-16T10:00', '2026-03-16T11:00'] as const;
  const some: RoomRules = { who: { are: 'organisations', organisationIds: ['racines', 'voisins'] } };
  const other = { ...asker, organisationIds: ['marmite'] };
  const coordination = { organisationIds: [], isCoordinator: true };
  it.each([
    ['any resident', { who: { are: 'residents' } }, other, []],
    ['one of the organisations', some, asker, []],
    ['another organisation', some, other, ['NOT_ENTITLED']],
    ['the coordination, in nobody’s name', some, coordination, ['NOT_ENTITLED']],
    ['a member, of a room of the coordination', { who: { are: 'coordinators' } }, asker, ['NOT_ENTITLED']],
    ['the coordination, of its own room', { who: { are: 'coordinators' } }, coordination, []],
  ] as [string, RoomRules, Asker, string[]][])('%s', (_, rules, who, expected) =>
    expect(reasonsAgainst(ask(...times, rules, { asker: who })).map(({ code }) => code)).toEqual(expected),
  );

  it('when the house itself asks, for the next dates of a series, is settled already', () => {
    const rules: RoomRules = { who: { are: 'coordinators' }, leadMinutes: 600, stepMinutes: 45, horizonDays: 1 };
    expect(reasonsAgainst(ask(...times, rules, { asker: undefined, now: at('2026-03-16T09:00') }))).toEqual([]);
  });
});

it('what is taken, impossible or past is nobody’s to set aside', () => {
  const kept = ['ROOM_TAKEN', 'BUFFER', 'NOT_BOOKABLE', 'IN_THE_PAST', 'TIME_DOES_NOT_EXIST', 'OVERLAPS_ITSELF'] as const;
  const all = [...kept, ...OVERRIDABLE].map((code) => ({ code }));
  expect(besides(all, OVERRIDABLE).map(({ code }) => code)).toEqual(kept);
});
