import * as fc from 'fast-check';
import { sharedOut, substituteMistakes, type OfferedDate } from './substitutes.rules';

const MONDAY = '2026-03-16T10:00';
const TUESDAY = '2026-03-17T10:00';
const offered = (date: string, ...rooms: string[]): OfferedDate => ({ date, offers: rooms.map((room) => [room]) });
const said = (dates: readonly OfferedDate[]) => sharedOut(dates).map(({ date, roomIds }) => `${date.slice(8, 10)} ${roomIds.join('+')}`);

describe('what substitutes name', () => {
  it.each([
    ['nothing wrong', [TUESDAY, MONDAY], []],
    ['a date that the series has not', [MONDAY, '2026-03-18T10:00'], ['substitutes.1.date']],
    ['another time of a date that it has', ['2026-03-16T11:00'], ['substitutes.0.date']],
    ['one named twice', [MONDAY, TUESDAY, MONDAY], ['substitutes.2.date']],
  ])('%s', (_, dates, paths) => expect(substituteMistakes(dates, [MONDAY, TUESDAY]).map(({ path }) => path)).toEqual(paths));
});

describe('one choice for all refused dates', () => {
  it.each([
    ['nothing where nothing is free', [offered(MONDAY), offered(TUESDAY)], []],
    ['the best room where it is free on all', [offered(MONDAY, 'B', 'C'), offered(TUESDAY, 'B', 'C')], ['16 B', '17 B']],
    ['rather one room for all than the best of each', [offered(MONDAY, 'B', 'C'), offered(TUESDAY, 'C', 'D')], ['16 C', '17 C']],
    ['several where no room is free on all', [offered(MONDAY, 'B'), offered(TUESDAY, 'C')], ['16 B', '17 C']],
    ['the others are left out', [offered(MONDAY), offered(TUESDAY, 'C')], ['17 C']],
    ['several rooms together count as one choice', [{ date: MONDAY, offers: [['B', 'C']] }], ['16 B+C']],
  ])('%s', (_, dates, expected) => expect(said(dates)).toEqual(expected));

  it('gives every date that has an offer one of its own, and no other date any', () => {
    const dates = fc
      .uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 12 })
      .chain((days) =>
        fc.tuple(
          ...days.map((day) =>
            fc
              .uniqueArray(fc.constantFrom('B', 'C', 'D', 'E'))
              .map((rooms) => offered(`2026-03-${String(day).padStart(2, '0')}T10:00`, ...rooms)),
          ),
        ),
      );
    fc.assert(
      fc.property(dates, (all: OfferedDate[]) => {
        const chosen = new Map(sharedOut(all).map(({ date, roomIds }) => [date, roomIds.join()]));
        for (const { date, offers } of all) {
          const rooms = offers.map((offer) => offer.join());
          if (rooms.length > 0) expect(rooms).toContain(chosen.get(date));
          else expect(chosen.has(date)).toBe(false);
        }
      }),
    );
  });
});
