/** How long an invitation stands, and a sign-in link, from when they are written. */
export const INVITATION_DAYS = 14;
export const LINK_MINUTES = 15;

export type InvitationFacts = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null };

/** State of an invitation at an instant; what happened first counts, and it expires at the very instant. */
export function invitationState({ expiresAt, acceptedAt, withdrawnAt }: InvitationFacts, now: Date) {
  if (acceptedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  return now >= expiresAt ? 'expired' : 'open';
}
