import * as z from 'zod';
import { Contact, OrganisationDetails, OrganisationDraft } from '@bota/people/domain';
import { Id, LocalDate } from '@bota/shared/domain';

export const ShareKeyName = z.enum(['m2', 'desks', 'heads', 'fixed']).meta({ id: 'ShareKeyName' });
export const StatusOfResidency = z.enum(['planned', 'active', 'notice', 'ended']).meta({ id: 'StatusOfResidency' });

/** What is occupied: a whole room (`desks` null) or some of its desks. */
export const OccupancyWish = z
  .object({ roomId: Id, desks: z.number().int().min(1).max(10_000).nullable().default(null) })
  .meta({ id: 'OccupancyWish' });
const Wishes = z
  .array(OccupancyWish)
  .max(200)
  .refine((wishes) => new Set(wishes.map(({ roomId }) => roomId)).size === wishes.length, 'a room is named once');

const terms = {
  from: LocalDate,
  /** The last day; null leaves it open. */
  to: LocalDate.nullable(),
  shareKey: ShareKeyName,
  /** Agreed quantity of the key: m², desks, heads, or thousandths of the whole; null follows what is occupied. */
  shareQuantity: z.number().min(0).max(20_000).nullable(),
};

/** POST /api/spaces/:space/residents: a new organisation, or one the house knows, becomes resident. */
export const ResidentDraft = z
  .object({
    organisation: OrganisationDraft.optional(),
    organisationId: Id.optional(),
    ...terms,
    to: terms.to.default(null),
    shareKey: ShareKeyName.default('m2'),
    shareQuantity: terms.shareQuantity.default(null),
    occupies: Wishes.default([]),
  })
  .refine(({ organisation, organisationId }) => !organisation !== !organisationId, {
    path: ['organisation'],
    message: 'either a new organisation or the id of one',
  })
  .meta({ id: 'ResidentDraft' });
export type ResidentDraft = z.infer<typeof ResidentDraft>;

/** PATCH /api/spaces/:space/residencies/:id: `occupies` says what is occupied from a day on (today, or the first day, unless said). Of one that has ended, only `to` changes. */
export const ResidencyEdit = z
  .object({ ...terms, occupies: z.object({ from: LocalDate.optional(), items: Wishes }) })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing to change')
  .meta({ id: 'ResidencyEdit' });
export type ResidencyEdit = z.infer<typeof ResidencyEdit>;

/** POST /api/spaces/:space/residencies/:id/notice: given on a day (today unless said), for a last day. */
export const NoticeDraft = z.object({ on: LocalDate.optional(), lastDay: LocalDate }).meta({ id: 'NoticeDraft' });
export type NoticeDraft = z.infer<typeof NoticeDraft>;

export const Occupancy = z
  .object({ id: Id, roomId: Id, desks: z.number().int().nullable(), from: LocalDate, to: LocalDate.nullable() })
  .meta({ id: 'Occupancy' });
export type Occupancy = z.infer<typeof Occupancy>;

export const Residency = z
  .object({
    id: Id,
    organisationId: Id,
    ...terms,
    noticeOn: LocalDate.nullable(),
    /** Derived from the dates, never typed by hand. */
    status: StatusOfResidency,
    /** Quantity of the key today; of a planned residency on its first day, of an ended one on its last. */
    share: z.number(),
    occupancies: z.array(Occupancy),
    version: z.number().int(),
    may: z.object({ edit: z.boolean(), giveNotice: z.boolean(), reopen: z.boolean(), settle: z.boolean() }),
  })
  .meta({ id: 'Residency' });
export type Residency = z.infer<typeof Residency>;

/** GET /api/spaces/:space/residents/:resident, by the slug of the organisation or its id. */
export const ResidentPage = z
  .object({
    organisation: OrganisationDetails,
    /** Those the reader may see, by their own consent. */
    contacts: z.array(Contact),
    /** Latest first; only for its members and coordinators. */
    residencies: z.array(Residency),
    may: z.object({ edit: z.boolean(), archive: z.boolean(), manageResidencies: z.boolean(), readKeys: z.boolean() }),
  })
  .meta({ id: 'ResidentPage' });
export type ResidentPage = z.infer<typeof ResidentPage>;

/** One thing left to settle when a residency ends. `link` is an address in the web below the space. */
export const ExitItem = z
  .object({
    name: z.string(),
    count: z.number().int(),
    link: z.string(),
    /** The first of them, where each has a page of its own. */
    first: z.array(z.object({ text: z.string(), date: LocalDate.nullable(), link: z.string() })),
  })
  .meta({ id: 'ExitItem' });
export type ExitItem = z.infer<typeof ExitItem>;

/** GET /api/spaces/:space/residencies/:id/checklist */
export const ExitChecklistView = z.object({ lastDay: LocalDate.nullable(), items: z.array(ExitItem) }).meta({ id: 'ExitChecklist' });
export type ExitChecklistView = z.infer<typeof ExitChecklistView>;
