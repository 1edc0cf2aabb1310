import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { close, dateOf, moving, placesFor } from './closings.fixture';
import { quota } from './quota.fixture';

const api = useApi();
/** The whole house, on the last day of a month. */
const LAST = { roomIds: [], start: '2026-03-31T00:00', end: '2026-04-01T00:00' };
const on = (day: string, hour: number) => ({ start: `2026-${day}T${hour}:00`, end: `2026-${day}T${hour + 1}:00` });
const FIRST = on('04-01', 10);

it('two dates of one organisation that each fit its quota, and not together: the second is offered nothing there, and saving says why', async () => {
  const house = await api.house();
  await quota(house, { limit: 120 });
  const [one, two] = [await book(house, on('03-31', 10)), await book(house, on('03-31', 14))];
  await book(house, on('04-20', 10));
  const theirs = await book(house, { ...on('03-31', 16), organisationId: house.voisins }, house.neighbour);
  const chosen = [moving(one, house.a, 0, FIRST)];
  const offered = async (booking: typeof one, more: object = {}) => (await placesFor(house, dateOf(booking), { ...LAST, ...more })).length;
  expect([await offered(one), await offered(two)].every((count) => count > 0)).toBe(true);
  const together = async (booking: typeof one, choices: object[]) => (await placesFor(house, dateOf(booking), LAST, choices)).length;
  expect(await together(two, chosen)).toBe(0);
  expect(await together(two, [{ act: 'cancel', occurrenceId: dateOf(one) }])).toBeGreaterThan(0);
  expect(await together(theirs, chosen)).toBeGreaterThan(0);
  const { status, body } = await close(house, { ...LAST, choices: [...chosen, moving(two, house.a, 0, on('04-02', 14))] });
  expect([status, body.code]).toEqual([409, 'closure/not-moved']);
  expect(body.errors?.map(({ path, reasons, alternatives }) => [path, reasons, alternatives])).toEqual([
    ['choices.1', [expect.objectContaining({ code: 'QUOTA_EXCEEDED', limit: 120, used: 120, period: '2026-04-01' })], []],
  ]);
});

it('what another date goes to is taken, with all its parts, and where it was counts no more', async () => {
  const house = await api.house();
  const upper = await house.room({ name: 'Haut', capacity: 20 });
  const lower = await house.room({ name: 'Bas', capacity: 20 });
  const both = await house.room({ name: 'Haut et bas', capacity: 40, partIds: [upper, lower] });
  const [large, small] = [await book(house, { attendees: 30, roomIds: [house.hall] }), await book(house, { roomIds: [house.studio] })];
  const closed = { roomIds: [house.hall, house.studio] };
  const sameTime = async (choices: object[]) =>
    (await placesFor(house, dateOf(small), closed, choices)).filter(({ start }) => start === small.start).map(({ roomIds }) => roomIds[0]);
  expect(await sameTime([])).toContain(upper);
  expect(await sameTime([moving(large, both)])).toEqual([]);
});
