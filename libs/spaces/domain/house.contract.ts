import * as z from 'zod';
import { Id, Instant, Language, Line, type LocalizedText, WireTime, written } from '@bota/shared/domain';
import { RoomRules, WeekHours } from './room-rules.contract';
import { Closure, Floor, ROOM_FIELDS, Room } from './spaces.contract';

/** A colour of the house: `#rrggbb`. */
export const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'expected #1d5b41')
  .toLowerCase();

const once = <T>(items: readonly T[]) => new Set(items).size === items.length;

/** PATCH /api/spaces/:space with `If-Match: "<version>"` (coordinators). What is left out stays. */
export const SpaceEdit = z
  .object({
    name: Line.min(2).max(80),
    address: Line.max(200),
    zone: z.string().max(64),
    languages: z.array(Language).min(1).refine(once, 'each language once'),
    colour: Colour.nullable(),
    hours: WeekHours,
    neighboursMayAsk: z.boolean(),
  })
  .partial()
  .meta({ id: 'SpaceEdit' });
export type SpaceEdit = z.infer<typeof SpaceEdit>;

/** A room as who runs the house sees it: archived ones too, and its own rules beside those that apply. */
export const ManagedRoom = Room.extend({
  ownRules: RoomRules,
  /** Rises with every edit; send it back as `If-Match`. */
  version: z.number().int(),
  archivedAt: Instant.nullable(),
}).meta({ id: 'ManagedRoom' });
export type ManagedRoom = z.infer<typeof ManagedRoom>;

/** GET /api/spaces/:space/managed-rooms (coordinators). */
export const ManagedRoomList = z.object({ items: z.array(ManagedRoom), floors: z.array(Floor) }).meta({ id: 'ManagedRoomList' });
export type ManagedRoomList = z.infer<typeof ManagedRoomList>;

/** PATCH /api/spaces/:space/rooms/:id with `If-Match: "<version>"` (coordinators). What is left out stays; its address too. */
export const RoomEdit = z.object(ROOM_FIELDS).partial().meta({ id: 'RoomEdit' });
export type RoomEdit = z.infer<typeof RoomEdit>;

/** PUT /api/spaces/:space/room-order: the rooms named come in this order, the others after them. */
export const RoomOrder = z.object({ roomIds: z.array(Id).min(1).max(500).refine(once, 'each room once') }).meta({ id: 'RoomOrder' });
export type RoomOrder = z.infer<typeof RoomOrder>;

const said = (text: LocalizedText) => Object.values(text).some((one) => one.trim() !== '');
const FLOOR_FIELDS = {
  /** Floors come by level, the lowest first; 0 is the street. */
  level: z.number().int().min(-20).max(200),
  name: written(Line.max(80)).refine(said, 'in one language at least'),
};

/** POST /api/spaces/:space/floors (coordinators). */
export const FloorDraft = z.object(FLOOR_FIELDS).meta({ id: 'FloorDraft' });
export type FloorDraft = z.infer<typeof FloorDraft>;

/** PATCH /api/spaces/:space/floors/:id (coordinators); width and height are those of the drawing in whose units rooms lie. */
export const FloorEdit = z
  .object({ ...FLOOR_FIELDS, width: z.number().min(10).max(10_000), height: z.number().min(10).max(10_000) })
  .partial()
  .meta({ id: 'FloorEdit' });
export type FloorEdit = z.infer<typeof FloorEdit>;

/** GET /api/spaces/:space/closures?from=: what is not over at that time (now when left out), soonest first. */
export const ClosureQuery = z.object({ from: WireTime.optional() });
export type ClosureQuery = z.infer<typeof ClosureQuery>;
export const ClosureList = z.object({ items: z.array(Closure) }).meta({ id: 'ClosureList' });
export type ClosureList = z.infer<typeof ClosureList>;

/** POST /api/spaces/:space/closures (coordinators): one closure for each room named, or one for the whole house. */
export const ClosureDraft = z
  .object({
    roomIds: z.array(Id).max(200).refine(once, 'each room once').default([]),
    start: WireTime,
    end: WireTime,
    reason: written(Line.max(500)).default({}),
  })
  .meta({ id: 'ClosureDraft' });
export type ClosureDraft = z.infer<typeof ClosureDraft>;
