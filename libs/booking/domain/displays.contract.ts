import * as z from 'zod';
import { Id, Instant, Language, Line } from '@bota/shared/domain';
import { RoomList } from '@bota/spaces/domain';
import { Calendar } from './booking.contract';

/** No letters that look like figures, and no figures that look like letters. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LETTERS = LETTERS;
export const CODE_LENGTH = 6;
/** How long a code may be entered. */
export const CODE_MINUTES = 10;

/** A code as somebody types it: small letters and spaces are forgiven. */
export const PairingCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${LETTERS}]{${CODE_LENGTH}}$`), 'expected six letters and figures'));

export const ShownOnDisplay = z.enum(['room', 'today']).meta({ id: 'ShownOnDisplay' });
export type ShownOnDisplay = z.infer<typeof ShownOnDisplay>;

const WHAT_IT_SHOWS = {
  name: Line.min(1).max(80),
  shows: ShownOnDisplay,
  roomId: Id.nullish(),
  /** Said large; the other languages of the house stand beside it. */
  language: Language,
};
const namesItsRoom = ({ shows, roomId }: { shows: ShownOnDisplay; roomId?: string | null }) => (shows === 'room') === !!roomId;
const WHICH_ROOM = { path: ['roomId'], message: 'which room it shows' };

/** POST /api/spaces/:space/displays (coordinators): pairs the screen that shows this code. */
export const DisplayDraft = z
  .object({ code: PairingCode, ...WHAT_IT_SHOWS })
  .refine(namesItsRoom, WHICH_ROOM)
  .meta({ id: 'DisplayDraft' });
export type DisplayDraft = z.infer<typeof DisplayDraft>;

/** PUT /api/spaces/:space/displays/:id (coordinators): another name, or a screen that hangs elsewhere now. */
export const DisplayEdit = z.object(WHAT_IT_SHOWS).refine(namesItsRoom, WHICH_ROOM).meta({ id: 'DisplayEdit' });
export type DisplayEdit = z.infer<typeof DisplayEdit>;

export const Display = z
  .object({
    id: Id,
    name: z.string(),
    shows: ShownOnDisplay,
    roomId: Id.nullable(),
    language: Language,
    pairedAt: Instant,
    /** When it last asked, to the minute; null: never yet. */
    seenAt: Instant.nullable(),
  })
  .meta({ id: 'Display' });
export type Display = z.infer<typeof Display>;
export const DisplayList = z.object({ items: z.array(Display) }).meta({ id: 'DisplayList' });
export type DisplayList = z.infer<typeof DisplayList>;

/** POST /api/display/pairing: what a screen without a house shows, until somebody enters it or it is over. */
export const Pairing = z.object({ code: z.string(), expiresAt: Instant }).meta({ id: 'Pairing' });
export type Pairing = z.infer<typeof Pairing>;

/** Everything a paired screen shows; nothing in it that is not public. */
export const OnDisplay = z.object({
  display: Display.pick({ name: true, shows: true, roomId: true, language: true }),
  house: z.object({ slug: z.string(), name: z.string(), zone: z.string(), languages: z.array(Language) }),
  rooms: RoomList,
  /** Yesterday to tomorrow, so that a night that began yesterday is known. */
  calendar: Calendar,
  /** Names of the organisations of public bookings. */
  organisations: z.array(z.object({ id: Id, name: z.string() })),
  now: Instant,
  /** Changes when another version of the web application is served: the screen then loads itself anew. */
  release: z.string(),
});
export type OnDisplay = z.infer<typeof OnDisplay>;

/** GET /api/display: for a browser that is no paired screen null, with the code that its pages show while one works. */
export const DisplayAnswer = z.object({ shown: OnDisplay.nullable(), pairing: Pairing.nullable() }).meta({ id: 'DisplayAnswer' });
export type DisplayAnswer = z.infer<typeof DisplayAnswer>;
