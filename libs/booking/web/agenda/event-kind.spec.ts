import { booked, salleA } from '../rooms/house.fixture';
import { KIND_LOOKS, kindOf, KINDS } from './event-kind';

it.each([
  ['public', {}, 'public'],
  ['residents', {}, 'residents'],
  ['private', {}, 'private'],
  ['public', { status: 'requested' }, 'requested'],
] as const)('%s %j is %s', (visibility, more, kind) =>
  expect(kindOf(booked(salleA, '10:00', '11:00', { visibility, ...more }))).toBe(kind),
);

it('each kind has a look of its own', () => expect(new Set(KINDS.map((kind) => KIND_LOOKS[kind])).size).toBe(KINDS.length));
