import * as z from 'zod';
import { Id, Instant, Language, Line, LocalizedText, written } from '@bota/shared/domain';
import { Layout, OwnRoomRules, RoomRules, WeekHours } from './room-rules.contract';

export const Space = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    address: z.string(),
    /** IANA zone: every time of the house is said in it. */
    zone: z.string(),
    languages: z.array(Language),
    /** The colour the house chose, `#rrggbb`; null = the product's own. */
    colour: z.string().nullable(),
    /** Address of the logo; null = the product's own. */
    logo: z.string().nullable(),
    /** Opening hours of the house, which hold for rooms without hours of their own. */
    hours: WeekHours,
    /** Who has no account may ask for a room. */
    neighboursMayAsk: z.boolean(),
    /** Rises with every edit; send it back as `If-Match`. */
    version: z.number().int(),
    /** How far ahead series without end are materialised, in days. */
    horizonDays: z.number().int(),
    /** The house's organisations, for names and colours. */
    may: z.object({ book: z.boolean(), configure: z.boolean() }),
  })
  .meta({ id: 'Space' });
export type Space = z.infer<typeof Space>;
export const SpaceList = z.object({ items: z.array(Space) }).meta({ id: 'SpaceList' });

export const FEATURES = [
  'screen',
  'video-call',
  'whiteboard',
  'step-free',
  'kitchen',
  'piano',
  'daylight',
  'hearing-loop',
  'workbench',
  'stage',
  'sound',
  'blackout',
] as const;
export const Feature = z.enum(FEATURES).meta({ id: 'Feature' });
export type Feature = z.infer<typeof Feature>;

/** Where a room lies on the drawing of its floor, in the drawing's own units from the top left corner. */
export const Outline = z
  .object({
    x: z.number().min(0).max(10_000),
    y: z.number().min(0).max(10_000),
    width: z.number().positive().max(10_000),
    height: z.number().positive().max(10_000),
  })
  .meta({ id: 'Outline' });
export type Outline = z.infer<typeof Outline>;

export const Room = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    floorId: Id.nullable(),
    /** False for an office: its resident sits there, and it is in no exit of booking. */
    bookable: z.boolean(),
    capacity: z.number().int().positive().nullable(),
    /** Work places that residents may occupy; null = let as a whole. */
    desks: z.number().int().positive().nullable(),
    areaM2: z.number().nullable(),
    features: z.array(Feature),
    layout: Layout,
    description: LocalizedText,
    /** Direct parts of a composed room (Grande salle = Salle A + Salle B); empty for an atomic one. */
    partIds: z.array(Id),
    /** The atomic rooms it occupies: itself when atomic. */
    unitIds: z.array(Id),
    /** The rules that apply: with the hours of the house where the room has none of its own. */
    rules: RoomRules,
    outline: Outline.nullable(),
  })
  .meta({ id: 'Room' });
export type Room = z.infer<typeof Room>;

export const Floor = z.object({ id: Id, level: z.number().int(), name: LocalizedText }).meta({ id: 'Floor' });
export type Floor = z.infer<typeof Floor>;

/** When the house or one room is closed; `roomId` null = the whole house. `unitIds`: the atomic rooms that are closed with it, none for the house. */
export const Closure = z
  .object({ id: Id, roomId: Id.nullable(), unitIds: z.array(Id).default([]), start: Instant, end: Instant, reason: LocalizedText })
  .meta({ id: 'Closure' });
export type Closure = z.infer<typeof Closure>;

/**
 * GET /api/spaces/:space/rooms: rooms and offices in display order (floor, then position, parts after their whole).
 * `former`: the names of archived rooms, for what happened in them.
 */
export const RoomList = z
  .object({ items: z.array(Room), floors: z.array(Floor), former: z.array(z.object({ id: Id, name: z.string() })).default([]) })
  .meta({ id: 'RoomList' });
export type RoomList = z.infer<typeof RoomList>;

export const ROOM_FIELDS = {
  name: Line.min(1).max(80),
  bookable: z.boolean(),
  capacity: z.number().int().positive().max(100_000).nullable(),
  desks: z.number().int().positive().max(100_000).nullable(),
  floorId: Id.nullable(),
  areaM2: z.number().positive().max(1_000_000).nullable(),
  features: z.array(Feature),
  layout: Layout,
  description: written(z.string().trim().max(4000)),
  partIds: z.array(Id).max(100),
  rules: OwnRoomRules,
  outline: Outline.nullable(),
};

const SLUG = 'expected small letters, figures and hyphens, as in salle-a';

/** POST /api/spaces/:space/rooms (coordinators). */
export const RoomDraft = z
  .object({
    name: ROOM_FIELDS.name,
    slug: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, SLUG)
      .optional(),
    bookable: ROOM_FIELDS.bookable.default(true),
    capacity: ROOM_FIELDS.capacity.default(null),
    desks: ROOM_FIELDS.desks.default(null),
    floorId: ROOM_FIELDS.floorId.default(null),
    areaM2: ROOM_FIELDS.areaM2.default(null),
    features: ROOM_FIELDS.features.default([]),
    layout: ROOM_FIELDS.layout.default('table'),
    description: ROOM_FIELDS.description.default({}),
    partIds: ROOM_FIELDS.partIds.default([]),
    rules: ROOM_FIELDS.rules.default({}),
    outline: ROOM_FIELDS.outline.default(null),
  })
  .meta({ id: 'RoomDraft' });
export type RoomDraft = z.infer<typeof RoomDraft>;

/** POST /api/spaces (coordinators of any house): the person becomes its coordinator. */
export const SpaceDraft = z
  .object({
    name: Line.min(2).max(80),
    slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/, SLUG),
    address: Line.max(200).default(''),
    zone: z.string().default('Europe/Brussels'),
  })
  .meta({ id: 'SpaceDraft' });
export type SpaceDraft = z.infer<typeof SpaceDraft>;
