import { addDays, readTime, weekdayOf } from '@bota/shared/domain';
import { ROOMS } from './rooms';
import { firstDay, mondayOf, planOf } from './plan';

const at = (wall: string) => readTime(wall, 'Europe/Brussels').instant;
const MONDAYS = ['2026-01-05', '2026-02-23', '2026-03-30', '2026-06-29', '2026-10-19', '2026-11-23', '2027-12-27', '2028-02-28'];

it.each([
  ['on Monday morning', '2026-11-23T00:00', '2026-11-23'],
  ['on Sunday night', '2026-11-29T23:59', '2026-11-23'],
  ['when the clocks change', '2026-10-25T02:30', '2026-10-19'],
])('the week begins on Monday: %s', (_, wall, monday) => expect(mondayOf(at(wall))).toBe(monday));

it('the same week gives the same bookings, another week others', () => {
  expect(planOf('2026-11-23')).toEqual(planOf('2026-11-23'));
  expect(planOf('2026-11-30')).not.toEqual(planOf('2026-11-23'));
});

describe.each(MONDAYS)('in the week of %s', (monday) => {
  const plan = planOf(monday);

  it('nothing begins before the first day, and nobody asks more of a room than it has places, or for one of others', () => {
    for (const { start, end, room, by, attendees = 1 } of plan) {
      expect(start >= firstDay(monday)).toBe(true);
      expect(end > start).toBe(true);
      expect(attendees).toBeLessThanOrEqual(ROOMS[room].capacity ?? Infinity);
      expect(ROOMS[room].onlyFor ?? [by]).toContain(by);
    }
  });

  it('the Tuesday is the one of the drawings, with nothing beside', () => {
    const tuesday = addDays(monday, 1);
    expect(weekdayOf(tuesday)).toBe(2);
    expect(plan.filter(({ start, rrule }) => start.startsWith(tuesday) && !rrule)).toEqual([]);
    expect(plan.find(({ title }) => title === 'Assemblée de quartier')?.start).toBe(`${addDays(monday, -55)}T18:30`);
  });

  it('the night of the radio is one in which the clocks change', () => {
    const night = plan.find(({ title }) => title.startsWith('Nuit'));
    expect((at(night?.end ?? '').getTime() - at(night?.start ?? '').getTime()) / 3_600_000).not.toBe(8);
  });
});
