import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Erasure, FRESH_MINUTES, type OpenSession, type PasswordChange, type PersonalExport } from '@bota/people/domain';
import { CONFIG, Clock, type Config, PersonalData, Postman, pageLink, post, record, refuse } from '@bota/shared/api';
import { passwordChangedLetter } from '../letters';
import { keepAnAdmin } from '../members/members.service';
import { hashPassword, passwordMatches } from '../sessions/passwords';
import { SignInLimits } from '../sessions/sign-in.limits';
import { PersonEntity } from '../person.entity';
import { digest } from '../tokens';

type SessionRow = { id: string; createdAt: Date; seenAt: Date; userAgent: string; tokenHash: Buffer };
type Asking = { personId: string; token: string; requestId: string };

@Injectable()
export class AccountService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly postman: Postman,
    private readonly personalData: PersonalData,
    private readonly limits: SignInLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'account', read: readAccount, erase: eraseAccount });
  }

  /** Changes the password, knowing the present one; every other session ends, and a letter says so. */
  async changePassword({ personId, token, requestId }: Asking, { current, next }: PasswordChange): Promise<void> {
    const person = await this.db.manager.findOneByOrFail(PersonEntity, { id: personId });
    if (person.passwordHash && !(await passwordMatches(person.passwordHash, current ?? '')))
      refuse('password/wrong', { errors: [{ path: 'current', message: 'not the present password' }] });
    const passwordHash = await hashPassword(next);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.update(PersonEntity, { id: personId }, { passwordHash });
      await tx.query('DELETE FROM session WHERE person_id = $1 AND token_hash <> $2', [personId, digest(token)]);
      await record(tx, { kind: 'person.password-changed', entityId: personId, personId, requestId });
      const words = passwordChangedLetter[person.language]({ url: pageLink(this.config, '/account') });
      await post(tx, { kind: 'password-changed', to: person.email, language: person.language, now }, words);
    });
    void this.postman.nudge();
  }

  /** Where the person is signed in, latest first. */
  async sessions({ personId, token }: Asking): Promise<{ items: OpenSession[] }> {
    const rows = await this.db.query<SessionRow[]>(SESSIONS, [personId, this.clock.now()]);
    const current = digest(token);
    const items = rows.map(({ id, createdAt, seenAt, userAgent, tokenHash }) => ({
      ...{ id, userAgent, isThis: tokenHash.equals(current) },
      ...{ createdAt: createdAt.toISOString(), seenAt: seenAt.toISOString() },
    }));
    return { items };
  }

  async endSession({ personId, requestId }: Asking, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [, ended] = (await tx.query('DELETE FROM session WHERE person_id = $1 AND id = $2', [personId, id])) as [unknown, number];
      if (ended === 0) refuse('not-found');
      await record(tx, { kind: 'session.closed', entityId: personId, personId, requestId });
    });
  }

  /** Everything kept about the person, at one moment. */
  async export(personId: string): Promise<PersonalExport> {
    const exportedAt = this.clock.now().toISOString();
    const data = await this.db.transaction('REPEATABLE READ', (tx) => this.personalData.read(tx, personId));
    return { exportedAt, data };
  }

  /** Erases the account: name and address are gone, what was done stays in the record without them. */
  async erase(asking: Asking & { address: string }, erasure: Erasure): Promise<void> {
    const { personId, requestId } = asking;
    const now = this.clock.now();
    await this.refuseStale(asking, erasure);
    await this.db.transaction(async (tx) => {
      await tx.findOneOrFail(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
      await this.personalData.erase(tx, personId, now);
      await record(tx, { kind: 'person.erased', entityId: personId, personId, requestId });
    });
  }

  /** It is this account that is meant, and its owner who asks: they signed in just now, by whatever way, or say their password. */
  private async refuseStale({ personId, token, address }: Asking & { address: string }, { email, password }: Erasure): Promise<void> {
    const person = await this.db.manager.findOneByOrFail(PersonEntity, { id: personId });
    if (person.email.toLowerCase() !== email)
      refuse('erasure/other-address', { errors: [{ path: 'email', message: 'not the address of this account' }] });
    const since = new Date(this.clock.now().getTime() - FRESH_MINUTES * 60_000);
    if ((await this.db.query<unknown[]>(FRESH, [personId, digest(token), since])).length > 0) return;
    const message = `signed in more than ${FRESH_MINUTES} minutes ago`;
    const errors = person.passwordHash ? [{ path: 'password', message }] : [];
    if (password === undefined || !person.passwordHash) return refuse('erasure/proof-needed', { errors });
    await this.limits.countAttempt(email, address);
    if (!(await passwordMatches(person.passwordHash, password)))
      refuse('password/wrong', { errors: [{ path: 'password', message: 'not the present password' }] });
  }
}

