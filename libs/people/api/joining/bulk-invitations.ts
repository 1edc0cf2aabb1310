import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { HELD_DAYS, INVITATION_DAYS, type MemberRole } from '@bota/people/domain';
import { CONFIG, Clock, type Config, Jobs, newId, pageLink, postAll, recordAll } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import { invitationLetter } from '../letters';
import { MailLimits } from '../mail.limits';
import { digest, freshToken } from '../tokens';

const DAY_MS = 86_400_000;
/** As many letters as one address gets in an hour when people are invited one by one. */
const LETTERS_AN_HOUR = 6;

export type Invitee = { organisationId: string; email: string; displayName: string; language: Language; role: MemberRole };
export type Inviting = { personId: string; displayName: string; spaceId: string; requestId: string; now: Date };
type Written = Invitee & { id: string; isHeld: boolean };

/** Invites many at once, in the caller's transaction: the rights of who does it are the caller's business, the limits ours. */
@Injectable()
export class BulkInvitations implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly limits: MailLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'people.forget-held', cron: '20 3 * * *', run: () => this.forget() });
  }

  /** Invites with a letter, or holds the invitation until somebody sends it; who got many letters this hour is held in any case. */
  async invite(
    tx: EntityManager,
    invitees: readonly Invitee[],
    by: Inviting,
    when: 'now' | 'later',
  ): Promise<{ invited: number; held: number }> {
    const flooded = when === 'now' ? await floodedOf(tx, invitees, by.now) : new Set<string>();
    const written = invitees.map((one) => ({ ...one, id: newId(), isHeld: when === 'later' || flooded.has(one.email) }));
    await tx.query(WITHDRAW_EXPIRED, [JSON.stringify(invitees), by.now]);
    const [{ count }] = await tx.query<[{ count: number }]>(INSERT, [
      JSON.stringify(written),
      by.personId,
      by.now,
      endOf(by.now, HELD_DAYS),
    ]);
    if (count < written.length) throw new AlreadyInvited();
    const sent = written.filter(({ isHeld }) => !isHeld);
    await this.write(tx, sent, by);
    await recordAll(
      tx,
      written.map((one) => entryOf(one, by, one.isHeld ? 'invitation.held' : 'invitation.sent')),
    );
    return { invited: sent.length, held: written.length - sent.length };
  }

  /** Writes to those who are held in these organisations; who became a member meanwhile needs no letter any more. */
  async sendHeld(tx: EntityManager, organisationIds: readonly string[], by: Inviting): Promise<{ sent: number; held: number }> {
    await tx.query(WITHDRAW_NEEDLESS, [organisationIds, by.now]);
    const held = await tx.query<Written[]>(HELD, [organisationIds, by.now]);
    const flooded = await floodedOf(tx, held, by.now);
    const sent = held.filter(({ email }) => !flooded.has(email.toLowerCase()));
    await this.write(tx, sent, by);
    await recordAll(
      tx,
      sent.map((one) => entryOf(one, by, 'invitation.sent')),
    );
    return { sent: sent.length, held: held.length - sent.length };
  }

  /** Forgets who was imported and never written to: address and name go, the record stays. */
  async forget(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [gone] = await tx.query<[{ id: string; organisationId: string }[]]>(FORGET, [this.clock.now()]);
      await recordAll(
        tx,
        gone.map(({ id, organisationId }) => ({ kind: 'invitation.withdrawn', entityId: id, organisationId })),
      );
    });
  }

  /** Gives each invitation a token of its own and puts its letter into the outbox. */
  private async write(tx: EntityManager, invitations: readonly Written[], by: Inviting): Promise<void> {
    if (invitations.length === 0) return;
    await this.limits.countBulk(by.personId, invitations.length);
    const tokens = new Map(invitations.map(({ id }) => [id, freshToken()]));
    const hashes = [...tokens].map(([id, token]) => ({ id, hash: digest(token).toString('hex') }));
    await tx.query(SEND, [JSON.stringify(hashes), by.now, endOf(by.now, INVITATION_DAYS), by.personId]);
    const names = await namesOf(tx, invitations);
    const letters = invitations.map((one) => this.letterOf(one, names.get(one.organisationId) ?? '', tokens.get(one.id) ?? '', by));
    await postAll(tx, letters);
  }

  private letterOf({ email, language, displayName, role }: Written, organisation: string, token: string, by: Inviting) {
    const facts = { organisation, name: displayName, invitedBy: by.displayName, role, days: INVITATION_DAYS };
    const words = invitationLetter[language]({ ...facts, url: pageLink(this.config, '/invitation', token) });
    return { to: { kind: 'invitation', to: email, language, spaceId: by.spaceId, now: by.now }, words };
  }
}

