import type { ReasonCode } from '@bota/shared/domain';
import { type Extent, type Grant, overriddenThroughout, stillGranted } from './grant.rules';

const at = (time: string) => new Date(`2026-03-16T${time}:00Z`);
const overridden: ReasonCode[] = ['CLOSED', 'OVER_CAPACITY', 'TOO_LONG', 'NOT_ENTITLED'];
const was: Grant = {
  start: at('17:00'),
  end: at('19:00'),
  roomIds: ['A', 'B'],
  organisationId: 'racines',
  attendees: 15,
  layout: 'circle',
  overridden,
};
const ALL: ReasonCode[] = ['NOT_RESIDENT', 'LEAD_TIME', 'HORIZON', 'OFF_STEP', ...overridden];

it.each<[string, Partial<Extent>, ReasonCode[]]>([
  ['stays as it is', {}, ALL],
  ['is shorter, for fewer', { end: at('18:00'), attendees: 3, roomIds: ['B', 'A'] }, ALL],
  ['ends later', { end: at('19:01') }, ['NOT_RESIDENT', 'LEAD_TIME', 'HORIZON', 'OVER_CAPACITY']],
  ['begins later', { start: at('17:30') }, []],
  ['begins earlier', { start: at('16:30') }, []],
  ['is in another room', { roomIds: ['A', 'C'] }, ['NOT_RESIDENT']],
  ['is in one room more', { roomIds: ['A', 'B', 'C'] }, ['NOT_RESIDENT']],
  ['is for another organisation', { organisationId: 'voisins' }, []],
  ['is for more', { attendees: 16 }, ALL.filter((code) => code !== 'OVER_CAPACITY')],
  ['stands otherwise', { layout: 'theatre' }, ALL.filter((code) => code !== 'OVER_CAPACITY')],
])('a date that %s keeps what it was granted', (_, change, codes) => expect(stillGranted(was, { ...was, ...change })).toEqual(codes));

it('too short a date may become no shorter', () => {
  const short: Grant = { ...was, overridden: ['TOO_SHORT'] };
  expect(stillGranted(short, { ...was, end: at('18:00') })).not.toContain('TOO_SHORT');
  expect(stillGranted(short, { ...was, end: at('20:00') })).toContain('TOO_SHORT');
});

it.each<[string, [ReasonCode[], boolean?][], ReasonCode[]]>([
  ['every date', [[['CLOSED', 'TOO_LONG']], [['CLOSED']]], ['CLOSED']],
  ['one date alone', [[['CLOSED']], [[]]], []],
  ['every date but one that was moved', [[['CLOSED']], [[], true]], ['CLOSED']],
  ['none', [], []],
])('what was set aside for %s', (_, dates, codes) =>
  expect(overriddenThroughout(dates.map(([overridden_, isOwn = false]) => ({ overridden: overridden_, isOwn })))).toEqual(codes),
);
