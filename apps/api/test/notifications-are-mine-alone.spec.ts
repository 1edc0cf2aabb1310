import { NotificationsSweep } from '@bota/notifications/api';
import type { NotificationList } from '@bota/notifications/domain';
import type { PersonalExport } from '@bota/people/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { titlesTo, toldTo, unreadOf } from './notifications.fixture';

const api = useApi();

/** A house where the member was told so many things. */
async function told(count = 1): Promise<House> {
  const house = await api.house();
  const booking = await book(house);
  for (let turn = 1; turn <= count; turn += 1)
    await house.coordinator.patch(house.path(`bookings/${booking.id}`), { title: `Titre ${turn}` });
  return house;
}

it('nobody else reads them, nor marks them as read, and no other house has them', async () => {
  const [house, other] = [await told(), await api.house()];
  const [mine] = await toldTo(house, house.member);
  for (const who of [house.colleague, house.admin, house.coordinator, house.stranger]) {
    expect(await toldTo(house, who)).toEqual([]);
    expect((await who.post(house.path(`notifications/${mine?.id}/reading`), {})).status).toBe(404);
    await who.post(house.path('notifications/reading'), { upTo: mine?.id });
  }
  expect(await toldTo(other, house.member)).toEqual([]);
  expect((await house.member.post(other.path(`notifications/${mine?.id}/reading`), {})).status).toBe(404);
  expect(await unreadOf(house, house.member)).toBe(1);
});

it('signed out, one is asked to sign in', async () => {
  const house = await told();
  expect((await api.anonymous().get(house.path('notifications'))).status).toBe(401);
});

it('are read one by one, or all that were seen and none that came meanwhile', async () => {
  const house = await told(3);
  const [, second, first] = await toldTo(house, house.member);
  const read = (id?: string) => house.member.post(house.path(`notifications/${id}/reading`), {});
  expect([(await read(first?.id)).status, (await read(first?.id)).status]).toEqual([204, 204]);
  expect((await toldTo(house, house.member)).map(({ isRead }) => isRead)).toEqual([false, false, true]);
  await house.member.post(house.path('notifications/reading'), { upTo: second?.id });
  expect((await toldTo(house, house.member)).map(({ isRead }) => isRead)).toEqual([false, true, true]);
  expect(await unreadOf(house, house.member)).toBe(1);
});

it('come in pages, the latest first, none twice', async () => {
  const house = await told(52);
  const page = (query = '') => house.member.get<NotificationList>(house.path(`notifications${query}`));
  const { body: first } = await page();
  const { body: rest } = await page(`?before=${first.next}`);
  expect([first.items.length, rest.items.length, rest.next, first.unread]).toEqual([50, 2, undefined, 52]);
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(52);
  expect([first.items[0]?.title, rest.items.at(-1)?.title]).toEqual([
    'Réservation modifiée\u00a0: Titre 52',
    'Réservation modifiée\u00a0: Titre 1',
  ]);
});

it('a kind that this version does not know is passed over, and not counted', async () => {
  const house = await told(2);
  await api.db.query(`UPDATE notification SET kind = 'from-tomorrow' WHERE person_id = $1 AND facts->>'title' = 'Titre 1'`, [
    house.member.id,
  ]);
  expect([(await toldTo(house, house.member)).length, await unreadOf(house, house.member)]).toEqual([1, 1]);
});

it('go after ninety days, and not a day before', async () => {
  const house = await told();
  const keptOn = async (now: string) => {
    api.setNow(now);
    await api.app.get(NotificationsSweep).sweep();
    return (await api.db.query('SELECT FROM notification WHERE person_id = $1', [house.member.id])).length;
  };
  expect([await keptOn('2026-04-05T08:00:00Z'), await keptOn('2026-04-05T08:00:01Z')]).toEqual([1, 0]);
});

it('stand among what is kept about me, and go when I go; my name goes from those of others', async () => {
  const house = await told();
  await house.member.patch('/api/me/notification-preferences', { digest: 'weekly', ways: { season: 'none' } });
  const { data } = (await house.member.get<PersonalExport>('/api/me/export')).body;
  expect(data).toMatchObject({
    notifications: [{ kind: 'booking-changed', facts: { title: 'Titre 1' } }],
    notificationPreferences: { ways: { season: 'none' }, reminder: 'day-before', digest: 'weekly' },
  });
  const neighbours = await book(house, { organisationId: house.voisins, roomIds: [house.b] }, house.neighbour);
  await api.db.query(`INSERT INTO house_role (space_id, person_id, role) VALUES ($1, $2, 'coordinator')`, [house.id, house.member.id]);
  await house.member.post(house.path(`bookings/${neighbours.id}/cancellation`), {});
  expect((await house.member.post('/api/me/erasure', { email: house.member.email })).status).toBe(204);
  const left = await api.db.query(
    'SELECT FROM notification n FULL JOIN notification_preferences c USING (person_id) WHERE person_id = $1',
    [house.member.id],
  );
  expect(left).toEqual([]);
  expect(await titlesTo(house, house.neighbour)).toEqual(['Réservation annulée\u00a0: Assemblée']);
  expect((await toldTo(house, house.neighbour))[0]?.text[0]).toContain('Quelqu’un a annulé');
});
