import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LinkedIdentity } from '@bota/people/domain';
import { Clock, PersonalData, newId, record, refuse } from '@bota/shared/api';
import { openAccount } from '../account/accounts';
import { PersonEntity } from '../person.entity';
import { type Claims, languageOf } from './claims';
import { Provider } from './provider';

type Row = { id: string; issuer: string; linkedAt: Date; usedAt: Date };
type Known = Claims & { issuer: string };

@Injectable()
export class IdentitiesService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly provider: Provider,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    const read = 'SELECT issuer, subject, linked_at AS "linkedAt", used_at AS "usedAt" FROM identity WHERE person_id = $1';
    const erase = async (tx: EntityManager, id: string) => void (await tx.query('DELETE FROM identity WHERE person_id = $1', [id]));
    this.personalData.declare({ name: 'identities', read: (tx, personId) => tx.query(read, [personId]), erase });
  }

  async list(personId: string): Promise<LinkedIdentity[]> {
    const rows = await this.db.query<Row[]>(MINE, [personId]);
    return rows.map(({ id, issuer, linkedAt, usedAt }) => ({
      ...{ id, name: this.provider.nameOf(issuer) },
      ...{ linkedAt: linkedAt.toISOString(), usedAt: usedAt.toISOString() },
    }));
  }

  /** Whose identity this is: linked before, else the account of the confirmed address, else a new one. Two at once wait for each other. */
  async personOf(tx: EntityManager, known: Known, requestId: string): Promise<string> {
    const { issuer, sub, email, email_verified } = known;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 75))', [`${issuer} ${sub}`]);
    const use = 'UPDATE identity SET used_at = $3 WHERE issuer = $1 AND subject = $2 RETURNING person_id AS "personId"';
    const [[linked]] = (await tx.query(use, [issuer, sub, this.clock.now()])) as [{ personId: string }[], number];
    if (linked) return linked.personId;
    if (!email || !email_verified) return refuse('provider/unverified');
    const person = await tx.findOneBy(PersonEntity, { email });
    const personId = person?.id ?? (await this.open(tx, { ...known, email }));
    await this.link(tx, { ...known, personId }, requestId);
    return personId;
  }

  async unlink({ personId, requestId }: { personId: string; requestId: string }, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [, unlinked] = (await tx.query('DELETE FROM identity WHERE person_id = $1 AND id = $2', [personId, id])) as [unknown, number];
      if (unlinked === 0) refuse('not-found');
      await record(tx, { kind: 'identity.unlinked', entityId: id, personId, requestId });
    });
  }

  /** An address may pass to somebody else: an account that the provider knows under another subject is not given away. */
  private async link(tx: EntityManager, { issuer, sub, personId }: Known & { personId: string }, requestId: string): Promise<void> {
    const [id, now] = [newId(), this.clock.now()];
    const linked = await tx.query<unknown[]>(LINK, [id, issuer, sub, personId, now]);
    if (linked.length === 0) refuse('provider/other-identity');
    await record(tx, { kind: 'identity.linked', entityId: id, personId, requestId });
  }

  private open(tx: EntityManager, { email, name, locale }: Known & { email: string }): Promise<string> {
    const displayName = name ?? email;
    return openAccount(tx, { email, displayName, language: languageOf(locale), passwordHash: null }, this.clock.now());
  }
}

const MINE = `SELECT id, issuer, linked_at AS "linkedAt", used_at AS "usedAt" FROM identity WHERE person_id = $1 ORDER BY linked_at`;

const LINK = `
  INSERT INTO identity (id, issuer, subject, person_id, linked_at, used_at) VALUES ($1, $2, $3, $4, $5, $5)
  ON CONFLICT ON CONSTRAINT identity_once_per_person DO NOTHING RETURNING id`;
