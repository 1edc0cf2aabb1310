import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Credentials } from '@bota/people/domain';
import { CONFIG, type Config, record, refuse } from '@bota/shared/api';
import { passwordMatches } from './passwords';
import { PersonEntity } from '../person.entity';
import { type Entered, type From, SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in.limits';

@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session; the answer never tells whether the address has an account. */
  async signIn({ email, password }: Credentials, from: From): Promise<Entered> {
    await this.limits.countAttempt(email, from.address);
    const person = await this.db.manager.findOneBy(PersonEntity, { email });
    const matches = await passwordMatches(person?.passwordHash, password);
    if (!matches || !person || this.isClosed(email)) return refuse('wrong-credentials');
    await this.limits.forget(email, from.address);
    return this.db.transaction((tx) => this.sessions.enter(tx, person.id, from));
  }

  /** The password of demo accounts is known to everybody: where the demonstration is off, it opens nothing (RFC 6761: nobody has such an address). */
  private isClosed(email: string): boolean {
    return !this.config.BOTA_DEMO && email.endsWith('@bota75.example');
  }

  async signOut(token: string | undefined, personId: string, requestId: string): Promise<void> {
    if (token) await this.sessions.close(token);
    await record(this.db.manager, { kind: 'session.closed', entityId: personId, personId, requestId });
  }
}
