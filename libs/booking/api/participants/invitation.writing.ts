import { type Participant, type ReplyAnswer, toldOf } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { newId } from '@bota/shared/api';
import type { Queryable } from '../facts.queries';
import { feedBooking } from '../feeds/feed.queries';
import { TOLD } from './participant.queries';
import { nameParticipants } from './participating';

export type Guest = Participant & { answer?: ReplyAnswer; note?: string };

/** Whom a booking invites, as if they had been told and some had answered: it writes to nobody. */
export async function writeInvitation(
  tx: Queryable,
  { spaceId, id, guests, now }: { spaceId: string; id: string; guests: readonly Guest[]; now: Date },
): Promise<void> {
  const booking = await feedBooking(tx, spaceId, id);
  if (!booking) return;
  await nameParticipants(tx, { spaceId, id }, guests, now);
  await tx.query(TOLD, [spaceId, id, now, booking.version, JSON.stringify(toldOf(booking, now))]);
  for (const { email, answer = null, note = '' } of guests)
    await tx.query(ASKED, [spaceId, id, email, newId(), now, digest(freshToken()), answer, note]);
}

const ASKED = `
  INSERT INTO booking_reply (space_id, id, booking_id, participant_id, asked_at, token_hash, answer, note, answered_at)
  SELECT i.space_id, $4, i.booking_id, i.id, $5, $6, $7, $8, CASE WHEN $7::text IS NOT NULL THEN $5::timestamptz END
  FROM booking_participant i WHERE i.space_id = $1 AND i.booking_id = $2 AND i.email = $3`;
