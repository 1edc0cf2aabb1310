import * as z from 'zod';

/** Identifier of any row: a UUID, version 7 when we made it (RFC 9562), so ids sort by creation. */
export const Id = z.uuid().meta({ id: 'Id', example: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10' });

/** An instant on the wire in answers: UTC with `Z` (RFC 3339). */
export const Instant = z.iso.datetime().meta({ id: 'Instant', example: '2026-03-16T08:00:00.000Z' });

/** A calendar date without zone (RFC 3339 full-date), of the years 1900 to 2199: days counted on from it still have years of four figures. */
export const LocalDate = z.iso
  .date({ abort: true })
  .refine((date) => date >= '1900' && date < '2200', 'expected a year between 1900 and 2199')
  .meta({ id: 'LocalDate', example: '2026-03-16' });

/** A time in a request: wall time of the space without offset, or an instant with offset. */
export const WireTime = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/, {
    error: 'expected 2026-03-16T09:00, with or without an offset',
    abort: true,
  })
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'no date of the calendar')
  .meta({ id: 'WireTime', example: '2026-03-16T09:00' });

/** A day or a moment of it, as a request says where something begins or ends. */
export const DayOrTime = z.union([WireTime, LocalDate], { error: 'expected 2026-03-16, or 2026-03-16T09:00 with or without an offset' });

/** A name or a title: one line, whatever was pasted, since it stands in subjects of letters and in calendars. */
export const Line = z
  .string()
  .overwrite((text) => text.replace(/\p{Cc}+/gu, ' '))
  .trim();

/** An address as people type it: spaces around it and capitals do not matter. */
export const Email = z.string().trim().toLowerCase().max(254).check(z.email());

export const Language = z.enum(['fr', 'nl', 'en']).meta({ id: 'Language' });
export type Language = z.infer<typeof Language>;
export const LANGUAGES: readonly Language[] = Language.options;

/** Content written by people in one to three languages. */
export const LocalizedText = z.object({ fr: z.string(), nl: z.string(), en: z.string() }).partial().meta({ id: 'LocalizedText' });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The same as people write it, each text bounded: in a name, lines are one. */
export const written = (text: z.ZodString) => z.object({ fr: text, nl: text, en: text }).partial();

/** The text in the reader's language, else French, Dutch, English in that order, else empty. */
export const inLanguage = (text: LocalizedText, language: Language): string => text[language] ?? text.fr ?? text.nl ?? text.en ?? '';

/** A space in a path: its id or its slug. */
export const SpaceRef = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'a space id or slug');
