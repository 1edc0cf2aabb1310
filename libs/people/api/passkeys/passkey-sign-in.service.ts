import { Injectable } from '@nestjs/common';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { CEREMONY_MINUTES, type PasskeyAssertion, counterWentBack } from '@bota/people/domain';
import { Clock, record, refuse } from '@bota/shared/api';
import { type Party, partyAt } from '../sessions/own-origin';
import { type Entered, type From, SessionsService } from '../sessions/sessions.service';
import { SignInLimits } from '../sessions/sign-in.limits';
import { Ceremonies } from '../ways/ceremonies';
import { challengeOf, signedCounter } from './verification';

type Row = { id: string; personId: string; publicKey: Buffer; counter: string };
type Shown = { response: PasskeyAssertion['response']; challenge: string; party: Party };

@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
    private readonly ceremonies: Ceremonies,
  ) {}

  /** What the browser is asked to sign. No account is named: the passkey knows its own. */
  async begin(origin: string, address: string) {
    const party = partyAt(origin) ?? refuse('passkey/needs-name');
    await this.limits.countBeginning(address);
    const challenge = new Uint8Array(Buffer.from(await this.ceremonies.begin('passkey-used'), 'base64url'));
    return generateAuthenticationOptions({
      ...{ rpID: party.id, challenge, timeout: CEREMONY_MINUTES * 60_000 },
      userVerification: 'required',
    });
  }

  /** Opens a session for who holds the passkey; what was begun is over then, also when it is refused. */
  async signIn({ response }: PasskeyAssertion, origin: string, from: From): Promise<Entered> {
    const party = partyAt(origin) ?? refuse('passkey/needs-name');
    await this.limits.countAttemptFrom(from.address);
    const challenge = challengeOf(response.response.clientDataJSON);
    if (!(await this.ceremonies.end('passkey-used', challenge))) refuse('passkey/over');
    const entered = await this.db.transaction((tx) => this.enter(tx, { response, challenge, party }, from));
    if (!entered) return refuse('passkey/copied');
    await this.limits.forgetAttemptFrom(from.address);
    return entered;
  }

  /** Null when there are two of the passkey: that is written down, so it must not be rolled back. */
  private async enter(tx: EntityManager, { response, challenge, party }: Shown, from: From): Promise<Entered | null> {
    const [passkey] = await tx.query<Row[]>(FIND, [Buffer.from(response.id, 'base64url')]);
    if (!passkey) return refuse('passkey/unknown');
    const { id, personId, publicKey } = passkey;
    const { userHandle } = response.response;
    if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== personId) refuse('passkey/refused');
    const counter = (await signedCounter(response, { challenge, party, publicKey })) ?? refuse('passkey/refused');
    if (counterWentBack(Number(passkey.counter), counter)) {
      await record(tx, { kind: 'passkey.doubted', entityId: id, personId, requestId: from.requestId });
      return null;
    }
    await tx.query('UPDATE passkey SET counter = $2, used_at = $3 WHERE id = $1', [id, counter, this.clock.now()]);
    return this.sessions.enter(tx, personId, from, 'passkey');
  }
}

const FIND = `
  SELECT id, person_id AS "personId", public_key AS "publicKey", counter FROM passkey WHERE credential_id = $1 FOR UPDATE`;
