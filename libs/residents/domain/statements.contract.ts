import * as z from 'zod';
import { Organisation } from '@bota/people/domain';
import { Id, Instant, Language, LocalDate, LocalizedText, CURRENCY } from '@bota/shared/domain';
import { Cents, ChargeLabel, Month } from './charges.contract';

const Currency = z.literal(CURRENCY);
const Sum = z.int();

/** `running` until the month has ended, then `open` until it is closed. Until then everything is a draft, counted anew each time. */
export const PeriodState = z.enum(['running', 'open', 'closed']).meta({ id: 'PeriodState' });
export type PeriodState = z.infer<typeof PeriodState>;

export const Period = z
  .object({
    month: Month,
    state: PeriodState,
    statements: z.int(),
    totalCents: Sum,
    closedAt: Instant.nullable(),
    may: z.object({ close: z.boolean() }),
  })
  .meta({ id: 'Period' });
export type Period = z.infer<typeof Period>;

/** GET /api/spaces/:space/periods: from the first month with anything to charge to this month, latest first. */
export const PeriodList = z.object({ items: z.array(Period), currency: Currency }).meta({ id: 'PeriodList' });
export type PeriodList = z.infer<typeof PeriodList>;

export const StatementSummary = z
  .object({
    month: Month,
    state: PeriodState,
    organisation: Organisation,
    /** `2026-0007` once closed: consecutive in the house and year. */
    number: z.string().nullable(),
    totalCents: Sum,
    lines: z.int(),
  })
  .meta({ id: 'StatementSummary' });
export type StatementSummary = z.infer<typeof StatementSummary>;

/** GET /api/spaces/:space/periods/:month; `withoutCharge` = resident in the month, and no charge counts for them. */
export const PeriodDetail = z
  .object({ period: Period, items: z.array(StatementSummary), withoutCharge: z.array(Organisation), currency: Currency })
  .meta({ id: 'PeriodDetail' });
export type PeriodDetail = z.infer<typeof PeriodDetail>;

/** GET /api/spaces/:space/statements/:organisation: latest first. */
export const StatementList = z.object({ items: z.array(StatementSummary), currency: Currency }).meta({ id: 'StatementList' });
export type StatementList = z.infer<typeof StatementList>;

export const StatementLine = z
  .object({
    /** Null while it is a draft. */
    id: Id.nullable(),
    kind: z.enum(['charge', 'booking', 'fee', 'correction']),
    label: LocalizedText,
    on: LocalDate.nullable(),
    /** The mean quantity of the days there were (m², desks, heads, thousandths), and how many of the days of the month. */
    share: z.object({ key: z.enum(['m2', 'desks', 'heads', 'fixed']), quantity: z.number(), days: z.int(), of: z.int() }).nullable(),
    bookingId: Id.nullable(),
    feeId: Id.nullable(),
    /** Of which closed line this is the correction. */
    corrects: z.object({ lineId: Id, month: Month, number: z.string(), label: LocalizedText }).nullable(),
    cents: Sum,
  })
  .meta({ id: 'StatementLine' });
export type StatementLine = z.infer<typeof StatementLine>;

/** GET /api/spaces/:space/statements/:organisation/:month; names as they were when it was closed. */
export const Statement = z
  .object({
    month: Month,
    state: PeriodState,
    number: z.string().nullable(),
    house: z.object({ name: z.string(), address: z.string() }),
    organisation: Organisation,
    billedTo: z.object({ name: z.string(), enterpriseNumber: z.string().nullable() }),
    lines: z.array(StatementLine),
    totalCents: Sum,
    currency: Currency,
    /** The day it was closed, in the house. */
    closedOn: LocalDate.nullable(),
    may: z.object({ addFee: z.boolean(), correct: z.boolean() }),
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;

/** `?language=` of a document; without it, the reader's own. */
export const DocumentQuery = z.object({ language: Language.optional() });
export type DocumentQuery = z.infer<typeof DocumentQuery>;

const Amount = Cents.refine((cents) => cents !== 0, 'must not be zero');

/** POST /api/spaces/:space/fees: one line for one organisation, in the month of its date; negative = in its favour. */
export const FeeDraft = z.object({ organisationId: Id, on: LocalDate, label: ChargeLabel, cents: Amount }).meta({ id: 'FeeDraft' });
export type FeeDraft = z.infer<typeof FeeDraft>;

/** POST /api/spaces/:space/statement-lines/:id/corrections: a new line in the next month that is still open. */
export const CorrectionDraft = z.object({ label: ChargeLabel, cents: Amount }).meta({ id: 'CorrectionDraft' });
export type CorrectionDraft = z.infer<typeof CorrectionDraft>;

/** Where a fee or a correction went. */
export const FeePlaced = z.object({ id: Id, month: Month }).meta({ id: 'FeePlaced' });
export type FeePlaced = z.infer<typeof FeePlaced>;
