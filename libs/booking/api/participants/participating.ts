import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { type BookingEdit, foldParticipants, LETTERS_A_DAY, type Participant } from '@bota/booking/domain';
import { consume, limiterOptions } from '@bota/people/api';
import { newId } from '@bota/shared/api';
import { can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import type { Queryable } from '../facts.queries';
import { INVITING, NAME_PARTICIPANTS } from './participant.queries';

const DAY_SECONDS = 24 * 60 * 60;
type Inviting = { organisationId: string; bookedBy: string; booker: string; emails: string[] };
/** What participants are told of when it changes. */
const TOLD_OF = ['title', 'start', 'end', 'roomIds', 'recurrence'] as const;

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
  async admit({ person }: Asking, organisationId: string, named: readonly Participant[]): Promise<Participant[]> {
    if (named.length === 0) return [];
    const [row] = await this.db.query<{ email: string }[]>('SELECT email FROM person WHERE id = $1', [person.personId]);
    const participants = foldParticipants(named, row?.email ?? '');
    await this.count(organisationId, participants.length);
    return participants;
  }

  /** The edit with each participant once; counted only of who may make it. */
  async admitEdit({ person, space }: Asking, id: string, edit: BookingEdit): Promise<BookingEdit> {
    if (!edit.participants && TOLD_OF.every((field) => edit[field] === undefined)) return edit;
    const [found] = await this.db.query<Inviting[]>(INVITING, [space.id, id]);
    if (!found || !can(person, 'booking:edit', { ...found, spaceId: space.id })) return edit;
    const participants = edit.participants && foldParticipants(edit.participants, found.booker);
    const known = new Set(found.emails.map((email) => email.toLowerCase()));
    const added = (participants ?? []).filter(({ email }) => !known.has(email));
    const told = TOLD_OF.some((field) => edit[field] !== undefined) ? known.size : 0;
    await this.count(found.organisationId, added.length + told);
    return { ...edit, ...(participants && { participants }) };
  }

  private async count(organisationId: string, letters: number): Promise<void> {
    if (letters > 0) await consume([this.letters, organisationId, letters]);
  }
}

/** As they are written, in the order in which they were named. */
export const participantRows = (named: readonly Participant[]) =>
  named.map(({ email, name = '' }, position) => ({ id: newId(), email, name, position }));

export const nameParticipants = (tx: Queryable, bookingId: { spaceId: string; id: string }, named: readonly Participant[], now: Date) =>
  tx.query(NAME_PARTICIPANTS, [bookingId.spaceId, bookingId.id, JSON.stringify(participantRows(named)), now]);
