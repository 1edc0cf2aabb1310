import type { RoomFacts, Taken } from '../booking.facts';
import { type SeasonRoom, plannedWish } from './season.candidates';
import type { SeasonChoice } from './season.contract';
import { datesOf, isWorthGiving, outlookOf, wallsOn } from './season.slots';

const zone = 'Europe/Brussels';
const march = { firstDay: '2027-03-01', lastDay: '2027-03-31', zone, closures: [], taken: [] };
const room = (id: string, more: Partial<SeasonRoom> = {}): SeasonRoom => ({
  ...{ id, unitIds: [id], bookable: true, capacity: 20, rules: {}, features: [], ...more },
});
const thursday = { weekday: 4, start: '18:00', end: '20:00' };
const place = (of: RoomFacts, slot = thursday) => ({ room: of, slot: { roomId: of.id, ...slot } });
const closed = (day: string) => ({ roomId: null, start: new Date(`${day}T00:00Z`), end: new Date(`${day}T23:00Z`) });
const taken = (day: string): Taken => ({
  ...{ roomId: 'A', unitId: 'A', start: new Date(`${day}T17:00Z`), end: new Date(`${day}T18:30Z`), bufferMinutes: 0, by: {} },
});

it('the dates of a weekday, both ends included', () => {
  expect(datesOf(1, march)).toEqual(['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29']);
  expect(datesOf(3, march).at(-1)).toBe('2027-03-31');
  expect(datesOf(7, { firstDay: '2027-03-01', lastDay: '2027-03-06' })).toEqual([]);
});

it('24:00 is the beginning of the next day', () => {
  expect(wallsOn('2027-03-31', { start: '22:00', end: '24:00' })).toEqual({ start: '2027-03-31T22:00', end: '2027-04-01T00:00' });
});

describe('the outlook of a place', () => {
  const hours = [null, null, null, ['09:00', '20:00'], null, null, null] as NonNullable<SeasonRoom['rules']['hours']>;
  it.each<[string, SeasonRoom, object, number | null, number, string[]]>([
    ['is free', room('A'), {}, 20, 4, []],
    ['keeps the wall time over the change to summer time', room('A', { rules: { hours } }), {}, null, 4, []],
    ['is too small', room('A'), {}, 21, 0, ['OVER_CAPACITY']],
    ['is no room to book', room('A', { bookable: false }), {}, null, 0, ['NOT_BOOKABLE']],
    ['loses what is closed', room('A'), { closures: [closed('2027-03-04')] }, null, 3, ['CLOSED']],
    ['loses what is booked', room('A'), { taken: [taken('2027-03-11'), taken('2027-03-18')] }, null, 2, ['ROOM_TAKEN']],
  ])('%s', (_, of, season, attendees, free, codes) => {
    expect(outlookOf(place(of), { ...march, ...season }, { attendees })).toEqual({ all: 4, free, codes });
  });

  it('is closed by hours of another day', () => {
    const friday = { ...thursday, weekday: 5 };
    expect(outlookOf(place(room('A', { rules: { hours } }), friday), march, { attendees: null })).toEqual({
      all: 4,
      free: 0,
      codes: ['CLOSED'],
    });
  });

  it.each([
    [4, 2, true],
    [5, 2, false],
    [0, 0, false],
  ])('of %d dates with %d free', (all, free, expected) => {
    expect(isWorthGiving({ all, free, codes: [] })).toBe(expected);
  });
});

describe('what a wish may get', () => {
  const rooms = [
    room('large', { capacity: 60, features: ['piano'] }),
    room('small', { capacity: 8 }),
    room('piano', { capacity: 25, features: ['piano'] }),
  ];
  const asked = (choices: SeasonChoice[], attendees: number | null = null) => {
    const wish = { id: 'x1', organisationId: 'x', need: 1, attendees, features: ['piano' as const], choices };
    const { candidates, impossible } = plannedWish(wish, rooms, march);
    return { candidates: candidates.map(({ rank, slot }) => `${rank} ${slot.roomId}`), impossible };
  };

  it('is, for any room, the smallest that has the places and features, then the larger ones', () => {
    expect(asked([{ roomId: null, ...thursday }], 20)).toEqual({ candidates: ['1 piano', '1 large'], impossible: [] });
    expect(asked([{ roomId: null, ...thursday }], 40).candidates).toEqual(['1 large']);
  });

  it('is the room named, whatever its features, and in the order of the choices', () => {
    expect(
      asked([
        { roomId: 'small', ...thursday },
        { roomId: 'large', ...thursday },
      ]).candidates,
    ).toEqual(['1 small', '2 large']);
  });

  it('is not a room that refuses, nor one that is not of the round', () => {
    expect(
      asked(
        [
          { roomId: 'small', ...thursday },
          { roomId: 'elsewhere', ...thursday },
          { roomId: null, ...thursday },
        ],
        100,
      ),
    ).toEqual({
      candidates: [],
      impossible: [
        { rank: 1, codes: ['OVER_CAPACITY'] },
        { rank: 2, codes: [] },
        { rank: 3, codes: [] },
      ],
    });
  });
});
