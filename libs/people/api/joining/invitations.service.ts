import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  INVITATION_DAYS,
  type Invitation,
  type InvitationAcceptance,
  type InvitationDraft,
  type InvitationOffer,
  type MemberRole,
  invitationState,
} from '@bota/people/domain';
import { CONFIG, Clock, type Config, Postman, breaks, newId, pageLink, post, record, refuse } from '@bota/shared/api';
import { type Actor, type SignedIn, can } from '@bota/shared/domain';
import { openAccount } from '../account/accounts';
import { invitationLetter } from '../letters';
import { MailLimits } from '../mail.limits';
import { joinOrganisation } from './memberships';
import { OrganisationEntity } from '../organisation.entity';
import { organisationView } from '../organisation.view';
import { hashPassword } from '../sessions/passwords';
import { PersonEntity } from '../person.entity';
import { Placement } from '../placement';
import { SessionsService } from '../sessions/sessions.service';
import { digest, freshToken } from '../tokens';

const DAY_MS = 86_400_000;

type Row = {
  id: string;
  organisationId: string;
  email: string;
  role: MemberRole;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  isHeld: boolean;
  displayName: string;
};
type From = { actor: Actor; address: string; userAgent: string; requestId: string };

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly placement: Placement,
    private readonly sessions: SessionsService,
    private readonly limits: MailLimits,
    private readonly postman: Postman,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to somebody, once per address while an invitation stands; a new one takes the place of an expired or held one. */
  async invite(person: SignedIn, organisationId: string, draft: InvitationDraft, requestId: string): Promise<Invitation> {
    const { organisation, placed } = await this.managed(person, organisationId);
    await this.limits.countLetter(draft.email, person.personId);
    const [now, token, id] = [this.clock.now(), freshToken(), newId()];
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
    try {
      await this.db.transaction(async (tx) => {
        await refuseMember(tx, organisationId, draft.email);
        await tx.query(WITHDRAW_EXPIRED, [organisationId, draft.email, now]);
        await tx.query(INSERT, [id, digest(token), organisationId, draft.email, draft.role, person.personId, now, expiresAt]);
        const url = pageLink(this.config, '/invitation', token);
        const facts = { organisation: organisation.name, invitedBy: person.displayName, role: draft.role, days: INVITATION_DAYS, url };
        const language = draft.language ?? 'fr';
        await post(tx, { kind: 'invitation', to: draft.email, language, spaceId: placed.home?.id, now }, invitationLetter[language](facts));
        const change = { entityId: id, personId: person.personId, organisationId, requestId, after: { role: draft.role } };
        await record(tx, { kind: 'invitation.sent', ...change });
      });
    } catch (error) {
      if (breaks(error, 'invitation_open_once'))
        refuse('invitation/already-invited', { errors: [{ path: 'email', message: 'already invited' }] });
      throw error;
    }
    void this.postman.nudge();
    return { id, email: draft.email, role: draft.role, invitedBy: person.displayName, ...times(now, expiresAt), state: 'open' };
  }

  async list(person: SignedIn, organisationId: string): Promise<{ items: Invitation[] }> {
    await this.managed(person, organisationId);
    const rows = await this.db.query<Row[]>(`${SELECT} WHERE i.organisation_id = $1 ORDER BY i.created_at DESC LIMIT 200`, [
      organisationId,
    ]);
    return { items: rows.map((row) => this.view(row)) };
  }

  async withdraw(person: SignedIn, organisationId: string, id: string, requestId: string): Promise<void> {
    await this.managed(person, organisationId);
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(`${SELECT} WHERE i.organisation_id = $1 AND i.id = $2 FOR UPDATE OF i`, [organisationId, id]);
      if (!row) return refuse('not-found');
      if (row.acceptedAt) refuse('invitation/used');
      if (row.withdrawnAt) return;
      await tx.query('UPDATE invitation SET withdrawn_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await record(tx, { kind: 'invitation.withdrawn', entityId: id, personId: person.personId, organisationId, requestId });
    });
  }

  /** What a token offers; an unknown one offers nothing, and nobody tries many. */
  async read(token: string, address: string): Promise<InvitationOffer> {
    await this.limits.countGuess(address);
    const row = await this.standing(this.db.manager, token);
    const organisation = await this.db.manager.findOneByOrFail(OrganisationEntity, { id: row.organisationId });
    const hasAccount = await this.db.manager.existsBy(PersonEntity, { email: row.email });
    const { email, role, invitedBy, expiresAt, displayName } = row;
    return {
      email,
      role,
      ...(displayName && { displayName }),
      invitedBy,
      hasAccount,
      organisation: organisationView(organisation),
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** Joins, once. Who has an account accepts it signed in; anybody else gets the account that is named, with its session. */
  async accept({ token, account }: InvitationAcceptance, from: From): Promise<{ personId: string; session: string | null }> {
    await this.limits.countGuess(from.address);
    const passwordHash = account ? await hashPassword(account.password) : null;
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const invitation = await this.standing(tx, token, true);
      const known = await tx.findOneBy(PersonEntity, { email: invitation.email });
      if (from.actor.personId && from.actor.personId !== known?.id) refuse('invitation/other-address');
      if (known && !from.actor.personId) refuse('invitation/sign-in-first');
      if (!known && !account) refuse('invitation/account-needed', { errors: [{ path: 'account', message: 'name and password' }] });
      const personId = known?.id ?? (await openAccount(tx, { ...named(account), email: invitation.email, passwordHash }, now));
      await joinOrganisation(tx, { ...invitation, personId }, { by: personId, now, requestId: from.requestId });
      await tx.query('UPDATE invitation SET accepted_at = $2, accepted_by = $3 WHERE id = $1', [invitation.id, now, personId]);
      const session = known ? null : await this.sessions.open(tx, personId, from.userAgent);
      return { personId, session };
    });
  }

  /** The invitation of a token as long as it can be accepted. */
  private async standing(db: Pick<EntityManager, 'query'>, token: string, lock = false): Promise<Row> {
    const [row] = await db.query<Row[]>(`${SELECT} WHERE i.token_hash = $1${lock ? ' FOR UPDATE OF i' : ''}`, [digest(token)]);
    if (!row) return refuse('not-found');
    const state = invitationState(row, this.clock.now());
    if (state === 'accepted') refuse('invitation/used');
    if (state !== 'open') refuse('invitation/over');
    return row;
  }

  private async managed(person: SignedIn, organisationId: string) {
    const organisation = await this.db.manager.findOneBy(OrganisationEntity, { id: organisationId });
    if (!organisation) return refuse('not-found');
    const placed = await this.placement.of(organisationId);
    if (!can(person, 'members:manage', placed)) refuse('not-allowed');
    return { organisation, placed };
  }

  private view({ id, email, role, invitedBy, createdAt, expiresAt, ...ends }: Row): Invitation {
    return { id, email, role, invitedBy, ...times(createdAt, expiresAt), state: invitationState({ expiresAt, ...ends }, this.clock.now()) };
  }
}

