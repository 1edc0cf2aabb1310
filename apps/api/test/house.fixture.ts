import { newId } from '@bota/shared/api';
import { ClosureEntity, type SpaceEntity, createRoom, createSpace } from '@bota/spaces/api';
import { RoomDraft } from '@bota/spaces/domain';
import { type Ground, type Someone, join, organisation, person, resides } from './people.fixture';

export type HouseWish = { zone?: string; horizonDays?: number };
type RoomWish = Parameters<typeof RoomDraft.parse>[0] & object;

/**
 * A house with the Grande salle = A + B (20 + 12 persons) and a studio, two resident organisations with people,
 * its coordinator, and a signed-in stranger who belongs to nobody here.
 */
export type House = {
  id: string;
  slug: string;
  space: SpaceEntity;
  /** Path below the space: `path('bookings')`. */
  path: (rest: string) => string;
  hall: string;
  a: string;
  b: string;
  studio: string;
  /** The organisation of member, colleague and admin. */
  racines: string;
  /** The organisation of the neighbour. */
  voisins: string;
  member: Someone;
  colleague: Someone;
  admin: Someone;
  neighbour: Someone;
  coordinator: Someone;
  stranger: Someone;
  room: (wish: RoomWish) => Promise<string>;
  close: (start: string, end: string, roomId?: string) => Promise<void>;
  ground: Ground;
};

let count = 0;

export async function buildHouse(ground: Ground, { zone = 'Europe/Brussels', horizonDays = 365 }: HouseWish = {}): Promise<House> {
  const names = ['Coordinator', 'Member', 'Colleague', 'Admin', 'Neighbour', 'Stranger'] as const;
  const [coordinator, member, colleague, admin, neighbour, stranger] = (await Promise.all(names.map((name) => person(ground, name)))) as [
    Someone,
    Someone,
    Someone,
    Someone,
    Someone,
    Someone,
  ];
  const slug = `house-${process.pid}-${(count += 1)}`;
  const space = await ground.db.transaction((tx) => createSpace(tx, coordinator.id, { name: 'Maison', slug, address: '', zone }));
  await ground.db.query('UPDATE space SET horizon_days = $2 WHERE id = $1', [space.id, horizonDays]);
  const racines = await organisation(ground, 'Racines');
  const voisins = await organisation(ground, 'Voisins');
  for (const organisationId of [racines, voisins]) await resides(ground, { spaceId: space.id, organisationId, by: coordinator.id });
  await Promise.all([
    join(ground, racines, member, 'member'),
    join(ground, racines, colleague, 'member'),
    join(ground, racines, admin, 'admin'),
    join(ground, voisins, neighbour, 'member'),
  ]);
  const room = roomIn(ground, space.id);
  const a = await room({ name: 'Salle A', capacity: 20 });
  const b = await room({ name: 'Salle B', capacity: 12 });
  const hall = await room({ name: 'Grande salle', capacity: 32, partIds: [a, b] });
  const studio = await room({ name: 'Studio', capacity: 4 });
  const people = { member, colleague, admin, neighbour, coordinator, stranger };
  const path = (rest: string) => `/api/spaces/${space.id}/${rest}`;
  const close = closeIn(ground, space.id);
  return { id: space.id, slug, space, path, hall, a, b, studio, racines, voisins, ...people, room, close, ground };
}

const roomIn =
  ({ db }: Ground, spaceId: string) =>
  async (wish: RoomWish): Promise<string> => {
    const { id } = await db.transaction((tx) => createRoom(tx, spaceId, RoomDraft.parse(wish)));
    return id;
  };

const closeIn =
  ({ db }: Ground, spaceId: string) =>
  async (start: string, end: string, roomId: string | null = null): Promise<void> => {
    const times = { startsAt: new Date(start), endsAt: new Date(end) };
    await db.manager.insert(ClosureEntity, { spaceId, id: newId(), roomId, ...times, reason: { fr: 'Travaux' } });
  };
