import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Feed, FeedDraft, FeedKind, NewFeed } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { Clock, newId, record, refuse } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import type { Asking } from '../asking';

type Row = { id: string; kind: FeedKind; subject: string | null; createdAt: Date; lastReadAt: Date | null };

/** The links by which my calendars follow this house. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(person: SignedIn, spaceId: string): Promise<{ items: Feed[] }> {
    const rows = await this.db.query<Row[]>(FEEDS, [spaceId, person.personId]);
    return { items: rows.map(viewOf) };
  }

  /** A new link; what it shows is decided at each reading, so any room or organisation of the house may be followed. */
  async create({ person, space, requestId }: Asking, draft: FeedDraft): Promise<NewFeed> {
    const token = freshToken();
    const id = newId();
    const roomId = draft.kind === 'room' ? draft.roomId : null;
    const organisationId = draft.kind === 'organisation' ? draft.organisationId : null;
    await this.db.transaction(async (tx) => {
      const [known] = await tx.query<{ room: boolean; organisation: boolean }[]>(KNOWN, [space.id, roomId, organisationId]);
      if (roomId && !known?.room) refuse('room/unknown', { errors: [{ path: 'roomId', message: 'no room of this space' }] });
      if (organisationId && !known?.organisation)
        refuse('residency/unknown-organisation', { errors: [{ path: 'organisationId', message: 'never resident here' }] });
      await tx.query(INSERT, [space.id, id, draft.kind, roomId, organisationId, person.personId, digest(token), this.clock.now()]);
      const { personId } = person;
      await record(tx, { kind: 'feed.created', entityId: id, spaceId: space.id, personId, organisationId, requestId, after: draft });
    });
    const [row] = await this.db.query<Row[]>(`${FEEDS_OF} AND f.id = $3`, [space.id, person.personId, id]);
    return row ? { ...viewOf(row), path: `/api/calendars/${token}.ics` } : refuse('not-found');
  }

  /** From now on the link answers as if it never was. */
  async revoke({ person, space, requestId }: Asking, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [[revoked]] = await tx.query<[{ kind: FeedKind }[], number]>(REVOKE, [space.id, id, person.personId, this.clock.now()]);
      if (!revoked) refuse('not-found');
      await record(tx, { kind: 'feed.revoked', entityId: id, spaceId: space.id, personId: person.personId, requestId, before: revoked });
    });
  }
}

const viewOf = ({ createdAt, lastReadAt, ...feed }: Row): Feed => ({
  ...feed,
  createdAt: createdAt.toISOString(),
  lastReadAt: lastReadAt?.toISOString() ?? null,
});

const FEEDS_OF = `
  SELECT f.id, f.kind, coalesce(r.name, g.name) AS subject, f.created_at AS "createdAt", f.last_read_at AS "lastReadAt"
  FROM calendar_feed f LEFT JOIN room r ON r.space_id = f.space_id AND r.id = f.room_id LEFT JOIN organisation g ON g.id = f.organisation_id
  WHERE f.space_id = $1 AND f.person_id = $2 AND f.revoked_at IS NULL`;
const FEEDS = `${FEEDS_OF} ORDER BY f.created_at DESC, f.id DESC`;

const KNOWN = `
  SELECT EXISTS (SELECT FROM room WHERE space_id = $1 AND id = $2 AND bookable) AS room,
    EXISTS (SELECT FROM residency WHERE space_id = $1 AND organisation_id = $3) AS organisation`;

const INSERT = `
  INSERT INTO calendar_feed (space_id, id, kind, room_id, organisation_id, person_id, token_hash, language, created_at)
  SELECT $1, $2, $3, $4, $5, p.id, $7, p.language, $8 FROM person p WHERE p.id = $6`;

const REVOKE = `
  UPDATE calendar_feed SET revoked_at = $4 WHERE space_id = $1 AND id = $2 AND person_id = $3 AND revoked_at IS NULL RETURNING kind`;
