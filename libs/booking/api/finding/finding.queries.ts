import { type Busy, type FindableRoom, type RoomFacts, type Taken, maySee } from '@bota/booking/domain';
import { INVITED_TO } from '../participants/participant.queries';
import { type Facts, type Queryable, type Question, type RawFacts, factsParameters, factsText, readFacts } from '../facts.queries';
import { type RawTaken, type Seen, REACH, ROW, TAKEN_IN, takenFrom } from '../taken.text';

type Window = { from: Date; to: Date };
/** `asked`: the time in which a reader wants to know by whom the rooms are taken; `stretches`: all in which one looks. */
type RoomsQuestion = Omit<Question, 'roomIds'> & { asked: Window; setUpMinutes: number; stretches: readonly { start: Date; end: Date }[] };
type TimesQuestion = Question & { personIds: readonly string[] };

type RawBusy = Seen & { personId: string; start: string; end: string };

/** Rooms × features × what takes them: all that finding a room needs, in one round trip. */
export async function factsForRooms(db: Queryable, question: RoomsQuestion): Promise<{ facts: Facts<FindableRoom>; taken: Taken[] }> {
  const { asked, stretches, setUpMinutes } = question;
  const looked = [stretches.map(({ start }) => start), stretches.map(({ end }) => end)];
  const parameters = [...factsParameters({ ...question, roomIds: null }), asked.from, asked.to, ...looked, setUpMinutes];
  const [raw] = await db.query<[RawFacts<FindableRoom> & { taken: RawTaken[] }]>(FIND_ROOMS, parameters);
  const { taken, ...rest } = raw;
  const facts = readFacts(rest);
  return { facts, taken: takenFrom(taken, { ...question.actor, isResident: facts.readerIsResident }, question.spaceId) };
}

/** The same for some rooms over many days, with what people have on: those among them whom the reader may ask for. */
export async function factsForTimes(
  db: Queryable,
  question: TimesQuestion,
): Promise<{ facts: Facts; taken: Taken[]; busy: Busy[]; colleagueIds: string[] }> {
  const parameters = [...factsParameters(question), question.personIds, question.actor.personId];
  const [raw] = await db.query<[RawFacts & { taken: RawTaken[]; busy: RawBusy[]; colleagueIds: string[] }]>(FIND_TIMES, parameters);
  const { taken, busy, colleagueIds, ...rest } = raw;
  const facts = readFacts<RoomFacts>(rest);
  const reader = { ...question.actor, isResident: facts.readerIsResident };
  const seen = busy.filter((one) => one.personId === reader.personId || maySee(reader, { ...one, spaceId: question.spaceId }));
  return {
    facts,
    taken: takenFrom(taken, reader, question.spaceId),
    busy: seen.map(({ personId, start, end }) => ({ personId, start: new Date(start), end: new Date(end) })),
    colleagueIds,
  };
}

/** The people of the reader's own organisations, the reader first. */
export const colleaguesOf = (db: Queryable, personId: string): Promise<{ id: string; displayName: string; organisationIds: string[] }[]> =>
  db.query(COLLEAGUES, [personId]);

const BY = `(SELECT json_build_object('bookingId', b.id, 'title', coalesce(o.own_title, b.title), 'organisationId', b.organisation_id,
    'organisation', g.name, 'visibility', b.visibility)
  FROM booking b JOIN organisation g ON g.id = b.organisation_id JOIN occurrence o ON o.space_id = b.space_id AND o.id = a.occurrence_id
  WHERE b.space_id = a.space_id AND b.id = a.booking_id)`;

const FIND_ROOMS = factsText('booking_find_rooms', {
  rooms: '$2::uuid[] IS NULL',
  ofRoom: `, 'features', r.features, 'layout', r.layout,
        'level', (SELECT level FROM floor f WHERE f.space_id = r.space_id AND f.id = r.floor_id)`,
  more: `(SELECT coalesce(json_agg(${ROW(`CASE WHEN lower(a.during) < $10::timestamptz AND upper(a.during) > $9::timestamptz THEN ${BY} END`)}), '[]')
     FROM (${TAKEN_IN('unnest($11::timestamptz[], $12::timestamptz[]) AS s(since, until)', REACH('$13::int'))}) a) AS taken,
    `,
});

const OF_THE_ROOMS = `AND unit_id IN (SELECT unit_id FROM room_unit WHERE space_id = $1 AND room_id = ANY($2::uuid[]))`;

const FIND_TIMES = factsText('booking_find_times', {
  rooms: 'r.id = ANY($2::uuid[])',
  more: `(SELECT coalesce(json_agg(${ROW('NULL')}), '[]') FROM (${TAKEN_IN('(SELECT $5::timestamptz AS since, $6::timestamptz AS until) s', REACH('0'), OF_THE_ROOMS)}) a) AS taken,
    (SELECT coalesce(json_agg(json_build_object('personId', own.person_id, 'organisationId', b.organisation_id, 'visibility', b.visibility,
        'start', o.starts_at, 'end', o.ends_at)), '[]')
     FROM (SELECT id AS booking_id, booked_by AS person_id FROM booking WHERE space_id = $1 AND booked_by = ANY($9::uuid[])
       UNION ALL ${INVITED_TO('$1', '$9::uuid[]')}) own
       JOIN booking b ON b.space_id = $1 AND b.id = own.booking_id JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id
     WHERE b.cancelled_at IS NULL AND o.status IN ('confirmed', 'requested') AND (b.booked_by = own.person_id OR b.stage = 'confirmed')
       AND NOT (b.stage = 'held' AND b.expires_at <= $8)
       AND o.ends_at > $5 AND o.starts_at < $6) AS busy,
    ARRAY(SELECT DISTINCT m.person_id FROM membership m
      WHERE m.person_id = ANY($9::uuid[]) AND (m.organisation_id = ANY($4::uuid[]) OR m.person_id = $10)) AS "colleagueIds",
    `,
});

const COLLEAGUES = `
  SELECT p.id, p.display_name AS "displayName", array_agg(m.organisation_id ORDER BY m.organisation_id) AS "organisationIds"
  FROM membership mine JOIN membership m ON m.organisation_id = mine.organisation_id JOIN person p ON p.id = m.person_id
  WHERE mine.person_id = $1 GROUP BY p.id ORDER BY p.id <> $1, p.display_name, p.id`;