/** Somebody invited one of them at the same moment. */
export class AlreadyInvited extends Error {}

const endOf = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

const entryOf = ({ id, organisationId, role }: Written, { personId, requestId, spaceId }: Inviting, kind: string) => ({
  ...{ kind, entityId: id, personId, organisationId, requestId, spaceId },
  after: { role },
});

async function floodedOf(tx: EntityManager, invitees: readonly { email: string }[], now: Date): Promise<Set<string>> {
  const since = new Date(now.getTime() - 3_600_000);
  const rows = await tx.query<{ recipient: string }[]>(FLOODED, [since, invitees.map(({ email }) => email), LETTERS_AN_HOUR]);
  return new Set(rows.map(({ recipient }) => recipient));
}

async function namesOf(tx: EntityManager, invitations: readonly Written[]): Promise<Map<string, string>> {
  const ids = [...new Set(invitations.map(({ organisationId }) => organisationId))];
  const rows = await tx.query<{ id: string; name: string }[]>('SELECT id, name FROM organisation WHERE id = ANY($1)', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const FLOODED = `
  SELECT lower(recipient::text) AS recipient FROM letter WHERE created_at > $1 AND recipient = ANY($2::citext[])
  GROUP BY recipient HAVING count(*) >= $3`;

const WITHDRAW_EXPIRED = `
  UPDATE invitation i SET withdrawn_at = $2 FROM jsonb_to_recordset($1) AS r("organisationId" uuid, email citext)
  WHERE i.organisation_id = r."organisationId" AND i.email = r.email AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at <= $2`;

// Held at first, all of them: the token of a held invitation is a number nobody has seen.
const INSERT = `
  WITH made AS (
    INSERT INTO invitation (id, token_hash, organisation_id, email, role, display_name, language, is_held, invited_by, created_at, expires_at)
    SELECT r.id, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), r."organisationId", r.email, r.role, r."displayName", r.language,
      true, $2, $3, $4
    FROM jsonb_to_recordset($1) AS r(id uuid, "organisationId" uuid, email citext, role text, "displayName" text, language text)
    ON CONFLICT (organisation_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL DO NOTHING RETURNING id)
  SELECT count(*)::int AS count FROM made`;

const SEND = `
  UPDATE invitation i SET token_hash = decode(r.hash, 'hex'), is_held = false, created_at = $2, expires_at = $3, invited_by = $4
  FROM jsonb_to_recordset($1) AS r(id uuid, hash text) WHERE i.id = r.id`;

const WITHDRAW_NEEDLESS = `
  UPDATE invitation i SET withdrawn_at = $2 WHERE i.organisation_id = ANY($1) AND i.is_held AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
    AND EXISTS (SELECT FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organisation_id = i.organisation_id AND p.email = i.email)`;

const FORGET = `
  UPDATE invitation SET withdrawn_at = $1, email = 'forgotten-' || id || '@invalid', display_name = ''
  WHERE is_held AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at <= $1 RETURNING id, organisation_id AS "organisationId"`;

const HELD = `
  SELECT id, organisation_id AS "organisationId", email::text, display_name AS "displayName", language, role, is_held AS "isHeld" FROM invitation
  WHERE organisation_id = ANY($1) AND is_held AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2 ORDER BY id FOR UPDATE`;
