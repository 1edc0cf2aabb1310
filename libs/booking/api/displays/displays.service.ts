import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Display, DisplayDraft, DisplayEdit, DisplayList } from '@bota/booking/domain';
import { digest } from '@bota/people/api';
import { Chronicler, Clock, newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { DisplayLimits } from './display.limits';
import { BOOKABLE, CHANGE, DISPLAYS, HELD_DISPLAY, PAIR, REVOKE, TAKE_CODE } from './display.queries';

type Row = Omit<Display, 'pairedAt' | 'seenAt'> & { pairedAt: Date; seenAt: Date | null };

/** The screens of a house, as its coordination runs them. */
@Injectable()
export class DisplaysService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly limits: DisplayLimits,
  ) {}

  async list(person: SignedIn, spaceId: string): Promise<DisplayList> {
    this.refuseOthers(person, spaceId);
    const rows = await this.db.query<Row[]>(DISPLAYS, [spaceId]);
    return {
      items: rows.map(({ pairedAt, seenAt, ...row }) => ({
        ...row,
        pairedAt: pairedAt.toISOString(),
        seenAt: seenAt?.toISOString() ?? null,
      })),
    };
  }

  /** The screen that shows this code is one of the house from now on. */
  async pair({ person, space, requestId }: Asking, draft: DisplayDraft): Promise<DisplayList> {
    this.refuseOthers(person, space.id);
    await this.limits.countTry(person.personId);
    const { name, shows, language } = draft;
    const roomId = draft.roomId ?? null;
    await this.db.transaction(async (tx) => {
      await refuseOtherRooms(tx, space.id, roomId);
      const now = this.clock.now();
      const [[taken]] = await tx.query<[{ tokenHash: Buffer }[], number]>(TAKE_CODE, [digest(draft.code), now]);
      if (!taken) return refuse('display/code-unknown', { errors: [{ path: 'code', message: 'unknown, used or over' }] });
      const entityId = newId();
      await tx.query(PAIR, [space.id, entityId, name, shows, roomId, language, taken.tokenHash, person.personId, now]);
      const after = { name, shows: roomId ?? 'today', language };
      await record(tx, { kind: 'display.paired', entityId, spaceId: space.id, personId: person.personId, requestId, after });
    });
    this.chronicler.nudge();
    return this.list(person, space.id);
  }

  /** Another name, language, or place in the house: the screen follows at once. */
  async change({ person, space, requestId }: Asking, id: string, edit: DisplayEdit): Promise<DisplayList> {
    this.refuseOthers(person, space.id);
    const { name, shows, language } = edit;
    const roomId = edit.roomId ?? null;
    await this.db.transaction(async (tx) => {
      const [before] = await tx.query<{ name: string; shows: string; language: string }[]>(HELD_DISPLAY, [space.id, id]);
      if (!before) refuse('not-found');
      if (before.shows !== roomId) await refuseOtherRooms(tx, space.id, roomId);
      await tx.query(CHANGE, [space.id, id, name, shows, roomId, language]);
      const after = { name, shows: roomId ?? 'today', language };
      await record(tx, { kind: 'display.changed', entityId: id, spaceId: space.id, personId: person.personId, requestId, before, after });
    });
    this.chronicler.nudge();
    return this.list(person, space.id);
  }

  /** From now on it shows nothing of the house; it hears of it at once. */
  async revoke({ person, space, requestId }: Asking, id: string): Promise<void> {
    this.refuseOthers(person, space.id);
    await this.db.transaction(async (tx) => {
      const [[before]] = await tx.query<[{ name: string; shows: string }[], number]>(REVOKE, [space.id, id, this.clock.now()]);
      if (!before) refuse('not-found');
      await record(tx, { kind: 'display.revoked', entityId: id, spaceId: space.id, personId: person.personId, requestId, before });
    });
    this.chronicler.nudge();
  }

  private refuseOthers(person: SignedIn, spaceId: string): void {
    if (!can(person, 'display:manage', { spaceId })) refuse('not-allowed');
  }
}

async function refuseOtherRooms(tx: EntityManager, spaceId: string, roomId: string | null): Promise<void> {
  if (roomId && (await tx.query<unknown[]>(BOOKABLE, [spaceId, roomId])).length === 0)
    refuse('room/unknown', { errors: [{ path: 'roomId', message: 'no room of this space' }] });
}
