import * as fc from 'fast-check';
import type { Booking } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { edited, from_, read, this_ } from './edit.fixture';

const api = useApi();

/** What is done to one date before the cut. */
const exception = fc.constantFrom('none', 'none', 'cancelled', 'moved', 'renamed', 'elsewhere');
const story = fc.record({
  step: fc.constantFrom(1, 2, 7),
  exceptions: fc.array(exception, { minLength: 2, maxLength: 7 }),
  cut: fc.nat(6),
  hours: fc.constantFrom(-3, 0, 2, 5),
  ends: fc.constantFrom('count', 'until'),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const FIRST = '2026-03-24';
const dateOfIndex = ({ step }: Story, index: number) => addDays(FIRST, step * index);
const ruleOf = ({ step, exceptions, ends }: Story) => {
  const last = addDays(FIRST, step * (exceptions.length - 1)).replaceAll('-', '');
  return `FREQ=DAILY;INTERVAL=${step};${ends === 'count' ? `COUNT=${exceptions.length}` : `UNTIL=${last}`}`;
};
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
/** Summer time begins on 29 March. */
const utc = (date: string, hour: number) => `${date}T${clock(hour - (date >= '2026-03-29' ? 2 : 1))}`;

/** The dates as a person would say them: those before the cut as they were, the others shifted unless they had a time of their own. */
function model(story: Story, cut: number): string[] {
  return story.exceptions.map((exception, index) => {
    const date = dateOfIndex(story, index);
    const hour = exception === 'moved' ? 20 : index >= cut && exception !== 'cancelled' ? 10 + story.hours : 10;
    return `${utc(date, hour)} ${exception === 'cancelled' ? 'cancelled' : 'confirmed'} ${exception === 'elsewhere'}`;
  });
}

it('whatever was changed before, both halves together have the dates a simple model has', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const house = await api.house();
      const cut = told.cut % told.exceptions.length;
      fc.pre(told.exceptions[cut] !== 'cancelled');
      const series = await book(house, { start: `${FIRST}T10:00`, end: `${FIRST}T11:00`, recurrence: { rrule: ruleOf(told) } });
      for (const [index, exception] of told.exceptions.entries()) {
        const [one, date] = [this_(series, index), dateOfIndex(told, index)];
        if (exception === 'cancelled') await house.member.post(house.path(`bookings/${series.id}/cancellation`), one);
        if (exception === 'moved') await edited(house, series, { ...one, start: `${date}T20:00`, end: `${date}T21:00` });
        if (exception === 'renamed') await edited(house, series, { ...one, title: `Date ${index}` });
        if (exception === 'elsewhere') await edited(house, series, { ...one, roomIds: [house.studio] });
      }
      const date = dateOfIndex(told, cut);
      const shifted = { start: `${date}T${clock(10 + told.hours)}`, end: `${date}T${clock(11 + told.hours)}` };
      const next = await edited(house, series, { ...from_(series, cut), ...shifted });
      const old = next.id === series.id ? null : await read(house, series);
      const all = [...(old?.occurrences ?? []), ...next.occurrences];
      expect(all.map(({ id }) => id)).toEqual(series.occurrences.map(({ id }) => id));
      const said = all.map(({ start, status, roomIds }) => `${start.slice(0, 16)} ${status} ${roomIds[0] === house.studio}`);
      expect(said).toEqual(model(told, cut));
      expect(all.filter(({ title }) => title).length).toBe(told.exceptions.filter((exception) => exception === 'renamed').length);
      await expectSound(house.id);
    }),
    { numRuns: 25 },
  );
}, 120_000);

it('asked twice with one version, it is done once', async () => {
  const house = await api.house();
  const series = await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } });
  const ask = () =>
    house.member.patch<Booking>(
      house.path(`bookings/${series.id}`),
      { ...from_(series, 2), title: 'Suite' },
      { headers: { 'if-match': '"1"' } },
    );
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 412]);
  const [{ count }] = await api.db.query('SELECT count(*)::int FROM booking WHERE space_id = $1', [house.id]);
  expect(count).toBe(2);
});

/** Every confirmed date occupies its room in the name of its own booking, and nothing else does. */
async function expectSound(spaceId: string): Promise<void> {
  const [found] = await api.db.query(
    `SELECT (SELECT count(*)::int FROM allocation a JOIN occurrence o ON o.id = a.occurrence_id WHERE a.space_id = $1 AND a.booking_id <> o.booking_id) AS strays,
       (SELECT count(*)::int FROM occurrence o WHERE o.space_id = $1 AND (o.status = 'confirmed') <> EXISTS (
          SELECT FROM allocation a WHERE a.occurrence_id = o.id AND a.blocking AND a.starts_at = o.starts_at)) AS "unsound"`,
    [spaceId],
  );
  expect(found).toEqual({ strays: 0, unsound: 0 });
}
