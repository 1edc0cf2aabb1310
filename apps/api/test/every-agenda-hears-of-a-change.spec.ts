import type { Booking } from '@bota/booking/domain';
import { verifyLog } from '@bota/shared/api';
import { EventStream, type StreamEvent } from '@bota/shared/testing';
import { draft } from './booking.fixture';
import type { House } from './house.fixture';
import { useProcesses } from './processes.fixture';

const api = useProcesses();
const streams: EventStream[] = [];
afterEach(() => streams.splice(0).forEach((stream) => stream.close()));

const DAY = `${new Date().getFullYear() + 1}-03-16`;
const at = (hour: number) => ({ start: `${DAY}T${hour}:00`, end: `${DAY}T${hour + 1}:00` });
const listen = async (index: number, house: House, headers: Record<string, string> = {}) => {
  const stream = await EventStream.open(api.urls[index] + house.path('live'), headers);
  streams.push(stream);
  return stream;
};
const book = async (index: number, house: House, wish: object = at(10)) =>
  (await api.at(index, house.member).post<Booking>(house.path('bookings'), draft(house, wish))).body;
const of =
  (id: string, kind?: string) =>
  ({ type, data }: StreamEvent) =>
    type === 'change' && data['bookingId'] === id && (kind === undefined || data['kind'] === kind);

it('a change at one process is heard at the other, and at its own, within two seconds', async () => {
  const house = await api.house();
  const [here, there] = [await listen(0, house), await listen(1, house)];
  const { id, start, end } = await book(0, house);
  for (const stream of [here, there]) {
    const { data } = await stream.next(of(id));
    expect(data).toEqual({ position: expect.any(Number), kind: 'booking.created', bookingId: id, from: start, to: end });
  }
  await api.at(1, house.member).patch(house.path(`bookings/${id}`), at(15));
  const { data: edited } = await here.next(of(id, 'booking.edited'));
  expect([edited['from'], edited['to']]).toEqual([start, expect.stringMatching(/T15:00/)]);
  await api.at(0, house.member).post(house.path(`bookings/${id}/cancellation`), {});
  await there.next(of(id, 'booking.cancelled'));
});

it('who was away hears what they missed, once, in order', async () => {
  const house = await api.house();
  const stream = await listen(1, house);
  const first = await book(0, house, at(10));
  const { id: lastHeard } = await stream.next(of(first.id));
  stream.close();
  const missed = [await book(0, house, at(11)), await book(1, house, at(12))];
  const again = await listen(1, house, { 'last-event-id': lastHeard ?? '' });
  for (const { id } of missed) await again.next(of(id));
  const { id } = await book(0, house, at(13));
  await again.next(of(id));
  const heard = again.heard.filter(({ type }) => type === 'change').map(({ data }) => data['bookingId']);
  expect(heard).toEqual([...missed.map((one) => one.id), id]);
});

it('whichever event was heard last, its id is the place to come back to', async () => {
  const house = await api.house();
  const { id: before } = await listen(1, house).then((stream) => stream.next(({ type }) => type === 'ready').finally(() => stream.close()));
  const booking = await book(0, house, at(11));
  const stream = await listen(1, house, { 'last-event-id': before ?? '' });
  const { id: place } = await stream.next(of(booking.id));
  expect(Number(place)).toBeGreaterThan(Number(before));
  stream.close();
  const back = await listen(1, house, { 'last-event-id': place ?? '' });
  expect((await back.next(({ type }) => type === 'ready')).id).toBe(place);
});

it('a place to resume from that is none is refused', async () => {
  const house = await api.house();
  await expect(listen(0, house, { 'last-event-id': 'yesterday' })).rejects.toThrow(/400.*last-event-id/s);
});

it('each house hears of its own changes only, and never of names', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const [ours, theirs] = [await listen(0, house), await listen(0, other)];
  const { id } = await book(0, house, { ...at(10), title: 'Réunion secrète', visibility: 'private' });
  await ours.next(of(id));
  const second = await book(0, other);
  await theirs.next(of(second.id));
  expect(theirs.heard.filter(of(id))).toEqual([]);
  expect(JSON.stringify(ours.heard)).not.toMatch(/secrète|Racines|Member/);
  expect(JSON.stringify(ours.heard)).not.toContain(house.racines);
});

it('what is done in a round is heard within two seconds: that, and nothing of it', async () => {
  const house = await api.house();
  const stream = await listen(1, house);
  const year = new Date().getFullYear() + 1;
  const round = {
    name: 'Saison secrète',
    firstDay: `${year}-09-01`,
    lastDay: `${year + 1}-06-30`,
    wishesUntil: `${year}-05-31`,
    opensOn: null,
  };
  const { status } = await api.at(0, house.coordinator).post(house.path('season-rounds'), { ...round, roomIds: [house.a] });
  expect(status).toBe(201);
  expect((await stream.next(({ type }) => type === 'season')).data).toEqual({});
});

it('a hundred open agendas hear within two seconds', async () => {
  const house = await api.house();
  const all = await Promise.all(Array.from({ length: 100 }, (_, n) => listen(n % 2, house)));
  const { id } = await book(0, house);
  await Promise.all(all.map((stream) => stream.next(of(id))));
});

it('what a killed process had saved but not announced, the other announces', async () => {
  const house = await api.house();
  const stream = await listen(1, house);
  const { id } = await book(0, house);
  api.kill(0);
  await stream.next(of(id), 3000);
  // A crash between commit and sealing leaves exactly this: an entry nobody has sealed.
  const [{ entity_id: orphan }] = await api.db.query(
    `INSERT INTO log (kind, entity_id, space_id, facts) VALUES ('booking.created', gen_random_uuid(), $1, '{}') RETURNING entity_id`,
    [house.id],
  );
  await stream.next(of(orphan), 3000);
  await stream.next(of(orphan), 3000);
  expect(await verifyLog(api.db)).toBeNull();
});

it('a listener that lost its database connection hears again, and of what happened meanwhile', async () => {
  const house = await api.house();
  const stream = await listen(1, house);
  await api.db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bota75-live' AND datname = current_database()`,
  );
  const { id } = await book(0, house);
  await stream.next(of(id), 5000);
});
