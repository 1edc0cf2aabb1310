import { type SeasonChoice, type SeasonMoments, type SeasonRound, type SeasonState, stateOf } from '@bota/booking/domain';
import { refuse } from '@bota/shared/api';
import { type SignedIn, can, dateOf, organisationIdsOf } from '@bota/shared/domain';
import type { Feature } from '@bota/spaces/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Queryable } from '../facts.queries';

export type RoundRow = Pick<
  SeasonRound,
  'id' | 'name' | 'firstDay' | 'lastDay' | 'wishesUntil' | 'appealsUntil' | 'opensOn' | 'roomIds' | 'version' | 'report'
> & { state: SeasonState; seed: string | null; publishedAt: Date | null };
/** Its state is in its moments. */
type KeptRound = Omit<RoundRow, 'state'> & SeasonMoments;

export type WishRow = {
  id: string;
  organisationId: string;
  organisation: string;
  need: number;
  title: string;
  attendees: number | null;
  features: Feature[];
  choices: SeasonChoice[];
  filedBy: string;
  bookingId: string | null;
};

const rowOf = ({ openedAt, adoptedAt, closedAt, ...row }: KeptRound): RoundRow => ({
  ...row,
  state: stateOf({ openedAt, adoptedAt, closedAt, publishedAt: row.publishedAt }),
});

export const roundsOf = async (db: Queryable, spaceId: string): Promise<RoundRow[]> =>
  (await db.query<KeptRound[]>(`${ROUNDS} ORDER BY r.first_day DESC, r.id DESC`, [spaceId])).map(rowOf);

/** The round, or 404; for who does not run the house, one in preparation is not there. */
export async function roundById(db: Queryable, spaceId: string, id: string): Promise<RoundRow> {
  const [row] = await db.query<KeptRound[]>(`${ROUNDS} AND r.id = $2`, [spaceId, id]);
  return row ? rowOf(row) : refuse('not-found');
}

/** The round, locked until the end of the transaction: its steps come one after another. */
export async function lockRound(tx: Queryable, spaceId: string, id: string): Promise<RoundRow> {
  await tx.query('SELECT FROM season_round WHERE space_id = $1 AND id = $2 FOR UPDATE', [spaceId, id]);
  return roundById(tx, spaceId, id);
}

/** Whether the reader belongs to an organisation that lives in the house, or will. */
export async function livesHere(db: Queryable, space: SpaceEntity, person: SignedIn, now: Date): Promise<boolean> {
  const found =
    'SELECT FROM residency WHERE space_id = $1 AND organisation_id = ANY($2) AND (upper_inf(during) OR upper(during) > $3::date) LIMIT 1';
  return (await db.query<unknown[]>(found, [space.id, organisationIdsOf(person), dateOf(now, space.zone)])).length > 0;
}

export async function refuseStranger(db: Queryable, space: SpaceEntity, person: SignedIn, now: Date): Promise<void> {
  const isResident = await livesHere(db, space, person, now);
  if (!can(person, 'season:read', { spaceId: space.id, isResident })) refuse('not-allowed');
}

/** Organisations that are resident on some day of the season: those named, or all. */
export const residentsOf = (
  db: Queryable,
  spaceId: string,
  { firstDay, lastDay }: Pick<RoundRow, 'firstDay' | 'lastDay'>,
  only: readonly string[] | null,
): Promise<{ id: string; name: string }[]> => db.query(RESIDENTS, [spaceId, firstDay, lastDay, only]);

/** Wishes of a round: of some organisations, or all; by organisation and need. */
export const wishesOf = (db: Queryable, spaceId: string, roundId: string, only: readonly string[] | null = null): Promise<WishRow[]> =>
  db.query(`${WISHES} AND ($3::uuid[] IS NULL OR w.organisation_id = ANY($3)) ORDER BY o.name, o.id, w.need`, [spaceId, roundId, only]);

export async function wishById(db: Queryable, spaceId: string, roundId: string, id: string): Promise<WishRow> {
  const [row] = await db.query<WishRow[]>(`${WISHES} AND w.id = $3`, [spaceId, roundId, id]);
  return row ?? refuse('not-found');
}

const ROUNDS = `
  SELECT r.id, r.name, to_char(r.first_day, 'YYYY-MM-DD') AS "firstDay", to_char(r.last_day, 'YYYY-MM-DD') AS "lastDay",
    to_char(r.wishes_until, 'YYYY-MM-DD') AS "wishesUntil", to_char(r.appeals_until, 'YYYY-MM-DD') AS "appealsUntil",
    to_char(r.opens_on, 'YYYY-MM-DD') AS "opensOn", r.seed, r.version, r.report,
    r.opened_at AS "openedAt", r.published_at AS "publishedAt", r.adopted_at AS "adoptedAt", r.closed_at AS "closedAt",
    ARRAY(SELECT m.room_id FROM season_room m JOIN room ON room.space_id = m.space_id AND room.id = m.room_id
          WHERE m.space_id = r.space_id AND m.round_id = r.id ORDER BY room.position, room.id) AS "roomIds"
  FROM season_round r WHERE r.space_id = $1`;

const WISHES = `
  SELECT w.id, w.organisation_id AS "organisationId", o.name AS organisation, w.need, w.title, w.attendees, w.features,
    w.filed_by AS "filedBy", w.booking_id AS "bookingId",
    (SELECT json_agg(json_build_object('roomId', c.room_id, 'weekday', c.weekday, 'start', c.starts, 'end', c.ends) ORDER BY c.rank)
     FROM season_choice c WHERE c.space_id = w.space_id AND c.wish_id = w.id) AS choices
  FROM season_wish w JOIN organisation o ON o.id = w.organisation_id WHERE w.space_id = $1 AND w.round_id = $2`;

const RESIDENTS = `
  SELECT DISTINCT o.id, o.name FROM residency r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.space_id = $1 AND r.during && daterange($2::date, $3::date, '[]') AND ($4::uuid[] IS NULL OR o.id = ANY($4)) ORDER BY o.name, o.id`;
