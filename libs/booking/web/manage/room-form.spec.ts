import type { ManagedRoom } from '@bota/spaces/domain';
import { room } from '../rooms/house.fixture';
import { faultsOf, roomEdit, roomForm, type RoomForm } from './room-form';
import { hoursOf, readEnd, weekDraftOf } from './week-draft';

const managed = (more: Partial<ManagedRoom> = {}): ManagedRoom => ({
  ...room(1, 'Salle A'),
  ownRules: {},
  version: 1,
  archivedAt: null,
  ...more,
});
const filled = (more: Partial<RoomForm> = {}): RoomForm => ({ ...roomForm(managed()), ...more });

it('a room keeps the rules it has: they are written on a page of their own', () =>
  expect(roomEdit(roomForm(managed({ ownRules: { minMinutes: 30 } })))).not.toHaveProperty('rules'));

it('an office has desks, and neither places, parts nor rules', () =>
  expect(roomEdit(filled({ kind: 'office', desks: '6' }))).toMatchObject({
    bookable: false,
    desks: 6,
    capacity: null,
    partIds: [],
    rules: {},
  }));

it.each([
  ['a name', { name: ' ' }, 'room-name'],
  ['whole places', { capacity: '2,5' }, 'room-capacity'],
  ['an area', { areaM2: '-3' }, 'room-areaM2'],
])('a room needs %s', (_, more, field) => expect(faultsOf(filled(more)).map((fault) => fault.field)).toEqual([field]));

it('an area is taken with a comma', () => {
  expect(faultsOf(filled({ areaM2: '12,5' }))).toEqual([]);
  expect(roomEdit(filled({ areaM2: '12,5' })).areaM2).toBe(12.5);
});

it.each([
  ['24', '24:00'],
  ['24h', '24:00'],
  ['2130', '21:30'],
  ['25', null],
])('%s as the end of a day is %s', (text, expected) => expect(readEnd(text)).toBe(expected));

it('a week is read day by day, a shut day too', () => {
  const week = weekDraftOf(null).map((day, index) => ({ ...day, isOpen: index < 5, from: '8', to: '18h' }));
  expect(hoursOf(week)).toEqual({ hours: [...Array.from({ length: 5 }, () => ['08:00', '18:00']), null, null] });
});