/** Checked before: who has no account gave one. */
const named = (account: InvitationAcceptance['account']) => {
  const { displayName, language } = account ?? refuse('invitation/account-needed');
  return { displayName, language };
};

const times = (createdAt: Date, expiresAt: Date) => ({ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() });

async function refuseMember(tx: EntityManager, organisationId: string, email: string): Promise<void> {
  const isMember = 'SELECT FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organisation_id = $1 AND p.email = $2';
  if ((await tx.query<unknown[]>(isMember, [organisationId, email])).length > 0)
    refuse('membership/already', { errors: [{ path: 'email', message: 'already a member' }] });
}

const SELECT = `
  SELECT i.id, i.organisation_id AS "organisationId", i.email, i.role, p.display_name AS "invitedBy", i.created_at AS "createdAt",
    i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt", i.withdrawn_at AS "withdrawnAt", i.is_held AS "isHeld", i.display_name AS "displayName"
  FROM invitation i JOIN person p ON p.id = i.invited_by`;

const INSERT = `
  INSERT INTO invitation (id, token_hash, organisation_id, email, role, invited_by, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const WITHDRAW_EXPIRED = `
  UPDATE invitation SET withdrawn_at = $3
  WHERE organisation_id = $1 AND email = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL AND (expires_at <= $3 OR is_held)`;
