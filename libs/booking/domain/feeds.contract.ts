import * as z from 'zod';
import { Id, Instant } from '@bota/shared/domain';

/** What a calendar may follow: a room, an organisation, or what one booked oneself. */
export const FeedKind = z.enum(['room', 'organisation', 'person']).meta({ id: 'FeedKind' });
export type FeedKind = z.infer<typeof FeedKind>;

/** POST …/feeds */
export const FeedDraft = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('room'), roomId: Id }),
    z.object({ kind: z.literal('organisation'), organisationId: Id }),
    z.object({ kind: z.literal('person') }),
  ])
  .meta({ id: 'FeedDraft', example: { kind: 'person' } });
export type FeedDraft = z.infer<typeof FeedDraft>;

/** A secret link of mine to a calendar; the link itself is told once, when it is made. */
export const Feed = z
  .object({
    id: Id,
    kind: FeedKind,
    /** Name of the room or organisation; null for one's own bookings. */
    subject: z.string().nullable(),
    createdAt: Instant,
    /** When a calendar last asked, to the hour. */
    lastReadAt: Instant.nullable(),
  })
  .meta({ id: 'Feed' });
export type Feed = z.infer<typeof Feed>;

/** `path`: where calendars read it, below the address of the house. Whoever knows it reads what its owner may see. */
export const NewFeed = Feed.extend({ path: z.string() }).meta({ id: 'NewFeed' });
export type NewFeed = z.infer<typeof NewFeed>;

export const FeedList = z.object({ items: z.array(Feed) }).meta({ id: 'FeedList' });
export type FeedList = z.infer<typeof FeedList>;
