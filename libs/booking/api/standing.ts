import { type RoomFacts, blocksMeanwhile, holdHoursOf, roomsToApprove } from '@bota/booking/domain';
import { refuse } from '@bota/shared/api';
import { readTime } from '@bota/shared/domain';
import type { Stage } from './booking.entity';
import type { Wanted } from './refusals';

const HOUR_MS = 3_600_000;

/** As what a booking begins, whether it takes its rooms meanwhile, and what the rooms would allow. */
export type Standing = {
  stage: Extract<Stage, 'confirmed' | 'requested' | 'held'>;
  blocking: boolean;
  expiresAt: Date | null;
  needsApproval: boolean;
  /** The latest moment until which it may be held. */
  mayHoldUntil: Date | null;
};

/** `places`: the rooms of all of its dates, which may take different ones. */
type Question = { wanted: Wanted; places: readonly (readonly RoomFacts[])[]; zone: string; now: Date; holdUntil?: string };

/** Held when that is asked, requested when a room wants approval, else confirmed at once. */
export function standingOf({ wanted, places, zone, now, holdUntil }: Question): Standing {
  const needsApproval = wanted.spans.some((span) => roomsToApprove({ ...wanted, span, zone }).length > 0);
  const mayHoldUntil = latestHold(places.flat(), wanted, now);
  const known = { needsApproval, mayHoldUntil };
  if (holdUntil) return { ...known, stage: 'held', blocking: true, expiresAt: holdEnd(holdUntil, { zone, now, mayHoldUntil }) };
  if (!needsApproval) return { ...known, stage: 'confirmed', blocking: true, expiresAt: null };
  return { ...known, stage: 'requested', blocking: blocksMeanwhile(wanted.rooms), expiresAt: null };
}

/** Whether a date takes its rooms meanwhile: those it shares with the others, or its own. */
export const blocksOn = ({ stage, blocking }: Standing, own: readonly RoomFacts[] | undefined): boolean =>
  own && stage === 'requested' ? blocksMeanwhile(own) : blocking;

/** As who waited is offered it: kept until then, whatever its rooms say of holds. */
export const asOffered = (standing: Standing, until: Date | undefined): Standing =>
  until ? { ...standing, stage: 'held', blocking: true, expiresAt: until } : standing;

/** Never beyond its first date; the coordination may keep any room. */
function latestHold(rooms: readonly RoomFacts[], { spans, asker }: Wanted, now: Date): Date | null {
  const hours = asker?.isCoordinator ? Infinity : holdHoursOf(rooms);
  const first = Math.min(...spans.map(({ start }) => start.getTime()));
  if (hours === null || first <= now.getTime()) return null;
  return new Date(Math.min(first, now.getTime() + hours * HOUR_MS));
}

function holdEnd(text: string, { zone, now, mayHoldUntil }: { zone: string; now: Date; mayHoldUntil: Date | null }): Date {
  const until = readTime(text, zone).instant;
  if (mayHoldUntil && until > now && until <= mayHoldUntil) return until;
  return refuse('booking/hold-not-offered', {
    errors: [{ path: 'holdUntil', message: mayHoldUntil ? `between now and ${mayHoldUntil.toISOString()}` : 'not offered by these rooms' }],
  });
}
