import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { CEREMONY_MINUTES, type Passkey, type PasskeyRegistration } from '@bota/people/domain';
import { CONFIG, Clock, type Config, PersonalData, Postman, breaks, newId, pageLink, post, record, refuse } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { passkeyAddedLetter } from '../letters';
import { PersonEntity } from '../person.entity';
import { partyAt } from '../sessions/own-origin';
import { Ceremonies } from '../ways/ceremonies';
import { ALGORITHMS, challengeOf, newCredential } from './verification';

type Row = { id: string; name: string; addedAt: Date; usedAt: Date | null };
type Asking = { personId: string; requestId: string };

@Injectable()
export class PasskeysService implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ceremonies: Ceremonies,
    private readonly postman: Postman,
    private readonly personalData: PersonalData,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const erase = async (tx: EntityManager, id: string) => void (await tx.query('DELETE FROM passkey WHERE person_id = $1', [id]));
    this.personalData.declare({ name: 'passkeys', read: (tx, personId) => tx.query(MINE, [personId]), erase });
  }

  async list(personId: string): Promise<Passkey[]> {
    return (await this.db.query<Row[]>(MINE, [personId])).map(view);
  }

  /** What the browser is asked to make: a passkey that finds its account by itself, and asks who holds it. */
  async begin({ personId }: SignedIn, origin: string) {
    const party = partyAt(origin) ?? refuse('passkey/needs-name');
    const person = await this.db.manager.findOneByOrFail(PersonEntity, { id: personId });
    const own = await this.db.query<{ id: string; transports: string[] }[]>(OWN, [personId]);
    const challenge = await this.ceremonies.begin('passkey-added', { personId });
    return generateRegistrationOptions({
      ...{ rpName: 'Bota 75', rpID: party.id, challenge: new Uint8Array(Buffer.from(challenge, 'base64url')) },
      ...{ userID: new TextEncoder().encode(personId), userName: person.email, userDisplayName: person.displayName },
      ...{ timeout: CEREMONY_MINUTES * 60_000, attestationType: 'none', supportedAlgorithmIDs: ALGORITHMS },
      excludeCredentials: own,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Keeps the new passkey; a letter tells, so that one added by somebody else does not go unseen. */
  async add({ personId, requestId }: Asking, { name, response }: PasskeyRegistration, origin: string): Promise<Passkey> {
    const party = partyAt(origin) ?? refuse('passkey/needs-name');
    const challenge = challengeOf(response.response.clientDataJSON);
    const begun = await this.ceremonies.end('passkey-added', challenge);
    if (begun?.['personId'] !== personId) refuse('passkey/over');
    const credential = (await newCredential(response, challenge, party)) ?? refuse('passkey/refused');
    const [id, now] = [newId(), this.clock.now()];
    const keys = [Buffer.from(credential.id, 'base64url'), Buffer.from(credential.publicKey), credential.counter];
    try {
      await this.db.transaction(async (tx) => {
        await tx.query(INSERT, [id, personId, name, now, ...keys, response.response.transports]);
        await record(tx, { kind: 'passkey.added', entityId: id, personId, requestId });
        await this.tell(tx, personId, name);
      });
    } catch (error) {
      if (breaks(error, 'passkey_credential_unique')) refuse('passkey/already');
      throw error;
    }
    void this.postman.nudge();
    return view({ id, name, addedAt: now, usedAt: null });
  }

  async rename({ personId, requestId }: Asking, id: string, name: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const rename = 'UPDATE passkey SET name = $3 WHERE person_id = $1 AND id = $2';
      const [, renamed] = (await tx.query(rename, [personId, id, name])) as [unknown, number];
      if (renamed === 0) refuse('not-found');
      await record(tx, { kind: 'passkey.renamed', entityId: id, personId, requestId });
    });
  }

  async remove({ personId, requestId }: Asking, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [, removed] = (await tx.query('DELETE FROM passkey WHERE person_id = $1 AND id = $2', [personId, id])) as [unknown, number];
      if (removed === 0) refuse('not-found');
      await record(tx, { kind: 'passkey.removed', entityId: id, personId, requestId });
    });
  }

  private async tell(tx: EntityManager, personId: string, name: string): Promise<void> {
    const { email, language } = await tx.findOneByOrFail(PersonEntity, { id: personId });
    const words = passkeyAddedLetter[language]({ name, url: pageLink(this.config, '/account') });
    await post(tx, { kind: 'passkey-added', to: email, language, now: this.clock.now() }, words);
  }
}

const view = ({ id, name, addedAt, usedAt }: Row): Passkey => ({
  ...{ id, name },
  ...{ addedAt: addedAt.toISOString(), usedAt: usedAt?.toISOString() ?? null },
});

const MINE = `SELECT id, name, added_at AS "addedAt", used_at AS "usedAt" FROM passkey WHERE person_id = $1 ORDER BY added_at`;

const OWN = `SELECT translate(encode(credential_id, 'base64'), E'+/=\\n', '-_') AS id, transports FROM passkey WHERE person_id = $1`;

const INSERT = `
  INSERT INTO passkey (id, person_id, name, added_at, credential_id, public_key, counter, transports) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
