const FAMILIES = {
  booking: ['created', 'edited', 'cancelled', 'extended'],
  invitation: ['sent', 'withdrawn'],
  join: ['asked', 'approved', 'declined'],
  membership: ['begun', 'edited', 'ended'],
  team: ['edited'],
  residency: ['opened'],
  room: ['created'],
  space: ['created'],
};

/** Kinds of entries one may look for: `house.kind.<kind>` says them. */
export const LOG_KINDS: readonly string[] = Object.entries(FAMILIES).flatMap(([family, acts]) => acts.map((act) => `${family}.${act}`));
