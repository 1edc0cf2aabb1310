import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { type BookingEdit, CHANGES_A_DAY, foldParticipants, LETTERS_A_DAY, type Participant } from '@bota/booking/domain';
import { consume, limiterOptions, limitKey } from '@bota/people/api';
import { newId } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import type { Queryable } from '../facts.queries';
import { INVITING, NAME_PARTICIPANTS } from './participant.queries';

const DAY_SECONDS = 24 * 60 * 60;
type Inviting = { organisationId: string; bookedBy: string; booker: string; emails: string[] };
/** An edit with each participant once, and how many it adds, in whose name. */
type Admitted = { edit: BookingEdit; organisationId: string; added: number };

/** Who may be invited, and how many letters an organisation causes by it in a day. */
@Injectable()
export class Participating implements OnModuleInit {
  private letters!: RateLimiterPostgres;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const points = LETTERS_A_DAY;
    this.letters = new RateLimiterPostgres({ ...limiterOptions(this.db, DAY_SECONDS), keyPrefix: 'participants', points });
  }

  /** Whom a new booking invites. */
  async admit({ person }: Asking, named: readonly Participant[]): Promise<Participant[]> {
    const [row] = await this.db.query<{ email: string }[]>('SELECT email FROM person WHERE id = $1', [person.personId]);
    return foldParticipants(named, row?.email ?? '');
  }

  /** Counted only of who may make the edit. */
  async admitEdit({ person, space }: Asking, id: string, edit: BookingEdit): Promise<Admitted> {
    const [found] = edit.participants ? await this.db.query<Inviting[]>(INVITING, [space.id, id]) : [];
    if (!found || !can(person, 'booking:edit', { ...found, spaceId: space.id })) return { edit, organisationId: '', added: 0 };
    const participants = foldParticipants(edit.participants ?? [], found.booker);
    const known = new Set(found.emails.map((email) => email.toLowerCase()));
    const added = participants.filter(({ email }) => !known.has(email)).length;
    return { edit: { ...edit, participants }, organisationId: found.organisationId, added };
  }

  /** Counts before it is done, so that many at once get no more than their turn; what is refused, or turns out to be done already, counts nothing. */
  async counting<T>(
    organisationId: string,
    letters: number,
    work: () => Promise<T>,
    isDone: (done: T) => boolean = () => true,
  ): Promise<T> {
    if (letters === 0) return work();
    const giveBack = () => this.letters.reward(limitKey(organisationId), letters).catch(() => undefined);
    try {
      await consume([this.letters, organisationId, letters]);
      const done = await work();
      if (!isDone(done)) await giveBack();
      return done;
    } catch (error) {
      await giveBack();
      throw error;
    }
  }

  /** Nobody is kept from changing or cancelling: letters of that only count. */
  async countChanges(organisationId: string, letters: number): Promise<void> {
    if (letters > 0) await this.letters.penalty(limitKey(organisationId), letters);
  }

  /** Whether so many were written in a day that what changes is told of later, all of it at once. */
  async hasToWait(tx: Queryable, organisationId: string): Promise<boolean> {
    const key = this.letters.getKey(limitKey(organisationId));
    return (await tx.query<unknown[]>(SPENT, [key, CHANGES_A_DAY, Date.now()])).length > 0;
  }
}

const SPENT = 'SELECT FROM sign_in_limit WHERE key = $1 AND points >= $2 AND expire > $3';

/** As they are written, in the order in which they were named. */
export const participantRows = (named: readonly Participant[]) =>
  named.map(({ email, name = '' }, position) => ({ id: newId(), email, name, position }));

export const nameParticipants = (tx: Queryable, bookingId: { spaceId: string; id: string }, named: readonly Participant[], now: Date) =>
  tx.query(NAME_PARTICIPANTS, [bookingId.spaceId, bookingId.id, JSON.stringify(participantRows(named)), now]);
