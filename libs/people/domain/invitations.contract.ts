import * as z from 'zod';
import { Email, Id, Instant, Language, Line } from '@bota/shared/domain';
import { NewPassword, LetterToken } from './account.contract';
import { Organisation } from './people.contract';

export const MemberRole = z.enum(['member', 'admin']);
export type MemberRole = z.infer<typeof MemberRole>;

/** POST /api/organisations/:organisation/invitations */
export const InvitationDraft = z
  .object({ email: Email, role: MemberRole.default('member'), language: Language.optional() })
  .meta({ id: 'InvitationDraft', example: { email: 'nouvelle.recrue@bota75.example', role: 'member' } });
export type InvitationDraft = z.infer<typeof InvitationDraft>;

/** An invitation as those see it who manage the organisation. Its state is derived. */
export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: MemberRole,
    invitedBy: z.string(),
    createdAt: Instant,
    expiresAt: Instant,
    /** Held: imported, and no letter written yet. */
    state: z.enum(['held', 'open', 'expired', 'accepted', 'withdrawn']),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;
export const InvitationList = z.object({ items: z.array(Invitation) }).meta({ id: 'InvitationList' });

/** POST /api/invitations/reading: the token stands in the letter's link after `#`, so that it reaches no server by itself. */
export const InvitationReading = z.object({ token: LetterToken }).meta({ id: 'InvitationReading' });
export type InvitationReading = z.infer<typeof InvitationReading>;

/** What the invited person sees before accepting. */
export const InvitationOffer = z
  .object({
    email: z.string(),
    /** As the one who invites calls the person, when they said it. */
    displayName: z.string().optional(),
    role: MemberRole,
    organisation: Organisation,
    invitedBy: z.string(),
    expiresAt: Instant,
    /** True when the address has an account: its owner signs in and accepts. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'InvitationOffer' });
export type InvitationOffer = z.infer<typeof InvitationOffer>;

/** POST /api/invitations/acceptance: who has no account yet names themself and chooses a password. */
export const InvitationAcceptance = z
  .object({
    token: LetterToken,
    account: z.object({ displayName: Line.min(2).max(80), password: NewPassword, language: Language.default('fr') }).optional(),
  })
  .meta({ id: 'InvitationAcceptance' });
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;
