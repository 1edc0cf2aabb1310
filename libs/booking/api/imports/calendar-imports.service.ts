import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type CalendarImportReport,
  EventState,
  type ImportConfirmed,
  ImportWish,
  type ImportedEvent,
  MOST_EVENTS,
} from '@bota/booking/domain';
import {
  CONFIG,
  Chronicler,
  Clock,
  type Config,
  Jobs,
  NotFetched,
  PersonalData,
  type RefusalCode,
  type WhyNotFetched,
  fetchText,
  newId,
  record,
  refuse,
} from '@bota/shared/api';
import { MOST_BYTES, can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { calendarAt, calendarIn } from './calendar.identity';
import { type ReadCalendar, readEvents } from './events';
import { ImportJudgement } from './import.judgement';
import { type PlannedEvent, type RoomAt, planEvents } from './import.plan';
import { followEvents, goneEvents, knownEvents, rememberRooms, rememberedRooms } from './import.queries';
import { ImportWriting } from './import.writing';
import { withAddress } from './location';

const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const NOT_FETCHED: Record<WhyNotFetched, RefusalCode> = {
  unsafe: 'calendar-import/unsafe-address',
  unreachable: 'calendar-import/unreachable',
  'too-large': 'payload-too-large',
};

type Received = { id: string; source: string; body: string; calendar: Buffer | null; isDone: boolean };
type Read = { received: Received; calendar: ReadCalendar; planned: PlannedEvent[]; roomAt: RoomAt };

/** Calendars from elsewhere: received, looked at, and booked when somebody says so. */
@Injectable()
export class CalendarImports implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly personalData: PersonalData,
    private readonly judgement: ImportJudgement,
    private readonly writing: ImportWriting,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.sweep-imports', cron: '50 2 * * *', run: () => this.sweep() });
    this.personalData.declare({ name: 'calendarImports', read: (tx, personId) => tx.query(IMPORTS_OF, [personId]) });
  }

  /** Keeps the calendar as it came, and says what importing it would do. */
  receive(asking: Asking, body: string, file: string): Promise<CalendarImportReport> {
    return this.keep(asking, { body, source: file, calendar: calendarIn(body, file) });
  }

  private async keep(
    asking: Asking,
    { body, source, calendar }: Pick<Received, 'body' | 'source' | 'calendar'>,
  ): Promise<CalendarImportReport> {
    this.refuseOthers(asking);
    if (body.includes('\0')) refuse('calendar-import/unreadable');
    const id = newId();
    const { person, space } = asking;
    const received = { id, source: source.slice(0, 2000), body, calendar, isDone: false };
    const report = await this.report(asking, received, ImportWish.parse({}));
    await this.db.query(RECEIVE, [space.id, id, received.source, body, person.personId, this.clock.now(), calendar]);
    return report;
  }

  /** The same for an address, read once and safely. */
  async receiveFrom(asking: Asking, url: string): Promise<CalendarImportReport> {
    this.refuseOthers(asking);
    const address = url.replace(/^webcals?:/i, 'https:');
    try {
      const allow = this.config.FETCH_ALLOW;
      const body = await fetchText(address, { allow, mostBytes: MOST_BYTES });
      return await this.keep(asking, { body, source: withoutSecrets(address), calendar: calendarAt(address) });
    } catch (error) {
      if (error instanceof NotFetched) refuse(NOT_FETCHED[error.why], { errors: [{ path: 'url', message: error.why }] });
      throw error;
    }
  }

  async preview(asking: Asking, id: string, wish: ImportWish): Promise<CalendarImportReport> {
    this.refuseOthers(asking);
    return this.report(asking, await this.received(asking, id), wish);
  }

  /** Books, changes and cancels. Again, it finds everything as it should be. */
  async confirm(asking: Asking, id: string, wish: ImportConfirmed): Promise<CalendarImportReport> {
    this.refuseOthers(asking);
    const { person, space, requestId } = asking;
    const read = await this.read(asking, await this.received(asking, id), wish);
    const items = await this.writing.write({ ...asking, wish }, read.planned);
    const counts = countsOf(items);
    await this.db.transaction(async (tx) => {
      await rememberRooms(tx, space.id, wish.rooms);
      await followEvents(tx, { spaceId: space.id, calendar: read.received.calendar, ...uidsOf(read.calendar) });
      await tx.query(DONE, [space.id, id, this.clock.now(), JSON.stringify(counts)]);
      const { organisationId } = wish;
      const after = { source: read.received.source, ...counts };
      await record(tx, {
        kind: 'calendar.imported',
        entityId: id,
        spaceId: space.id,
        personId: person.personId,
        organisationId,
        requestId,
        after,
      });
    });
    this.chronicler.nudge();
    return reportOf({ ...read, received: { ...read.received, isDone: true } }, items);
  }

  private async report(asking: Asking, received: Received, wish: ImportWish): Promise<CalendarImportReport> {
    const read = await this.read(asking, received, wish);
    return reportOf(
      read,
      await this.judgement.judge({ ...asking, onRefused: wish.onRefused, organisationId: wish.organisationId }, read.planned),
    );
  }

  private async read({ space }: Asking, received: Received, wish: ImportWish): Promise<Read> {
    const calendar = readEvents(received.body, { zone: space.zone, most: MOST_EVENTS });
    if (!calendar) return refuse('calendar-import/unreadable');
    if (calendar.count > MOST_EVENTS) refuse('calendar-import/too-many');
    const now = this.clock.now();
    const rooms = await rememberedRooms(this.db, space.id);
    const byName = await this.roomsByName(space.id);
    refuseUnknownRooms(wish, new Set(byName.map(([, id]) => id)));
    for (const [location, id] of byName) if (!rooms.has(location)) rooms.set(location, id);
    for (const { location, roomId } of wish.rooms) if (roomId) rooms.set(location, roomId);
    const left = new Set(wish.rooms.filter(({ roomId }) => !roomId).map(({ location }) => location));
    const roomAt = withAddress((location) => rooms.get(location) ?? rooms.get(location.toLowerCase()) ?? null, left);
    const asked = { spaceId: space.id, now, ...uidsOf(calendar) };
    const known = await knownEvents(this.db, asked);
    const gone = await goneEvents(this.db, { ...asked, calendar: received.calendar });
    if (calendar.count === 0 && gone.length === 0) refuse('calendar-import/empty');
    return { received, calendar, roomAt, planned: planEvents({ calendar, known, gone, wish, roomAt, zone: space.zone, now }) };
  }

  /** A location that is the name of a room means that room until somebody says otherwise. */
  private async roomsByName(spaceId: string): Promise<[string, string][]> {
    const rows = await this.db.query<{ id: string; name: string }[]>(ROOMS, [spaceId]);
    return rows.flatMap(({ id, name }) => [[name, id] as [string, string], [name.toLowerCase(), id] as [string, string]]);
  }

  private async received({ space }: Asking, id: string): Promise<Received> {
    const [received] = await this.db.query<Received[]>(RECEIVED, [space.id, id]);
    return received ?? refuse('not-found');
  }

  private refuseOthers({ person, space }: Asking): void {
    if (!can(person, 'house:import', { spaceId: space.id })) refuse('not-allowed');
  }

  private async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    await this.db.query('DELETE FROM calendar_import WHERE done_at IS NULL AND created_at < $1', [before]);
  }
}

