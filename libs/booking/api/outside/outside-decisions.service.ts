import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BookingDraft, type OutsideAnswer, type OutsideDecision, type OutsideRequest } from '@bota/booking/domain';
import { Chronicler, Clock, Postman, record, refuse } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { BookingsService } from '../bookings.service';
import { Expiry } from '../requests/expiry';
import { OutsideLetters } from './outside.letters';
import { DECIDE, ERASE, LIST, ONE } from './outside.queries';

type Row = Omit<OutsideRequest, 'start' | 'end' | 'askedAt'> & { start: Date; end: Date; askedAt: Date };
type Locked = Row & { decidedAt: Date | null };
type Acceptance = Extract<OutsideDecision, { verdict: 'accept' }>;

/** The coordination answers neighbours who ask for a room. */
@Injectable()
export class OutsideDecisions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly postman: Postman,
    private readonly bookings: BookingsService,
    private readonly letters: OutsideLetters,
    private readonly expiry: Expiry,
  ) {}

  async list({ person, space }: Pick<Asking, 'person' | 'space'>): Promise<OutsideRequest[]> {
    if (!can(person, 'booking:decide', { spaceId: space.id })) refuse('not-allowed');
    return (await this.db.query<Row[]>(LIST, [space.id, this.clock.now()])).map(viewOf);
  }

  /** Accepting books, in the same moment; of two answers at once one counts. */
  async decide(asking: Asking, id: string, decision: OutsideDecision): Promise<OutsideAnswer> {
    if (!can(asking.person, 'booking:decide', { spaceId: asking.space.id })) refuse('not-allowed');
    return this.expiry.persevere(asking.space.id, async () => {
      const bookingId = await this.db.transaction((tx) => this.within(tx, asking, id, decision));
      this.chronicler.nudge();
      void this.postman.nudge();
      return { bookingId };
    });
  }

  /** As if it had never been asked: the booking that was made of it stays, without who asked. */
  async erase({ person, space, requestId }: Asking, id: string): Promise<void> {
    if (!can(person, 'booking:decide', { spaceId: space.id })) refuse('not-allowed');
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<Row[]>(ONE, [space.id, id]);
      if (!row) return refuse('not-found');
      await tx.query(ERASE, [space.id, id]);
      const whose = { entityId: id, spaceId: space.id, personId: person.personId, requestId };
      await record(tx, { kind: 'outside.erased', ...whose, facts: { from: row.start, to: row.end } });
    });
    this.chronicler.nudge();
  }

  private async within(tx: EntityManager, asking: Asking, id: string, decision: OutsideDecision): Promise<string | null> {
    const { person, space, requestId } = asking;
    const [row] = await tx.query<Locked[]>(ONE, [space.id, id]);
    if (!row) return refuse('not-found');
    if (row.decidedAt) refuse('outside/answered');
    const bookingId = decision.verdict === 'accept' ? await this.book(tx, asking, row, decision) : null;
    await tx.query(DECIDE, [space.id, id, this.clock.now(), person.personId, bookingId]);
    const whose = { entityId: id, spaceId: space.id, personId: person.personId, requestId };
    const facts = { from: row.start, to: row.end };
    const after = decision.verdict === 'accept' ? { title: decision.title, roomIds: decision.roomIds } : { start: row.start, end: row.end };
    await record(tx, { kind: bookingId ? 'outside.accepted' : 'outside.declined', ...whose, after, facts });
    await this.letters.answer(tx, space, { asker: row, bookingId, note: decision.note, byId: person.personId });
    return bookingId;
  }

  private async book(tx: EntityManager, asking: Asking, { attendees }: Row, decision: Acceptance): Promise<string> {
    const { organisationId, roomIds, start, end, title, visibility, overrideReason } = decision;
    const wish = { organisationId, roomIds, start, end, title, visibility, overrideReason, attendees };
    // `skip`: judged whole before anything is written, so that a refusal says who is in the way.
    const draft = BookingDraft.parse({ ...wish, onRefused: 'skip' });
    return (await this.bookings.within(tx, this.clock).create({ ...asking, isForOutsiders: true }, draft)).id;
  }
}

const viewOf = ({ start, end, askedAt, ...row }: Row): OutsideRequest => ({
  ...row,
  start: start.toISOString(),
  end: end.toISOString(),
  askedAt: askedAt.toISOString(),
});
