import * as z from 'zod';
import { Email, Id, Language, Line, LocalizedText } from '@bota/shared/domain';

export const Credentials = z
  .object({ email: Email, password: z.string().min(1).max(200) })
  .meta({ id: 'Credentials', example: { email: 'membre.racines@bota75.example', password: 'bota75-demo' } });
export type Credentials = z.infer<typeof Credentials>;

/** How an organisation looks in calendars: one of 12 hues and 4 band patterns, never colour alone. */
export const Organisation = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    initials: z.string(),
    hue: z.number().int().min(1).max(12),
    pattern: z.number().int().min(1).max(4),
    /** Invented for the demo. */
    demo: z.boolean(),
    description: LocalizedText,
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;

export const Membership = z
  .object({ organisationId: Id, role: z.enum(['member', 'admin']), organisation: Organisation })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

export const HouseRoleName = z.enum(['coordinator', 'steering', 'researcher']);
export type HouseRoleName = z.infer<typeof HouseRoleName>;

export const HouseRole = z.object({ spaceId: Id, role: HouseRoleName }).meta({ id: 'HouseRole' });
export type HouseRole = z.infer<typeof HouseRole>;

export const Me = z
  .object({
    person: z.object({ id: Id, email: z.string(), displayName: z.string(), language: Language, hasPassword: z.boolean() }),
    memberships: z.array(Membership),
    houseRoles: z.array(HouseRole),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** PATCH /api/me */
export const MeEdit = z
  .object({ language: Language, displayName: Line.min(2).max(80) })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing to change')
  .meta({ id: 'MeEdit' });
export type MeEdit = z.infer<typeof MeEdit>;

/** GET /api/demo: who one may sign in as with one click. */
export const Demo = z
  .object({
    enabled: z.boolean(),
    /** True while no space exists: the first visit creates the house. */
    needsSetup: z.boolean(),
    password: z.string().optional(),
    accounts: z.array(z.object({ email: z.string(), label: LocalizedText, organisation: z.string().optional() })),
  })
  .meta({ id: 'Demo' });
export type Demo = z.infer<typeof Demo>;

/** POST /api/setup: creates the house and its first coordinator, only while no space exists; signs that person in. */
export const Setup = z
  .object({
    space: z.object({
      name: z.string().trim().min(2).max(80),
      address: z.string().trim().min(4).max(200),
      zone: z.string().default('Europe/Brussels'),
    }),
    coordinator: z.object({
      displayName: Line.min(2).max(80),
      email: Email,
      password: z.string().min(12).max(200),
      language: Language.default('fr'),
    }),
  })
  .meta({ id: 'Setup' });
export type Setup = z.infer<typeof Setup>;
