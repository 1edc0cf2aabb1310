import { type Actor, hasHouseRole, isAdminOf, isCoordinator, isMemberOf } from './actor';

/** What an action is about: whose it is. A relation that the subject does not speak of grants nothing. */
export type Subject = {
  /** The house, or the houses an organisation lives in. */
  spaceId?: string;
  spaceIds?: readonly string[];
  organisationId?: string;
  /** Whose own thing it is: an account, a session, a membership. */
  personId?: string;
  bookedBy?: string;
  /** The asker belongs to an organisation that is resident of the house today. */
  isResident?: boolean;
};

const housesOf = ({ spaceId, spaceIds = [] }: Subject) => (spaceId ? [spaceId, ...spaceIds] : spaceIds);

/** How somebody stands to a subject. */
export const RELATIONS = {
  anybody: () => true,
  'signed-in': (actor) => actor.personId !== null,
  self: (actor, { personId }) => actor.personId !== null && actor.personId === personId,
  booker: (actor, { bookedBy, organisationId = '' }) =>
    actor.personId !== null && actor.personId === bookedBy && isMemberOf(actor, organisationId),
  resident: (_, { isResident = false }) => isResident,
  member: (actor, { organisationId = '' }) => isMemberOf(actor, organisationId),
  admin: (actor, { organisationId = '' }) => isAdminOf(actor, organisationId),
  team: (actor, subject) => housesOf(subject).some((spaceId) => hasHouseRole(actor, spaceId)),
  coordinator: (actor, subject) => housesOf(subject).some((spaceId) => isCoordinator(actor, spaceId)),
  'coordinator of any house': (actor) => actor.houseRoles.some(({ role }) => role === 'coordinator'),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>;
export type Relation = keyof typeof RELATIONS;

/** Who may what, in the words of the roles: the one place that says it. */
export const GRANTS = {
  'me:read': ['signed-in'],
  'me:edit': ['signed-in'],
  'me:export': ['signed-in'],
  'me:erase': ['signed-in'],
  // What one was told, and how one chooses to hear of it, is nobody else’s.
  'notification:read': ['signed-in'],
  'notification:choose': ['signed-in'],
  'password:change': ['signed-in'],
  'passkey:manage': ['signed-in'],
  'identity:manage': ['signed-in'],
  'session:end': ['signed-in'],
  'sessions:read': ['signed-in'],
  'sessions:end': ['signed-in'],

  'members:read': ['member', 'admin', 'coordinator'],
  'members:manage': ['admin', 'coordinator'],
  'membership:ask': ['signed-in'],
  'membership:leave': ['self', 'admin', 'coordinator'],
  'contact:edit': ['self'],
  'contact:read': ['resident', 'member', 'team'],
  'mandate:read': ['member', 'admin', 'coordinator'],
  // A coordinator may not sign for an organisation, nor say who may.
  'mandate:manage': ['admin'],

  'organisation:create': ['coordinator'],
  'organisation:edit': ['admin', 'coordinator'],
  'organisation:archive': ['coordinator'],
  'residency:read': ['member', 'admin', 'coordinator'],
  'residency:settle': ['admin', 'coordinator'],
  'residency:manage': ['coordinator'],
  'key:read': ['admin', 'coordinator'],
  'key:manage': ['coordinator'],
  'charges:manage': ['coordinator'],
  'statement:read': ['admin', 'coordinator'],

  'space:create': ['coordinator of any house'],
  'house:configure': ['coordinator'],
  'house:import': ['coordinator'],
  'house:tasks': ['coordinator'],
  'team:read': ['coordinator'],
  'team:manage': ['coordinator'],
  'outbox:read': ['coordinator'],
  'log:read': ['coordinator'],
  'integrity:read': ['coordinator'],
  'display:manage': ['coordinator'],
  'day-sheet:read': ['coordinator'],
  'person:find': ['resident', 'member', 'team'],

  'booking:create': ['member', 'coordinator'],
  // The past belongs to the record; only a coordinator may add to it (imports, what really happened).
  'booking:create-past': ['coordinator'],
  // Over the rules of a room, with a reason that is logged.
  'booking:override': ['coordinator'],
  'booking:decide': ['coordinator'],
  'booking:edit': ['booker', 'admin', 'coordinator'],
  'booking:cancel': ['booker', 'admin', 'coordinator'],
  'waitlist:leave': ['self', 'coordinator'],
  // Whoever of the organisation stands at the door.
  'booking:check-in': ['member', 'coordinator'],
  'booking:reinstate': ['coordinator'],
  'booking:read': ['signed-in'],
  // Sums of what was used; never who booked, nor a title.
  'statistics:read': ['team'],
  // A link to follow a calendar shows no more than its owner may see at the moment of reading.
  'feed:manage': ['signed-in'],
  'booking:see-public': ['anybody'],
  'booking:see-residents': ['resident', 'member', 'team'],
  'booking:see-private': ['member', 'coordinator'],
  // The name of who booked is for those who live or work in the house, and for the organisation itself.
  'booking:see-booker': ['resident', 'member', 'team'],

  // Residents here are those who live in the house, or will: who moves in with the season wishes before.
  'season:read': ['resident', 'team'],
  'season:wish': ['member', 'coordinator'],
  'season:run': ['coordinator'],
} as const satisfies Record<string, readonly Relation[]>;
export type Action = keyof typeof GRANTS;

/** Whether the actor may do this to that: one of the relations that the action grants holds. */
export const can = (actor: Actor, action: Action, subject: Subject = {}): boolean =>
  GRANTS[action].some((relation: Relation) => RELATIONS[relation](actor, subject));
