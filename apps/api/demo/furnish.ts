import type { EntityManager } from 'typeorm';
import { writeCalendar, writeQuota } from '@bota/booking/api';
import { QuotaDraft } from '@bota/booking/domain';
import { record, newId } from '@bota/shared/api';
import { addDays, readTime } from '@bota/shared/domain';
import { ClosureEntity, FloorEntity, type SpaceEntity, createRoom } from '@bota/spaces/api';
import { RoomDraft } from '@bota/spaces/domain';
import { CANOPEE_CLOSURES, FLOORS, type FloorKey, HOUSE, WINTER_BREAK } from './house';
import { SCHOOL_HOLIDAYS } from './holidays';
import { OFFICES, type OfficeKey } from './offices';
import type { Organisations } from './populate';
import { ROOMS, type RoomKey } from './rooms';

export type RoomIds = Map<RoomKey | OfficeKey, string>;

type Furnished = { spaceId: string; by: string; organisations: Organisations };

/** Floors and rooms of the house. */
export async function furnish(tx: EntityManager, { spaceId, by: personId, organisations }: Furnished): Promise<RoomIds> {
  const floors = new Map<FloorKey, string>();
  for (const [key, floor] of Object.entries(FLOORS) as [FloorKey, (typeof FLOORS)[FloorKey]][]) {
    floors.set(key, newId());
    await tx.insert(FloorEntity, { spaceId, id: floors.get(key), ...floor });
  }
  const rooms: RoomIds = new Map();
  for (const [slug, { floor, parts = [], onlyFor = [], ...rest }] of Object.entries(ROOMS) as [RoomKey, (typeof ROOMS)[RoomKey]][]) {
    const partIds = parts.map((part) => rooms.get(part)).filter((id) => id !== undefined);
    const organisationIds = onlyFor.flatMap((key) => organisations.get(key) ?? []);
    const rules = onlyFor.length > 0 ? { ...rest.rules, who: { are: 'organisations', organisationIds } } : rest.rules;
    const draft = RoomDraft.parse({ ...rest, rules, slug, partIds, floorId: floors.get(floor) ?? null });
    const { id } = await createRoom(tx, spaceId, draft);
    rooms.set(slug, id);
    await record(tx, { kind: 'room.created', entityId: id, spaceId, personId, after: draft });
  }
  for (const [slug, { floor, ...rest }] of Object.entries(OFFICES) as [OfficeKey, (typeof OFFICES)[OfficeKey]][]) {
    const draft = RoomDraft.parse({ ...rest, slug, bookable: false, floorId: floors.get(floor) ?? null });
    rooms.set(slug, (await createRoom(tx, spaceId, draft)).id);
  }
  return rooms;
}

/** The school holidays of both communities, for series that leave them out. */
export async function keepHolidays(tx: EntityManager, spaceId: string): Promise<void> {
  for (const { name, ranges } of SCHOOL_HOLIDAYS) await writeCalendar(tx, { spaceId, id: newId(), name, ranges });
}

/** Hours enough for everybody, and fewer evenings in the big rooms, which all would like. */
export async function shareOut(tx: EntityManager, spaceId: string, rooms: RoomIds, organisations: Organisations): Promise<void> {
  const quota = { per: 'month', counts: 'minutes' } as const;
  const evenings = { weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '22:00' };
  const roomIds = (['grande-salle', 'salle-a', 'salle-b'] as const).flatMap((key) => rooms.get(key) ?? []);
  const exceptions = [{ organisationId: organisations.get('coordination') ?? '', limit: null }].filter(
    ({ organisationId }) => organisationId,
  );
  for (const draft of [
    { ...quota, limit: 200 * 60, exceptions },
    { ...quota, limit: 40 * 60, roomIds, prime: [evenings], exceptions },
  ])
    await writeQuota(tx, spaceId, newId(), QuotaDraft.parse(draft));
}

/** The winter breaks around this week, and two closures of Salle Canopée. */
export async function closeNowAndThen(tx: EntityManager, space: SpaceEntity, rooms: RoomIds, monday: string): Promise<void> {
  const at = (date: string, time: string) => readTime(`${date}T${time}`, HOUSE.zone).instant;
  const year = Number(monday.slice(0, 4));
  const winters = [year - 1, year].map((winter) => ({
    roomId: null,
    startsAt: at(`${winter}-${WINTER_BREAK.from}`, '00:00'),
    endsAt: at(`${winter + 1}-${WINTER_BREAK.until}`, '00:00'),
    reason: WINTER_BREAK.reason,
  }));
  const ofCanopee = CANOPEE_CLOSURES.map(({ day, from, to, reason }) => ({
    roomId: rooms.get('salle-canopee') ?? null,
    startsAt: at(addDays(monday, day), from),
    endsAt: at(addDays(monday, day), to),
    reason,
  }));
  await tx.insert(
    ClosureEntity,
    [...winters, ...ofCanopee].map((closure) => ({ spaceId: space.id, id: newId(), ...closure })),
  );
}
