const FAMILIES = {
  booking: [
    ...['created', 'edited', 'cancelled', 'requested', 'accepted', 'declined', 'held', 'confirmed', 'expired', 'checked-in', 'released'],
    ...['reinstated', 'regained', 'extended', 'split', 'continued', 'replied', 'reply-settled'],
  ],
  outside: ['asked', 'accepted', 'declined', 'lapsed', 'erased'],
  waitlist: ['joined', 'left', 'offered', 'ended'],
  calendar: ['imported'],
  feed: ['created', 'revoked'],
  invitation: ['sent', 'held', 'withdrawn'],
  house: ['imported'],
  join: ['asked', 'approved', 'declined'],
  mandate: ['recorded', 'ended', 'evidenced'],
  membership: ['begun', 'edited', 'ended'],
  contact: ['edited'],
  team: ['edited'],
  organisation: ['created', 'edited', 'archived', 'restored'],
  residency: ['opened', 'edited', 'notice-given', 'reopened'],
  display: ['paired', 'changed', 'revoked'],
  key: ['added', 'edited', 'handed-out', 'returned', 'lost', 'found'],
  room: ['created', 'edited', 'archived', 'restored', 'ordered'],
  floor: ['added', 'edited', 'removed'],
  closure: ['added', 'removed'],
  exclusions: ['added', 'changed', 'removed'],
  space: ['created', 'edited'],
  charge: ['created', 'edited', 'removed'],
  fee: ['added', 'withdrawn'],
  quota: ['added', 'changed', 'removed'],
  statement: ['corrected'],
  period: ['closed'],
  season: [
    ...['created', 'edited', 'opened', 'wished', 'wish-edited', 'wish-withdrawn', 'wishes-ordered', 'tie-decided', 'drawn', 'published'],
    ...['appealed', 'appeal-accepted', 'appeal-declined', 'adopted', 'closed'],
  ],
};

/** Kinds of entries one may look for: `house.kind.<kind>` says them. */
export const LOG_KINDS: readonly string[] = Object.entries(FAMILIES).flatMap(([family, acts]) => acts.map((act) => `${family}.${act}`));
