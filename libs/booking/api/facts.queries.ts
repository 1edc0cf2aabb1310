import type { ClosureFacts, HeldBack, QuotaFacts, RoomFacts, Stay } from '@bota/booking/domain';
import { Refusal } from '@bota/shared/api';
import { type Actor, organisationIdsOf } from '@bota/shared/domain';
import { RULES_OF, UNITS_OF } from '@bota/spaces/api';
import { withoutContained } from './contained';
import { quotasOf } from './quotas/quota.queries';

/** Both a DataSource and a transaction's EntityManager. */
export type Queryable = { query<T = never>(sql: string, parameters?: unknown[]): Promise<T> };

export type Facts<Room extends RoomFacts = RoomFacts> = {
  rooms: Room[];
  closures: ClosureFacts[];
  /** How often the house was closed, in whole or in part, when this was read: what is judged by it is written with it. */
  closings: number;
  /** Name of the organisation asked, when it is known. */
  organisation: string | null;
  /** The organisation is resident on the first day; `wasResident`: on any day. */
  isResident: boolean;
  wasResident: boolean;
  /** When the organisation asked lives in the house. */
  stays: Stay[];
  /** How much it may book. */
  quotas: QuotaFacts[];
  /** The reader belongs to an organisation that is resident today. */
  readerIsResident: boolean;
};

type Window = { from: Date; to: Date };
export type Question = Window & {
  spaceId: string;
  zone: string;
  roomIds: readonly string[] | null;
  organisationId?: string;
  actor: Actor;
  now: Date;
};
export type RawFacts<Room extends RoomFacts = RoomFacts> = Omit<Facts, 'rooms' | 'closures'> & {
  rooms: (Room & { unitBuffer: number })[];
  closures: { roomId: string | null; unitIds: string[]; start: string; end: string }[];
  held: { unitIds: string[]; start: string; end: string; opens: string }[];
};

/** Everything the rules need about the rooms asked (null = all), the organisation and the reader: one round trip. */
export async function factsFor(db: Queryable, question: Question): Promise<Facts> {
  const [raw] = await db.query<RawFacts[]>(question.roomIds ? FACTS_OF_ROOMS : FACTS_OF_HOUSE, factsParameters(question));
  if (!raw) throw new Error('facts always come in one row');
  return readFacts(raw);
}

/** What `factsText` asks for: `$1` to `$8`. */
export const factsParameters = ({ spaceId, roomIds, organisationId, actor, from, to, zone, now }: Question): unknown[] => [
  ...[spaceId, roomIds, organisationId ?? null, organisationIdsOf(actor), from, to, zone, now],
];

/** A row of `factsText`, with whatever more was asked of each room. */
export function readFacts<Room extends RoomFacts = RoomFacts>(raw: RawFacts<Room>): Facts<Room> {
  const { held, ...rest } = raw;
  const rooms = raw.rooms.map(({ unitBuffer, ...room }): Room => ({
    ...(room as unknown as Room),
    held: held.filter(({ unitIds }) => unitIds.some((unitId) => room.unitIds.includes(unitId))).map(heldBack),
    // Parts keep their own buffers when they are booked through the whole.
    rules: { ...room.rules, bufferMinutes: Math.max(unitBuffer, room.rules.bufferMinutes ?? 0) },
  }));
  const closures = raw.closures.map(({ start, end, ...closure }) => ({ ...closure, start: new Date(start), end: new Date(end) }));
  return { ...rest, rooms, closures };
}

const heldBack = ({ start, end, opens }: RawFacts['held'][number]): HeldBack => ({
  ...{ start: new Date(start), end: new Date(end), opens: new Date(opens) },
});

/** The rooms asked, in the order asked, or a refusal naming the unknown ones. */
export function roomsAsked(facts: Facts, roomIds: readonly string[], field = 'roomIds'): RoomFacts[] {
  const known = new Map(facts.rooms.map((room) => [room.id, room]));
  const errors = roomIds.flatMap((id, index) => (known.has(id) ? [] : [{ path: `${field}.${index}`, message: 'no room of this space' }]));
  if (errors.length > 0) throw new Refusal('booking/unknown-room', { errors });
  const rooms = [...new Set(roomIds)].map((id) => known.get(id)).filter((room) => room !== undefined);
  return withoutContained(rooms);
}

