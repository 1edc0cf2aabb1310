import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Credentials } from '@bota/people/domain';
import { CONFIG, type Config, record, refuse } from '@bota/shared/api';
import { passwordMatches } from './passwords';
import { PersonEntity } from '../person.entity';
import { SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in.limits';

type From = { address: string; userAgent: string; requestId: string };

@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session; the answer never tells whether the address has an account. */
  async signIn({ email, password }: Credentials, from: From): Promise<{ token: string; personId: string }> {
    await this.limits.countAttempt(email, from.address);
    const person = await this.db.manager.findOneBy(PersonEntity, { email });
    const matches = await passwordMatches(person?.passwordHash, password);
    if (!matches || !person || this.isClosed(email)) return refuse('wrong-credentials');
    await this.limits.forget(email, from.address);
    const token = await this.db.transaction(async (tx) => {
      await record(tx, { kind: 'session.opened', entityId: person.id, personId: person.id, requestId: from.requestId });
      return this.sessions.open(tx, person.id, from.userAgent);
    });
    return { token, personId: person.id };
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
