import * as z from 'zod';
import { Id, Instant } from '@bota/shared/domain';
import { MemberRole } from './invitations.contract';
import { ContactAudience } from './organisations.contract';
import { HouseRoleName } from './people.contract';

export const Member = z
  .object({
    personId: Id,
    displayName: z.string(),
    email: z.string(),
    role: MemberRole,
    since: Instant,
    isMe: z.boolean(),
    /** To whom they are shown as contact, by their own consent, and how. */
    contact: z.object({ audience: ContactAudience.nullable(), role: z.string(), phone: z.string() }),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** GET /api/organisations/:organisation/members */
export const MemberList = z.object({ items: z.array(Member), may: z.object({ manage: z.boolean() }) }).meta({ id: 'MemberList' });
export type MemberList = z.infer<typeof MemberList>;

/** PATCH /api/organisations/:organisation/members/:person */
export const MemberEdit = z.object({ role: MemberRole }).meta({ id: 'MemberEdit' });
export type MemberEdit = z.infer<typeof MemberEdit>;

/** POST /api/organisations/:organisation/join-requests */
export const JoinWish = z.object({ message: z.string().trim().max(500).default('') }).meta({ id: 'JoinWish' });
export type JoinWish = z.infer<typeof JoinWish>;

/** Somebody asks to join; an admin approves or declines. */
export const JoinRequest = z
  .object({
    id: Id,
    personId: Id,
    displayName: z.string(),
    email: z.string(),
    message: z.string(),
    createdAt: Instant,
    state: z.enum(['open', 'approved', 'declined', 'withdrawn']),
  })
  .meta({ id: 'JoinRequest' });
export type JoinRequest = z.infer<typeof JoinRequest>;
export const JoinRequestList = z.object({ items: z.array(JoinRequest) }).meta({ id: 'JoinRequestList' });

/** POST …/join-requests/:id/decision */
export const JoinDecision = z.object({ approve: z.boolean() }).meta({ id: 'JoinDecision' });
export type JoinDecision = z.infer<typeof JoinDecision>;

/** GET /api/spaces/:space/team: who has a role in the house. */
export const TeamMember = z
  .object({ personId: Id, displayName: z.string(), email: z.string(), roles: z.array(HouseRoleName).min(1), isMe: z.boolean() })
  .meta({ id: 'TeamMember' });
export type TeamMember = z.infer<typeof TeamMember>;
export const Team = z.object({ items: z.array(TeamMember) }).meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

/** PUT /api/spaces/:space/team/:person: the roles of one person in the house; none takes them all away. */
export const TeamEdit = z.object({ roles: z.array(HouseRoleName).max(3) }).meta({ id: 'TeamEdit' });
export type TeamEdit = z.infer<typeof TeamEdit>;
