import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { Live } from '../live';

const SWEEP_MS = 15_000;
const MOST_ATTEMPTS = 8;
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
/** So long letters wait for a server that is away, or that takes nothing from us. */
const PATIENCE_MS = 3 * 24 * 60 * MINUTE_MS;

type Waiting = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  method: 'REQUEST' | 'CANCEL' | null;
  beside: string | null;
  unsubscribe: string | null;
  attempts: number;
  createdAt: Date;
};
type Failure = Error & { code?: string; command?: string; responseCode?: number };

/**
 * Sends what waits in the outbox, one letter per transaction, so that several processes share the work and none sends what
 * another has in hand. A process killed between the server's yes and ours sends again under the same Message-ID.
 * Without SMTP_URL letters stay in the outbox, where coordinators read them.
 */
@Injectable()
export class Postman implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Postman.name);
  private readonly transport?: Transporter;
  private sweep?: NodeJS.Timeout;
  private last: Promise<void> = Promise.resolve();
  /** A round that has not begun. */
  private coming: Promise<void> | null = null;
  private isEnding = false;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    live: Live,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    if (config.SMTP_URL) this.transport = createTransport(config.SMTP_URL);
    live.posted.subscribe(() => void this.nudge());
  }

  get sends(): boolean {
    return !!this.transport;
  }

  onApplicationBootstrap(): void {
    if (this.transport) this.sweep = setInterval(() => void this.nudge(), SWEEP_MS);
    else if (!this.config.BOTA_DEMO) this.logger.warn('SMTP_URL is not set: letters stay in the outbox');
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    this.isEnding = true;
    await this.last;
    this.transport?.close();
  }

  /** Says that something waits; returns when a round is over that began after that. */
  async nudge(): Promise<void> {
    if (!this.transport) return;
    this.last = this.coming ??= this.last.then(() => this.round());
    await this.last;
  }

  private async round(): Promise<void> {
    this.coming = null;
    if (!this.isEnding) await this.deliver().catch((error: Error) => this.logger.warn(`no letters sent: ${error.message}`));
  }

  private async deliver(): Promise<void> {
    while (await this.db.transaction((tx) => this.deliverOne(tx)));
  }

  private async deliverOne(tx: EntityManager): Promise<boolean> {
    const [letter] = await tx.query<Waiting[]>(NEXT, [this.clock.now()]);
    if (!letter) return false;
    try {
      await this.transport?.sendMail({ from: this.config.MAIL_FROM, ...messageOf(letter) });
      await tx.query(SENT, [letter.id, this.clock.now()]);
      return true;
    } catch (error) {
      await this.putBack(tx, letter, error as Failure);
      // The server would say the same to the next one.
      return !isOfServer(error as Failure);
    }
  }

  /**
   * Later again, each time twice as long. A letter that the server refuses for good, or that was tried often enough, has failed; for a
   * server that is away all of them wait.
   */
  private async putBack(tx: EntityManager, { id, attempts, createdAt }: Waiting, error: Failure): Promise<void> {
    const now = this.clock.now();
    const isFinal = isOfServer(error)
      ? now.getTime() - createdAt.getTime() > PATIENCE_MS
      : attempts + 1 >= MOST_ATTEMPTS || (error.responseCode !== undefined && error.responseCode >= 500);
    const tryAt = new Date(now.getTime() + Math.min(2 ** attempts * MINUTE_MS, isOfServer(error) ? LONGEST_WAIT_MS : Infinity));
    this.logger.warn(`letter ${id} not sent: ${error.message}`);
    await tx.query('UPDATE letter SET attempts = attempts + 1, try_at = $2, failed_at = $3, last_error = $4 WHERE id = $1', [
      id,
      tryAt,
      isFinal ? now : null,
      error.message.slice(0, 500),
    ]);
    if (isFinal) await tx.query(FORGET_SECRETS, [id]);
  }
}

/** It did not come to the letter: there is no server, it does not know us, or takes nothing of the house. */
function isOfServer({ code = '', command }: Failure): boolean {
  return SERVER_FAILURES.includes(code) || (code === 'EENVELOPE' && command === 'MAIL FROM');
}
const SERVER_FAILURES = ['EAUTH', 'ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'EDNS', 'EPROTOCOL', 'ESOCKET', 'ETIMEDOUT', 'ETLS'];

/** The objects of an iCalendar stream. */
const objectsIn = (stream: string): string[] => stream.match(/^BEGIN:VCALENDAR$[^]*?^END:VCALENDAR$\s*/gm) ?? [];

function messageOf({ id, recipient: to, subject, text, html, calendar, method, beside, unsubscribe }: Waiting): SendMailOptions {
  const oneClick = unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  const headers = { 'Auto-Submitted': 'auto-generated', ...oneClick };
  const icalEvent = calendar && method ? { method, content: calendar, filename: 'bota75.ics' } : undefined;
  const attachments = objectsIn(beside ?? '').map((content, index) => ({
    ...{ filename: `bota75-${index + 2}.ics`, content },
    contentType: `text/calendar; method=${/^METHOD:(\w+)/m.exec(content)?.[1] ?? 'REQUEST'}; charset=utf-8`,
  }));
  return { to, subject, text, html, headers, icalEvent, attachments, messageId: `<${id}@bota75>` };
}

// Of secrets in links the digest alone is kept; the calendar part says them too.
const WITHOUT_SECRETS = `calendar = NULL, calendar_method = NULL, calendar_beside = NULL,
  body_text = regexp_replace(body_text, '#[A-Za-z0-9_-]{43}', '#', 'g'), body_html = regexp_replace(body_html, '#[A-Za-z0-9_-]{43}', '#', 'g')`;
const SENT = `UPDATE letter SET sent_at = $2, last_error = NULL, ${WITHOUT_SECRETS} WHERE id = $1`;
const FORGET_SECRETS = `UPDATE letter SET ${WITHOUT_SECRETS} WHERE id = $1`;

/** The oldest that nobody has in hand, and no letter before an older one to the same address: who reads them reads them in order. */
const NEXT = `
  SELECT id, recipient, subject, body_text AS text, body_html AS html, calendar, calendar_method AS method, calendar_beside AS beside,
    unsubscribe_url AS unsubscribe, attempts, created_at AS "createdAt" FROM letter l
  WHERE sent_at IS NULL AND failed_at IS NULL AND try_at <= $1 AND NOT EXISTS (
    SELECT FROM letter older WHERE older.recipient = l.recipient AND older.id < l.id
      AND older.sent_at IS NULL AND older.failed_at IS NULL AND older.try_at <= $1)
  ORDER BY try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
