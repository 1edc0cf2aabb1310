import { booked, DAY, hall, salleA, salleB, closed, house, at, ZONE, marronnier } from '../rooms/house.fixture';
import { closedTimes, takenElsewhere } from './blocked.rules';
import { type EventContext, type EventProps, toBackgrounds, toDraftEvent, toEvents } from './event-mapping';
import { isWanted, roomRows } from './room-rows';
import { stateOf } from './room-state';
import { hourWidth, shownHours } from './shown-hours';
import { readQuery } from './agenda-query';

const context: EventContext = {
  dress: ({ organisationId }) => (organisationId ? { look: 'o1 p2', mark: 'RF' } : { look: 'priv', mark: '' }),
  label: ({ title }) => `dit ${title}`,
  blockedLabel: ({ why }) => why,
  words: { occupied: 'Occupé', draft: 'Ma demande' },
  isDimmed: () => false,
};
const { rooms } = house();
const propsOf = (event: { extendedProps?: unknown }) => event.extendedProps as Extract<EventProps, { kind: 'booking' }>;

it('an occurrence becomes an event in all its rooms, as it is dressed', () => {
  const item = booked([salleA, marronnier], '14:00', '16:00', { title: 'Réunion d’équipe', may: { edit: true, cancel: true } });
  const [event] = toEvents([item], context);
  expect(event).toMatchObject({
    id: item.occurrenceId,
    resourceIds: item.roomIds,
    start: item.start,
    editable: true,
    title: 'Réunion d’équipe',
  });
  expect(propsOf(event ?? {})).toMatchObject({ look: 'o1 p2', initials: 'RF', label: 'dit Réunion d’équipe', isDimmed: false });
});

it('a private one only says that the room is occupied, and stays where it is', () => {
  const [event] = toEvents([booked(salleA, '14:00', '16:00', { title: undefined, organisationId: undefined })], context);
  expect(event).toMatchObject({ title: 'Occupé', editable: false });
  expect(propsOf(event ?? {}).look).toBe('priv');
});

it('cancelled and skipped dates are no events; those of others step back when mine are asked', () => {
  const items = [
    booked(salleA, '09:00', '10:00', { status: 'skipped' }),
    booked(salleA, '10:00', '11:00', { mine: true }),
    booked(salleA, '12:00', '13:00'),
  ];
  expect(toEvents(items, { ...context, isDimmed: ({ mine }) => !mine }).map((event) => propsOf(event).isDimmed)).toEqual([false, true]);
});

it('a composed room is taken in part by its parts, and takes them', () => {
  const blocked = takenElsewhere(
    [booked(salleA, '09:00', '11:00'), booked(salleB, '10:00', '12:00'), booked(hall, '18:00', '21:00')],
    rooms,
  );
  expect(blocked.map(({ roomId, why, start, end }) => [roomId, why, start, end])).toEqual([
    [hall.id, 'parts', at('09:00'), at('12:00')],
    [salleA.id, 'by', at('18:00'), at('21:00')],
    [salleB.id, 'by', at('18:00'), at('21:00')],
  ]);
  expect(toBackgrounds(blocked, context)[0]).toMatchObject({ resourceId: hall.id, display: 'background' });
});

it('is closed outside its hours and during a closure', () => {
  const dates = { from: DAY, to: '2026-11-25' };
  const blocked = closedTimes([closed('12:00', '14:00', { roomId: salleA.id })], { rooms: [salleA], zone: ZONE, dates });
  expect(blocked.map(({ start, end }) => [start, end])).toEqual([
    [at('12:00'), at('14:00')],
    [at('00:00'), at('08:00')],
    [at('21:00'), at('2026-11-25T00:00')],
  ]);
});

it('the wish lies behind the events, refused or not', () => {
  const event = toDraftEvent({ roomIds: [salleA.id], start: `${DAY}T13:30`, end: `${DAY}T15:30`, isRefused: true }, 'Ma demande');
  expect(event).toMatchObject({ display: 'background', extendedProps: { kind: 'draft', isRefused: true } });
});

it('parts of a composed room hang under it', () =>
  expect(roomRows(rooms).map(({ part }) => part)).toEqual(['none', 'middle', 'last', 'none', 'none']));

it('filters keep rooms by size and features', () => {
  const query = readQuery({ people: '20', features: 'step-free' }, DAY);
  expect(rooms.filter((room) => isWanted(room, query))).toEqual([salleA, salleB]);
});

it.each([
  ['08:30', 'free', '09:00'],
  ['09:00', 'taken', '11:30'],
  ['11:30', 'free', null],
])('at %s the room is %s until %s', (now, is, until) => {
  const items = [booked(salleA, '09:00', '10:00'), booked(salleA, '10:00', '11:30')];
  const state = stateOf(salleA, at(now), { items, blocked: [], end: at('2026-11-25T00:00') });
  expect(state).toEqual({ is, until: until ? at(until) : null });
});

it('shows 8 to 21, and more when something lies outside', () => {
  expect(shownHours([], ZONE)).toEqual({ from: '08:00', to: '21:00' });
  expect(shownHours([booked(salleA, '06:45', '22:15')], ZONE)).toEqual({ from: '06:00', to: '23:00' });
  expect(shownHours([booked(salleA, '22:00', '2026-11-25T06:00')], ZONE)).toEqual({ from: '00:00', to: '24:00' });
  expect(shownHours([booked(salleA, '19:00', '2026-11-25T00:00')], ZONE)).toEqual({ from: '08:00', to: '24:00' });
});

it('a day of many short events is drawn wider', () => {
  const talks = Array.from({ length: 40 }, () => booked(salleA, '09:00', '09:25'));
  expect(hourWidth(talks)).toBeGreaterThan(hourWidth(talks.slice(0, 5)));
});