async function readAccount(tx: EntityManager, personId: string): Promise<unknown> {
  const [row] = await tx.query<unknown[]>(ACCOUNT, [personId]);
  return row;
}

async function eraseAccount(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const lock = `SELECT organisation_id AS id FROM membership WHERE organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = $1 AND role = 'admin') ORDER BY organisation_id, person_id FOR UPDATE`;
  const locked = await tx.query<{ id: string }[]>(lock, [personId]);
  for (const id of new Set(locked.map((row) => row.id))) await keepAnAdmin(tx, id, personId);
  const person = await tx.findOneByOrFail(PersonEntity, { id: personId });
  await tx.query('DELETE FROM letter WHERE recipient = $1', [person.email]);
  await tx.query(`UPDATE invitation SET email = 'erased-' || id || '@invalid', display_name = '' WHERE email = $1`, [person.email]);
  for (const table of ['session', 'sign_in_link', 'membership', 'join_request', 'idempotency_key'])
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  await tx.query(ERASE, [personId, now]);
}

const ERASE = `
  UPDATE person SET email = 'erased-' || id || '@invalid', display_name = '', password_hash = NULL, erased_at = $2 WHERE id = $1`;

const FRESH = 'SELECT FROM session WHERE person_id = $1 AND token_hash = $2 AND created_at >= $3';

const SESSIONS = `
  SELECT id, created_at AS "createdAt", seen_at AS "seenAt", user_agent AS "userAgent", token_hash AS "tokenHash"
  FROM session WHERE person_id = $1 AND expires_at > $2 ORDER BY seen_at DESC`;

const ACCOUNT = `
  SELECT p.email, p.display_name AS "displayName", p.language, p.created_at AS "createdAt",
    (SELECT coalesce(json_agg(json_build_object('organisation', o.name, 'role', m.role, 'since', m.created_at,
         'shownTo', m.contact_for, 'shownRole', m.contact_role, 'phone', m.phone)), '[]')
       FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id) AS memberships,
    (SELECT coalesce(json_agg(json_build_object('createdAt', s.created_at, 'seenAt', s.seen_at, 'userAgent', s.user_agent)), '[]')
       FROM session s WHERE s.person_id = p.id) AS sessions,
    (SELECT coalesce(json_agg(json_build_object('organisation', o.name, 'message', j.message, 'createdAt', j.created_at, 'state', j.state)), '[]')
       FROM join_request j JOIN organisation o ON o.id = j.organisation_id WHERE j.person_id = p.id) AS "joinRequests",
    (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'subject', l.subject, 'createdAt', l.created_at, 'sentAt', l.sent_at)), '[]')
       FROM letter l WHERE l.recipient = p.email) AS letters,
    (SELECT coalesce(json_agg(json_build_object('at', l.at, 'kind', l.kind, 'entityId', l.entity_id) ORDER BY l.id), '[]')
       FROM log l WHERE l.person_id = p.id) AS deeds
  FROM person p WHERE p.id = $1`;
