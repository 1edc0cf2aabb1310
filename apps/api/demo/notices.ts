import type { EntityManager } from 'typeorm';
import { digest, freshToken } from '@bota/people/api';
import { newId } from '@bota/shared/api';
import { HOUSE } from './house';
import type { OrganisationKey } from './organisations';

type Wish = { spaceId: string; booker: string | undefined; declines: boolean; by: { personId: string; displayName: string }; now: Date };
type Row = { id: string; title: string; start: Date; end: Date; where: string };

export const TOLD: readonly OrganisationKey[] = ['racines', 'vaart'];
const HOUR_MS = 3_600_000;

/**
 * Who books for these organisations finds that the coordination moved one of their bookings yesterday, and agreed to another this morning.
 * The move waits for their answer, or does not suit them.
 */
export async function tellBookers(tx: EntityManager, { spaceId, booker, declines, by, now }: Wish): Promise<void> {
  const [first, second] = await tx.query<Row[]>(NEXT, [spaceId, booker, now]);
  if (!booker || !first || !second) return;
  const tell = (kind: string, { id, start, end, ...booking }: Row, hoursAgo: number, reason?: string) => {
    const facts = { ...booking, reason, by: by.displayName, byId: by.personId, start, end, zone: HOUSE.zone };
    const at = new Date(now.getTime() - hoursAgo * HOUR_MS);
    return tx.query(TELL, [spaceId, newId(), booker, kind, id, JSON.stringify(facts), `bookings/${id}`, at]);
  };
  await tell('booking-changed', first, 22);
  const answer = declines
    ? ['declined', 'Notre groupe arrive d’Anvers, c’est trop tôt.', new Date(now.getTime() - HOUR_MS)]
    : [null, '', null];
  await tx.query(ASK, [
    spaceId,
    newId(),
    first.id,
    booker,
    by.personId,
    new Date(now.getTime() - 22 * HOUR_MS),
    digest(freshToken()),
    ...answer,
  ]);
  await tell('booking-accepted', second, 3, 'Bienvenue, et pensez à ranger les chaises.');
}

const NEXT = `
  SELECT DISTINCT ON (b.id) b.id, b.title, o.starts_at AS start, o.ends_at AS "end",
    (SELECT string_agg(r.name, ', ') FROM booking_room br JOIN room r ON r.space_id = br.space_id AND r.id = br.room_id
     WHERE br.space_id = b.space_id AND br.booking_id = b.id) AS where
  FROM booking b JOIN occurrence o ON o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'confirmed' AND o.starts_at > $3
  WHERE b.space_id = $1 AND b.booked_by = $2 AND b.cancelled_at IS NULL ORDER BY b.id, o.starts_at LIMIT 2`;
const TELL = `
  INSERT INTO notification (space_id, id, person_id, kind, subject_id, change_key, facts, path, way, created_at)
  VALUES ($1, $2, $3, $4, $5, $4 || ':demo', $6, $7, 'app', $8)`;
const ASK = `
  INSERT INTO booking_reply (space_id, id, booking_id, person_id, asked_by, asked_at, token_hash, answer, note, answered_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