/** Addresses of calendars are often secrets: their host says where they came from. */
const withoutSecrets = (address: string) => new URL(address).host;

const uidsOf = ({ events, unread }: ReadCalendar) => ({
  uids: [...events, ...unread].map(({ uid }) => uid),
  families: [...new Set([...events, ...unread].map(({ family }) => family))],
});

function refuseUnknownRooms({ rooms }: Pick<ImportWish, 'rooms'>, known: ReadonlySet<string>): void {
  const errors = rooms.flatMap(({ roomId }, index) =>
    roomId === null || known.has(roomId) ? [] : [{ path: `rooms.${index}.roomId`, message: 'no room to book of this space' }],
  );
  if (errors.length > 0) refuse('booking/unknown-room', { errors });
}

const countsOf = (items: readonly ImportedEvent[]) =>
  Object.fromEntries(EventState.options.map((state) => [state, items.filter((item) => item.state === state).length])) as Record<
    EventState,
    number
  >;

function reportOf({ received: { id, source, isDone }, calendar, roomAt }: Read, items: ImportedEvent[]): CalendarImportReport {
  const byLocation = Map.groupBy([...calendar.events, ...calendar.unread], ({ location }) => location);
  const locations = [...byLocation].map(([location, { length: events }]) => ({ location, events, roomId: roomAt(location) }));
  return { id, source, isDone, locations: locations.sort((a, b) => b.events - a.events), counts: countsOf(items), items };
}

const RECEIVE = `
  INSERT INTO calendar_import (space_id, id, source, body, person_id, created_at, calendar) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const RECEIVED = `SELECT id, source, body, calendar, done_at IS NOT NULL AS "isDone" FROM calendar_import WHERE space_id = $1 AND id = $2`;
const DONE = 'UPDATE calendar_import SET done_at = $3, counts = $4 WHERE space_id = $1 AND id = $2';
const ROOMS = 'SELECT id, name FROM room WHERE space_id = $1 AND bookable AND archived_at IS NULL';
const IMPORTS_OF = `
  SELECT s.name AS space, i.source, i.created_at AS "createdAt", i.done_at AS "doneAt", i.counts
  FROM calendar_import i JOIN space s ON s.id = i.space_id WHERE i.person_id = $1 ORDER BY i.created_at`;
