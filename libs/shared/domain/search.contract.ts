import * as z from 'zod';
import { Id, Instant, LocalizedText } from './wire.contract';

/** What can be found; a domain that joins adds its kind. */
export const SearchKind = z.enum(['room', 'organisation', 'person', 'booking']).meta({ id: 'SearchKind' });
export type SearchKind = z.infer<typeof SearchKind>;

/** GET /api/spaces/:space/search */
export const SearchQuery = z.object({ q: z.string().trim().min(2).max(100), limit: z.coerce.number().int().min(1).max(50).default(20) });
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchHit = z
  .object({
    kind: SearchKind,
    id: Id,
    /** Names its page: slug of a room or organisation, id of a booking; of a person, the slug of their organisation, or null. */
    ref: z.string().nullable(),
    title: z.string(),
    /** What tells it from others of the same title; `fr`, `nl`, `en` when it is said in languages, else under each the same. */
    detail: LocalizedText,
    /** Of a booking: its next date, or its last when all are past. */
    start: Instant.optional(),
    end: Instant.optional(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

/** Best first, whatever the kind. */
export const SearchResults = z.object({ items: z.array(SearchHit) }).meta({ id: 'SearchResults' });
export type SearchResults = z.infer<typeof SearchResults>;
