import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Credentials } from '@bota/people/domain';
import { record, refuse } from '@bota/shared/api';
import { passwordMatches } from './passwords';
import { PersonEntity } from './person.entity';
import { SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in.limits';

type From = { address: string; userAgent: string; requestId: string };

@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
  ) {}

  /** Opens a session; the answer never tells whether the address has an account. */
  async signIn({ email, password }: Credentials, from: From): Promise<{ token: string; personId: string }> {
    await this.limits.countAttempt(email, from.address);
    const person = await this.db.manager.findOneBy(PersonEntity, { email });
    if (!(await passwordMatches(person?.passwordHash, password)) || !person) return refuse('wrong-credentials');
    await this.limits.forget(email, from.address);
    const token = await this.db.transaction(async (tx) => {
      await record(tx, { kind: 'session.opened', entityId: person.id, personId: person.id, requestId: from.requestId });
      return this.sessions.open(tx, person.id, from.userAgent);
    });
    return { token, personId: person.id };
  }

  async signOut(token: string | undefined, personId: string, requestId: string): Promise<void> {
    if (token) await this.sessions.close(token);
    await record(this.db.manager, { kind: 'session.closed', entityId: personId, personId, requestId });
  }
}
