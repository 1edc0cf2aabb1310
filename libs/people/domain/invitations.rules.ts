/** How long an invitation stands, and a sign-in link, from when they are written. */
export const INVITATION_DAYS = 14;
/** How long an imported person waits for somebody to invite them, before they are forgotten. */
export const HELD_DAYS = 90;
export const LINK_MINUTES = 15;

export type InvitationFacts = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null; isHeld?: boolean };

/** State of an invitation at an instant; what happened first counts, and it expires at the very instant. */
export function invitationState({ expiresAt, acceptedAt, withdrawnAt, isHeld }: InvitationFacts, now: Date) {
  if (acceptedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  if (now >= expiresAt) return 'expired';
  return isHeld ? 'held' : 'open';
}
