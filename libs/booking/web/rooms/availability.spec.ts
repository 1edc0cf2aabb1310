import { wallOf } from '@bota/shared/domain';
import { dayOf, freeSpans, type Span, slotsIn, stateAt, subtract } from './availability';
import { at, booked, cabine, closed, DAY, hall, house, marronnier, salleA, salleB, span, ZONE } from './house.fixture';

const day = dayOf(DAY, ZONE);
const clock = ({ start, end }: Span) => `${wallOf(start, ZONE).slice(11)}–${wallOf(end, ZONE).slice(11)}`;
const clocks = (spans: readonly Span[]) => spans.map(clock);

describe('when a room is free', () => {
  it.each([
    ['nothing booked: its hours', salleA, [], [], ['08:00–21:00']],
    ['around the clock without hours', cabine, [], [], ['00:00–00:00']],
    ['a booking cuts it in two', salleA, [booked(salleA, '10:00', '12:00')], [], ['08:00–10:00', '12:00–21:00']],
    [
      'back to back leaves no gap',
      salleA,
      [booked(salleA, '10:00', '11:00'), booked(salleA, '11:00', '12:00')],
      [],
      ['08:00–10:00', '12:00–21:00'],
    ],
    ['its pause is kept on both sides', salleB, [booked(salleB, '10:00', '12:00')], [], ['08:00–09:45', '12:15–21:00']],
    ['the whole takes its part', salleA, [booked(hall, '18:00', '21:00')], [], ['08:00–18:00']],
    ['a part takes the whole', hall, [booked(salleA, '08:00', '20:00')], [], ['20:00–21:00']],
    ['the other part does not', salleA, [booked(salleB, '08:00', '21:00')], [], ['08:00–21:00']],
    ['a cancelled date takes nothing', salleA, [booked(salleA, '10:00', '12:00', { status: 'cancelled' })], [], ['08:00–21:00']],
    ['a closure of the house', salleA, [], [closed('14:00', '16:00')], ['08:00–14:00', '16:00–21:00']],
    ['a closure of another room', salleA, [], [closed('14:00', '16:00', { roomId: salleB.id })], ['08:00–21:00']],
    ['a booking from the day before', salleA, [booked(salleA, '2026-11-23T20:00', '09:00')], [], ['09:00–21:00']],
  ])('%s', (_, room, items, closures, expected) => expect(clocks(freeSpans(room, day, house(items, { closures })))).toEqual(expected));

  it('is never on Sunday', () => expect(freeSpans(salleA, dayOf('2026-11-29', ZONE), house())).toEqual([]));

  it.each([
    ['spring', '2026-03-29', 23],
    ['autumn', '2026-10-25', 25],
  ])('lasts the real length of the day in %s', (_, date, hours) => {
    const [whole] = freeSpans(cabine, dayOf(date, ZONE), house());
    expect(whole && (whole.end.getTime() - whole.start.getTime()) / 3_600_000).toBe(hours);
  });
});

describe('what a room is doing', () => {
  const items = [booked(salleA, '12:00', '14:15'), booked(salleA, '14:15', '16:00'), booked(salleB, '10:00', '13:10')];
  it.each([
    ['free until the next booking', salleA, '11:00', 'free', '12:00'],
    ['taken until it may be booked again, not only until the next group', salleA, '13:20', 'taken', '16:00'],
    ['at the very start it is taken', salleA, '12:00', 'taken', '16:00'],
    ['at the very end it is free', salleA, '16:00', 'free', '21:00'],
    ['between two groups', salleB, '13:15', 'pause', '13:25'],
    ['before it opens', marronnier, '07:00', 'closed', '08:00'],
    ['the whole follows its parts', hall, '13:20', 'taken', '16:00'],
  ])('%s', (_, room, now, is, until) => {
    const state = stateAt(room, at(now), house(items));
    expect(state.is).toBe(is);
    expect(state.until && wallOf(state.until, ZONE).slice(11)).toBe(until);
  });

  it('says why it is closed', () => {
    const closure = closed('00:00', '2026-11-25T12:00');
    expect(stateAt(salleA, at('13:00'), house([], { closures: [closure] }))).toEqual({
      is: 'closed',
      until: at('2026-11-25T12:00'),
      closure,
    });
  });
});

it('takes holes out of spans', () =>
  expect(clocks(subtract([span('08:00', '12:00'), span('14:00', '18:00')], [span('11:00', '15:00'), span('16:00', '16:30')]))).toEqual([
    '08:00–11:00',
    '15:00–16:00',
    '16:30–18:00',
  ]));

it('counts slots from quarters of an hour', () =>
  expect(clocks(slotsIn([span('13:20', '16:05')], 120))).toEqual(['13:30–15:30', '13:45–15:45', '14:00–16:00']));
