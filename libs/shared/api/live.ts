import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { Observable, Subject, filter, tap } from 'rxjs';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config';
import { POSTED_CHANNEL, TOLD_CHANNEL, type ToldPerson, toldIn } from './live.told';

export type Announced = { position: number; spaceId: string | null; kind: string; entityId: string; facts: Record<string, unknown> };

const RETRY_MS = 500;
const PAGE = 1000;
const COLUMNS = `position::int AS position, space_id AS "spaceId", kind, entity_id AS "entityId", facts`;

/** Hears of every sealed log entry through LISTEN, whichever process wrote it, and hands it to this process's listeners. */
@Injectable()
export class Live implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  readonly announced = new Subject<Announced>();
  /** Who was told something just now, at whichever process. */
  readonly told = new Subject<ToldPerson>();
  /** A letter is in the outbox. */
  readonly posted = new Subject<void>();
  /** Fires when this process shuts down: open streams end, so that the server can close. */
  readonly ending = new Subject<void>();
  private readonly logger = new Logger(Live.name);
  private client?: Client;
  private last = 0;
  private stopped = false;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const [row] = await this.db.query('SELECT coalesce(max(position), 0)::int AS last FROM log');
    this.last = row.last;
    await this.listen();
  }

  /** The place in the log up to which this process has announced. */
  get position(): number {
    return this.last;
  }

  /** What is announced in a space, after first what was missed since a position: in order, and each once. */
  follow(spaceId: string, position?: number): Observable<Announced> {
    let last = position ?? 0;
    const entries = new Observable<Announced>((listener) => {
      let waiting: Announced[] | null = [];
      const coming = this.announced.subscribe({
        next: (entry) => (waiting ? waiting.push(entry) : listener.next(entry)),
        complete: () => listener.complete(),
      });
      const missed = position === undefined ? Promise.resolve([]) : this.since(spaceId, position);
      missed.then(
        (rows) => {
          for (const entry of [...rows, ...(waiting ?? [])]) listener.next(entry);
          waiting = null;
        },
        (error: unknown) => listener.error(error),
      );
      return coming;
    });
    return entries.pipe(
      filter((entry) => entry.spaceId === spaceId && entry.position > last),
      tap((entry) => (last = entry.position)),
    );
  }

  private async since(spaceId: string, position: number): Promise<Announced[]> {
    const page = `SELECT ${COLUMNS} FROM log WHERE space_id = $1 AND position > $2 ORDER BY position LIMIT ${PAGE}`;
    const rows: Announced[] = await this.db.query(page, [spaceId, position]);
    const last = rows.at(-1);
    return last && rows.length === PAGE ? [...rows, ...(await this.since(spaceId, last.position))] : rows;
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({ connectionString: this.config.DATABASE_URL, keepAlive: true, application_name: 'bota75-live' });
    this.client = client;
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload));
    client.on('error', (error) => this.logger.warn(`live connection: ${error.message}`));
    client.on('end', () => setTimeout(() => void this.listen(), RETRY_MS).unref());
    try {
      await client.connect();
      await client.query(`LISTEN live; LISTEN ${TOLD_CHANNEL}; LISTEN ${POSTED_CHANNEL}`);
      this.readSoon();
    } catch (error) {
      this.logger.warn(`cannot listen yet: ${error instanceof Error ? error.message : error}`);
      await client.end().catch(() => undefined);
    }
  }

  private hear(channel: string, payload?: string): void {
    if (channel === POSTED_CHANNEL) this.posted.next();
    else if (channel === TOLD_CHANNEL) for (const one of toldIn(payload)) this.told.next(one);
    else this.readSoon();
  }

  private readSoon(): void {
    this.reading = this.reading.then(() => this.read()).catch((error: Error) => this.logger.warn(`live: ${error.message}`));
  }

  private async read(): Promise<void> {
    if (this.stopped) return;
    const rows: Announced[] = await this.db.query(`SELECT ${COLUMNS} FROM log WHERE position > $1 ORDER BY position LIMIT ${PAGE}`, [
      this.last,
    ]);
    for (const row of rows) this.announced.next(row);
    this.last = rows.at(-1)?.position ?? this.last;
    if (rows.length === PAGE) await this.read();
  }

  onModuleDestroy(): void {
    this.ending.next();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.announced.complete();
    this.told.complete();
    this.posted.complete();
    this.client?.removeAllListeners('end');
    await this.client?.end().catch(() => undefined);
    await this.reading;
  }
}
