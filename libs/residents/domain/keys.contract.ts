import * as z from 'zod';
import { Id, LocalDate } from '@bota/shared/domain';

export const KeyKind = z.enum(['key', 'badge']).meta({ id: 'KeyKind' });

/** POST /api/spaces/:space/keys: a key or badge is known by its label or number. */
export const KeyDraft = z
  .object({
    label: z.string().trim().min(1).max(40),
    kind: KeyKind.default('key'),
    /** What it opens, in words. */
    opens: z.string().trim().max(200).default(''),
    roomId: Id.nullable().default(null),
  })
  .meta({ id: 'KeyDraft', example: { label: 'C-12', kind: 'key', opens: 'Bureau 12 et porte de l’étage' } });
export type KeyDraft = z.infer<typeof KeyDraft>;

/** PATCH /api/spaces/:space/keys/:id */
export const KeyEdit = z
  .object({ label: KeyDraft.shape.label, kind: KeyKind, opens: z.string().trim().max(200), roomId: Id.nullable() })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing to change')
  .meta({ id: 'KeyEdit' });
export type KeyEdit = z.infer<typeof KeyEdit>;

/** Who had or has it: a person, an organisation, or a person for an organisation. An erased person has no name. */
export const KeyHolding = z
  .object({
    id: Id,
    person: z.object({ id: Id, displayName: z.string() }).nullable(),
    organisation: z.object({ id: Id, name: z.string() }).nullable(),
    since: LocalDate,
    endedOn: LocalDate.nullable(),
    ending: z.enum(['returned', 'lost']).nullable(),
  })
  .meta({ id: 'KeyHolding' });
export type KeyHolding = z.infer<typeof KeyHolding>;

export const HouseKey = z
  .object({
    id: Id,
    label: z.string(),
    kind: KeyKind,
    opens: z.string(),
    roomId: Id.nullable(),
    /** Derived: handed out, lost, or here. */
    state: z.enum(['here', 'out', 'lost']),
    lostOn: LocalDate.nullable(),
    /** Who holds it now. */
    holding: KeyHolding.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'HouseKey' });
export type HouseKey = z.infer<typeof HouseKey>;

/** GET /api/spaces/:space/keys: all of the house, or what one organisation holds. */
export const KeyQuery = z.object({ organisation: Id.optional() });
export type KeyQuery = z.infer<typeof KeyQuery>;
export const KeyList = z.object({ items: z.array(HouseKey), may: z.object({ manage: z.boolean() }) }).meta({ id: 'KeyList' });
export type KeyList = z.infer<typeof KeyList>;

/** GET /api/spaces/:space/keys/:id: with everybody who ever held it, latest first. */
export const KeyHistory = HouseKey.extend({ holdings: z.array(KeyHolding) }).meta({ id: 'KeyHistory' });
export type KeyHistory = z.infer<typeof KeyHistory>;

/** POST …/keys/:id/holdings: handed out to somebody of the house, on a day (today unless said). */
export const HandOut = z
  .object({ personId: Id.nullable().default(null), organisationId: Id.nullable().default(null), since: LocalDate.optional() })
  .refine(({ personId, organisationId }) => personId !== null || organisationId !== null, {
    path: ['personId'],
    message: 'a person, an organisation, or both',
  })
  .meta({ id: 'HandOut' });
export type HandOut = z.infer<typeof HandOut>;

/** POST …/keys/:id/return and …/loss: on a day, today unless said. */
export const KeyEnd = z.object({ on: LocalDate.optional() }).meta({ id: 'KeyEnd' });
export type KeyEnd = z.infer<typeof KeyEnd>;
