import * as z from 'zod';
import { Id, Instant } from '@bota/shared/domain';

export const ImportKind = z.enum(['residents', 'people']).meta({ id: 'ImportKind' });
export type ImportKind = z.infer<typeof ImportKind>;

/** What a column may hold, by kind of sheet. */
export const IMPORT_FIELDS = {
  residents: [
    'name',
    'enterpriseNumber',
    'kind',
    'website',
    'descriptionFr',
    'descriptionNl',
    'descriptionEn',
    'from',
    'to',
    'shareKey',
    'shareQuantity',
  ],
  people: ['displayName', 'firstName', 'lastName', 'email', 'language', 'organisation', 'role'],
} as const satisfies Record<ImportKind, readonly string[]>;
export type ImportField = (typeof IMPORT_FIELDS)[ImportKind][number];
export const ImportFieldName = z.enum([...IMPORT_FIELDS.residents, ...IMPORT_FIELDS.people]).meta({ id: 'ImportFieldName' });

/** The most rows a sheet of each kind may have, and columns. */
export const MOST_ROWS: Record<ImportKind, number> = { residents: 1000, people: 5000 };
export const MOST_COLUMNS = 200;

/** What each column holds, from the left: field names with commas between, `-` for a column that is left out. */
const Columns = z
  .string()
  .max(4000)
  .regex(/^(-|[a-zA-Z]+)(,(-|[a-zA-Z]+))*$/, 'field names with commas, - for none')
  .transform((text) => text.split(',').map((name) => (name === '-' ? null : name)))
  .pipe(z.array(ImportFieldName.nullable()).max(MOST_COLUMNS))
  .refine((fields) => new Set(fields.filter(Boolean)).size === fields.filter(Boolean).length, 'a field is named once');

const sheet = { kind: ImportKind, columns: Columns.optional() };
const areOfTheSheet = ({ kind, columns = [] }: { kind: ImportKind; columns?: (string | null)[] }) =>
  columns.every((field) => field === null || (IMPORT_FIELDS[kind] as readonly string[]).includes(field));
const OF_ANOTHER = { path: ['columns'], message: 'a field of the other kind of sheet' };

/** POST …/imports/preview?kind=people: without `columns` they are recognised by their headings. */
export const ImportQuery = z.object(sheet).refine(areOfTheSheet, OF_ANOTHER);
export type ImportQuery = z.infer<typeof ImportQuery>;

/** POST …/imports: `digest` of the report that was agreed to; people are invited now, or their invitations wait. */
export const ImportConfirmation = z
  .object({ ...sheet, digest: z.string().regex(/^[0-9a-f]{64}$/), invite: z.enum(['now', 'later']).default('later') })
  .refine(areOfTheSheet, OF_ANOTHER);
export type ImportConfirmation = z.infer<typeof ImportConfirmation>;

export const ImportRule = z.enum([
  'needed',
  'too-short',
  'too-long',
  'unknown-word',
  'not-a-date',
  'not-an-email',
  'several-emails',
  'not-ten-digits',
  'wrong-check',
  'not-a-number',
  'not-a-website',
  'ends-before-it-starts',
  'quantity-needed',
  'organisation-unknown',
  'organisation-archived',
  'name-of-several',
  'name-taken',
  'number-differs',
  'number-of-another',
  'residency-differs',
  'month-closed',
]);
export type ImportRule = z.infer<typeof ImportRule>;

export const ImportState = z.enum(['created', 'changed', 'unchanged', 'refused', 'duplicate']).meta({ id: 'ImportState' });
export type ImportState = z.infer<typeof ImportState>;

/** What becomes of one row. `row` is its number in the spreadsheet, counted from 1 with its headings. */
export const ImportRow = z
  .object({
    row: z.number().int(),
    label: z.string(),
    state: ImportState,
    /** Why it is refused: which cell, by which rule, and what stands in it. */
    reasons: z.array(z.object({ field: ImportFieldName, rule: ImportRule, text: z.string() })),
    duplicateOf: z.number().int().nullable(),
    /** What is written, with what was there before; nothing was there where `before` is null. */
    changes: z.array(z.object({ field: ImportFieldName, before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportColumn = z
  .object({ header: z.string(), sample: z.string(), field: ImportFieldName.nullable() })
  .meta({ id: 'ImportColumn' });
export type ImportColumn = z.infer<typeof ImportColumn>;

/** What an import would do, row by row; nothing is written. */
export const ImportReport = z
  .object({
    kind: ImportKind,
    columns: z.array(ImportColumn),
    /** Fields without which nothing can be read, and that no column holds: then there are no rows. */
    missing: z.array(ImportFieldName),
    counts: z.record(ImportState, z.number().int()),
    rows: z.array(ImportRow),
    /** Names exactly this report: confirming says it again. */
    digest: z.string(),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

/** What an import did: the report as it was agreed to, and how many letters left or wait. */
export const ImportResult = ImportReport.extend({ invited: z.number().int(), held: z.number().int() }).meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof ImportResult>;

/** GET …/imports/held: people who were imported and whom nobody has written to yet. */
export const HeldInvitation = z
  .object({
    id: Id,
    email: z.string(),
    displayName: z.string(),
    organisation: z.string(),
    organisationSlug: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'HeldInvitation' });
export type HeldInvitation = z.infer<typeof HeldInvitation>;
export const HeldInvitationList = z.object({ items: z.array(HeldInvitation), total: z.number().int() }).meta({ id: 'HeldInvitationList' });
export type HeldInvitationList = z.infer<typeof HeldInvitationList>;

/** POST …/imports/held/letters: how many were written to, and how many still wait. */
export const HeldLetters = z.object({ sent: z.number().int(), held: z.number().int() }).meta({ id: 'HeldLetters' });
export type HeldLetters = z.infer<typeof HeldLetters>;
