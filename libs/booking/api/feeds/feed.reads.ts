import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type FeedKind, REMEMBERED_DAYS } from '@bota/booking/domain';
import { actorOf, digest } from '@bota/people/api';
import { CONFIG, Clock, type Config, pageLink, refuse } from '@bota/shared/api';
import { type Actor, type Language, NOBODY } from '@bota/shared/domain';
import { type SpaceEntity, SpacesService } from '@bota/spaces/api';
import { isResidentNow } from '../booking.reads';
import { houseAddress } from '../icalendar/house-address';
import { withPlace } from '../icalendar/whereabouts';
import { longCalendarText } from '../icalendar/writing';
import { type Subject, feedBookings, roomNames } from './feed.queries';
import { feedEvents } from './feed.text';
import { FeedLimits } from './feed.limits';

const DAY_MS = 86_400_000;
const TOKEN = /^([\w-]{43})\.ics$/;

export type FeedText = { text: string; etag: string };
type FeedRow = {
  spaceId: string;
  kind: FeedKind;
  roomId: string | null;
  organisationId: string | null;
  personId: string;
  language: Language;
  subject: string | null;
};
type Wish = {
  space: SpaceEntity;
  actor: Actor;
  subject: Subject;
  name: string;
  language: Language;
  hidesUnseen: boolean;
  isForOutside?: boolean;
};

/** What calendars read: by a secret link as its owner may see it now, or what is public. */
@Injectable()
export class FeedReads {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly spaces: SpacesService,
    private readonly limits: FeedLimits,
  ) {}

  /** `file`: the token with `.ics`. Unknown, revoked and erased links are all the same: there is nothing. */
  async secret(file: string, address: string): Promise<FeedText> {
    const [, token] = TOKEN.exec(file) ?? [];
    await this.limits.count(token ?? '', address);
    if (!token) return refuse('not-found');
    const [feed] = await this.db.query<FeedRow[]>(FEED, [digest(token)]);
    const actor = feed && (await actorOf(this.db, feed.personId));
    if (!feed || !actor) return refuse('not-found');
    await this.db.query(READ, [digest(token), this.clock.now()]);
    const space = await this.spaces.find(feed.spaceId);
    const bookedBy = feed.kind === 'person' ? feed.personId : undefined;
    const subject = { roomId: feed.roomId, organisationId: feed.organisationId, bookedBy };
    const name = [feed.subject ?? actor.displayName, space.name].join(' · ');
    // Of a room all learn when it is taken; of an organisation and a person only who may see it.
    return this.write({ space, actor, subject, name, language: feed.language, hidesUnseen: feed.kind !== 'room' });
  }

  /** Everybody's calendar of a house: its public bookings. */
  async public(space: SpaceEntity, address: string): Promise<FeedText> {
    await this.limits.count(space.id, address);
    const subject = { onlyPublic: true };
    return this.write({ space, actor: NOBODY, subject, name: space.name, language: 'fr', hidesUnseen: true, isForOutside: true });
  }

  private async write({ space, actor, subject, name, isForOutside, ...view }: Wish): Promise<FeedText> {
    const now = this.clock.now();
    const [bookings, names, isResident] = await Promise.all([
      feedBookings(this.db, space.id, subject, new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS)),
      roomNames(this.db, space.id),
      isResidentNow(this.db, actor, space, now),
    ]);
    const nameRooms = isForOutside ? withPlace(names, space) : names;
    const urlOf = (id: string) => pageLink(this.config, `/${space.slug}/bookings/${id}`);
    const events = feedEvents(bookings, { ...view, reader: { ...actor, isResident }, spaceId: space.id, nameRooms, urlOf });
    const text = await longCalendarText({ name, events, organizer: houseAddress(this.config) });
    return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url')}"` };
  }
}

const FEED = `/* booking_feed_of_token */
  SELECT f.space_id AS "spaceId", f.kind, f.room_id AS "roomId", f.organisation_id AS "organisationId", f.person_id AS "personId", f.language,
    coalesce(r.name, g.name) AS subject
  FROM calendar_feed f LEFT JOIN room r ON r.space_id = f.space_id AND r.id = f.room_id LEFT JOIN organisation g ON g.id = f.organisation_id
  WHERE f.token_hash = $1 AND f.revoked_at IS NULL`;

// To the hour: nobody needs more, and a calendar that asks often costs no writing.
const READ = `
  UPDATE calendar_feed SET last_read_at = $2
  WHERE token_hash = $1 AND revoked_at IS NULL AND (last_read_at IS NULL OR last_read_at < $2::timestamptz - interval '1 hour')`;
