import {
  type Kept,
  type Place,
  type PlannedWish,
  type Season,
  type SeasonPlan,
  type SeasonRoom,
  type SeasonSlot,
  type Stay,
  outlookOf,
  planSeason,
  plannedWish,
} from '@bota/booking/domain';
import { type SignedIn, addDays, startOfDay } from '@bota/shared/domain';
import type { Feature } from '@bota/spaces/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { type Queryable, factsFor } from '../facts.queries';
import { takenIn } from '../taken.queries';
import { type RoundRow, type WishRow, wishesOf } from './season.queries';

/** Everything a plan is computed from, as it is now. */
export type Ground = {
  wishes: WishRow[];
  rooms: SeasonRoom[];
  season: Season;
  planned: PlannedWish[];
  decisions: Map<string, string>;
  seed: string | null;
};
type Question = { space: SpaceEntity; person: SignedIn; round: RoundRow; now: Date };

/** Rooms, hours, closures and bookings there are in the season; the wishes; and what was decided about ties. */
export async function groundOf(db: Queryable, { space, person, round, now }: Question): Promise<Ground> {
  const from = startOfDay(round.firstDay, space.zone);
  const to = startOfDay(addDays(round.lastDay, 1), space.zone);
  const facts = await factsFor(db, { spaceId: space.id, zone: space.zone, roomIds: round.roomIds, actor: person, from, to, now });
  const unitIds = [...new Set(facts.rooms.flatMap((room) => room.unitIds))];
  const reader = { ...person, isResident: facts.readerIsResident };
  const taken = await takenIn(db, { spaceId: space.id, unitIds, reader, now, from, to });
  const features = await db.query<{ id: string; features: Feature[] }[]>(FEATURES, [space.id, round.roomIds]);
  const rooms = facts.rooms.map((room) => ({ ...room, held: [], features: features.find(({ id }) => id === room.id)?.features ?? [] }));
  const wishes = await wishesOf(db, space.id, round.id);
  const stays = await staysOf(db, space.id, [...new Set(wishes.map(({ organisationId }) => organisationId))]);
  const season = { firstDay: round.firstDay, lastDay: round.lastDay, zone: space.zone, closures: facts.closures, taken, stays };
  const decided = await db.query<{ tie: string; wishId: string }[]>(DECISIONS, [space.id, round.id]);
  const planned = wishes.map((wish) => plannedWish(wish, rooms, season));
  return { wishes, rooms, season, planned, decisions: new Map(decided.map(({ tie, wishId }) => [tie, wishId])), seed: round.seed };
}

/** The plan as it is computed today, around what is kept. */
export const computed = ({ planned, decisions, seed }: Ground, kept: readonly Kept[] = []): SeasonPlan =>
  planSeason({ wishes: planned, decisions, seed, kept });

/** The published plan with one place changed, or ties decided: what was given stays, what is free now goes to who got nothing. */
export function replanned(ground: Ground, before: SeasonPlan, change?: { wishId: string; slot: SeasonSlot }): SeasonPlan {
  const kept = before.results.flatMap(({ wishId, slot, rank, dates }) => {
    const given = change?.wishId === wishId ? { slot: change.slot, rank: rankOf(ground, change) } : { slot, rank };
    const room = given.slot && ground.rooms.find(({ id }) => id === given.slot?.roomId);
    return given.slot && room ? [{ wishId, slot: given.slot, rank: given.rank, room, dates }] : [];
  });
  if (change && !kept.some(({ wishId }) => wishId === change.wishId)) throw new Error('a changed place is in the plan');
  const plan = computed(ground, kept);
  const results = plan.results.map((result) => {
    if (result.ground !== 'kept') return result;
    const known = before.results.find(({ wishId }) => wishId === result.wishId);
    if (result.wishId !== change?.wishId && known) return known;
    const place = placeOf(ground, result.slot as SeasonSlot);
    const { all, free } = outlookOf(place, ground.season, { attendees: null });
    return { ...result, dates: { all, free } };
  });
  return { ...plan, results };
}

export function placeOf({ rooms }: Ground, slot: SeasonSlot): Place {
  const room = rooms.find(({ id }) => id === slot.roomId);
  if (!room) throw new Error('a place is in a room of the round');
  return { slot, room };
}

const rankOf = ({ planned }: Ground, { wishId, slot }: { wishId: string; slot: SeasonSlot }): number | null => {
  const same = (one: SeasonSlot) => (['roomId', 'weekday', 'start', 'end'] as const).every((key) => one[key] === slot[key]);
  return planned.find(({ id }) => id === wishId)?.candidates.find((candidate) => same(candidate.slot))?.rank ?? null;
};

async function staysOf(db: Queryable, spaceId: string, organisationIds: readonly string[]): Promise<Map<string, Stay[]>> {
  const rows = await db.query<{ organisationId: string; stays: Stay[] }[]>(STAYS, [spaceId, organisationIds]);
  return new Map(rows.map(({ organisationId, stays }) => [organisationId, stays]));
}

const STAYS = `
  SELECT organisation_id AS "organisationId", json_agg(json_build_object('from', lower(during), 'to', upper(during))) AS stays
  FROM residency WHERE space_id = $1 AND organisation_id = ANY($2::uuid[]) GROUP BY organisation_id`;
const FEATURES = 'SELECT id, features FROM room WHERE space_id = $1 AND id = ANY($2)';
const DECISIONS = 'SELECT tie, wish_id AS "wishId" FROM season_decision WHERE space_id = $1 AND round_id = $2';
