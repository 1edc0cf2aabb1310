import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LINK_MINUTES } from '@bota/people/domain';
import { CONFIG, Clock, type Config, Postman, pageLink, post, refuse } from '@bota/shared/api';
import { signInLinkLetter } from '../letters';
import { MailLimits } from '../mail.limits';
import { PersonEntity } from '../person.entity';
import { type Entered, type From, SessionsService } from './sessions.service';
import { digest, freshToken } from '../tokens';

@Injectable()
export class SignInLinks {
  private readonly logger = new Logger(SignInLinks.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly limits: MailLimits,
    private readonly postman: Postman,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends a link to an address that has an account. Looking that up waits until the answer is out: neither it nor its time tells. */
  async ask(email: string, address: string): Promise<void> {
    await this.limits.countLetter(email, address);
    setImmediate(() => {
      this.write(email).catch((error: Error) => this.logger.error(`a sign-in link was not written: ${error.message}`));
    });
  }

  private async write(email: string): Promise<void> {
    const person = await this.db.manager.findOneBy(PersonEntity, { email });
    if (!person) return;
    const [now, token] = [this.clock.now(), freshToken()];
    const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000);
    await this.db.transaction(async (tx) => {
      const insert = 'INSERT INTO sign_in_link (token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)';
      await tx.query(insert, [digest(token), person.id, now, expiresAt]);
      const words = signInLinkLetter[person.language]({ minutes: LINK_MINUTES, url: pageLink(this.config, '/sign-in', token) });
      await post(tx, { kind: 'sign-in-link', to: person.email, language: person.language, now }, words);
    });
    await this.postman.nudge();
  }

  /** Opens a session with a link from a letter, once. */
  async use(token: string, from: From): Promise<Entered> {
    await this.limits.countGuess(from.address);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const use = `UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING person_id AS "personId"`;
      const [[used]] = (await tx.query(use, [digest(token), now])) as [{ personId: string }[], number];
      if (!used) return refuse('link/over');
      return this.sessions.enter(tx, used.personId, from, 'link');
    });
  }
}