// Parts of parts too: what they need after them is needed after every whole.
const BUFFERS = (rooms: string) => `
      WITH RECURSIVE part(whole_id, id) AS (
        SELECT r.id, r.id FROM room r WHERE r.space_id = $1 AND ${rooms}
        UNION SELECT part.whole_id, p.part_id FROM part JOIN room_part p ON p.space_id = $1 AND p.room_id = part.id
      ), needed AS (
        SELECT part.whole_id, coalesce(max((room.rules->>'bufferMinutes')::int), 0) AS buffer
        FROM part JOIN room ON room.space_id = $1 AND room.id = part.id GROUP BY part.whole_id
      )`;

type FactsText = { rooms: string; ofRoom?: string; more?: string };

/** The statement of the facts; `ofRoom` adds to each room, `more` adds columns, for whoever asks for more in the same round trip. */
export const factsText = (name: string, { rooms, ofRoom = '', more = '' }: FactsText) => `/* ${name} */
  SELECT
    (${BUFFERS(rooms)}
      SELECT coalesce(json_agg(json_build_object('id', r.id, 'bookable', r.bookable AND r.archived_at IS NULL, 'capacity', r.capacity,
        'rules', ${RULES_OF('r', 's')}, 'unitIds', u.ids, 'unitBuffer', needed.buffer${ofRoom}) ORDER BY r.position), '[]')
      FROM room r JOIN needed ON needed.whole_id = r.id JOIN space s ON s.id = r.space_id CROSS JOIN LATERAL (
        SELECT json_agg(ru.unit_id ORDER BY ru.unit_id) AS ids FROM room_unit ru WHERE ru.space_id = r.space_id AND ru.room_id = r.id) u
      WHERE r.space_id = $1) AS rooms,
    (SELECT coalesce(json_agg(json_build_object('roomId', c.room_id, 'unitIds', ${UNITS_OF('c')}, 'start', c.starts_at, 'end', c.ends_at)), '[]')
     FROM closure c
     WHERE c.space_id = $1 AND c.ends_at > $5::timestamptz AND c.starts_at < $6::timestamptz + interval '14 days') AS closures,
    (SELECT closings FROM space WHERE id = $1) AS closings,
    (SELECT coalesce(json_agg(json_build_object('start', h.first_day::timestamp AT TIME ZONE $7, 'end', (h.last_day + 1)::timestamp AT TIME ZONE $7,
        'opens', h.opens_on::timestamp AT TIME ZONE $7, 'unitIds', (
          SELECT json_agg(DISTINCT u.unit_id) FROM season_room m JOIN room_unit u ON u.space_id = m.space_id AND u.room_id = m.room_id
          WHERE m.space_id = h.space_id AND m.round_id = h.id))), '[]')
     FROM season_round h
     WHERE h.space_id = $1 AND h.opens_on > ($8::timestamptz AT TIME ZONE $7)::date AND h.opened_at IS NOT NULL
       AND h.adopted_at IS NULL AND h.closed_at IS NULL
       AND h.last_day >= ($5::timestamptz AT TIME ZONE $7)::date AND h.first_day <= ($6::timestamptz AT TIME ZONE $7)::date) AS held,
    ${more}(SELECT name FROM organisation WHERE id = $3) AS organisation,
    EXISTS (SELECT FROM residency WHERE space_id = $1 AND organisation_id = $3 AND during @> ($5::timestamptz AT TIME ZONE $7)::date) AS "isResident",
    EXISTS (SELECT FROM residency WHERE space_id = $1 AND organisation_id = $3) AS "wasResident",
    (SELECT coalesce(json_agg(json_build_object('from', lower(during), 'to', upper(during))), '[]') FROM residency
     WHERE space_id = $1 AND organisation_id = $3) AS stays,
    ${quotasOf('$3')} AS quotas,
    EXISTS (SELECT FROM residency WHERE space_id = $1 AND organisation_id = ANY($4::uuid[])
              AND during @> ($8::timestamptz AT TIME ZONE $7)::date) AS "readerIsResident"`;

// Two texts, since "$2 IS NULL OR …" can be planned once only for the worse of both.
const FACTS_OF_ROOMS = factsText('booking_facts', { rooms: 'r.id = ANY($2::uuid[])' });
const FACTS_OF_HOUSE = factsText('booking_facts_of_house', { rooms: '$2::uuid[] IS NULL' });
