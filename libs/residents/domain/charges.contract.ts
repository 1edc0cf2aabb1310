import * as z from 'zod';
import { Id, LocalizedText } from '@bota/shared/domain';

/** A month of the house, `YYYY-MM`: the period that statements are made for. */
export const Month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'expected a month, as in 2026-10')
  .meta({ id: 'Month', example: '2026-10' });

const MOST_CENTS = 100_000_000;
/** An amount in whole cents of EUR, as entered: with or without VAT is the house's own affair. */
export const Cents = z.int().min(-MOST_CENTS).max(MOST_CENTS).meta({ id: 'Cents', example: 12_550 });
const Price = z.int().min(0).max(MOST_CENTS);
/** For one m², desk or head: with the most that a residency may count, a line still fits into the books. */
const UnitPrice = z.int().min(0).max(100_000);
const hasOne = (amounts: Partial<Record<string, number>>) => Object.values(amounts).some((amount) => amount !== undefined && amount > 0);

/** What people name something they charge for: one to three languages, one of them at least. */
export const ChargeLabel = LocalizedText.transform((label) =>
  Object.fromEntries(
    Object.entries(label)
      .map(([language, text]) => [language, text.trim()])
      .filter(([, text]) => text !== ''),
  ),
).pipe(
  LocalizedText.refine((label) => Object.keys(label).length > 0, 'needed in one language at least').refine(
    (label) => Object.values(label).every((text) => text.length <= 120),
    'at most 120 characters',
  ),
);

/** Cents per month for one m², desk or head; `fixed` is the whole amount of which a resident pays its thousandths. No price, no charge. */
const Rates = z
  .object({ m2: UnitPrice, desks: UnitPrice, heads: UnitPrice, fixed: Price })
  .partial()
  .refine(hasOne, 'a price for one key at least');
/** How much one m², desk or head weighs when a total is shared out. No weight, no share. */
const Weight = z.int().min(0).max(10_000);
const Weights = z.object({ m2: Weight, desks: Weight, heads: Weight }).partial().refine(hasOne, 'a weight for one key at least');

/** How a charge is counted: at a price for each unit, or as a total of the house that its residents share. */
export const ChargeTerms = z
  .discriminatedUnion('how', [
    z.object({ how: z.literal('rate'), rates: Rates }),
    z.object({ how: z.literal('total'), totalCents: Price, weights: Weights }),
  ])
  .meta({ id: 'ChargeTerms', example: { how: 'rate', rates: { m2: 850 } } });
export type ChargeTerms = z.infer<typeof ChargeTerms>;

/** POST /api/spaces/:space/charges: what the house asks of its residents every month, from a month to a month (open allowed). */
export const ChargeDraft = z
  .object({ label: ChargeLabel, from: Month, to: Month.nullable().default(null), terms: ChargeTerms })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'], error: 'must not be before the first month' })
  .meta({ id: 'ChargeDraft' });
export type ChargeDraft = z.infer<typeof ChargeDraft>;

export const Charge = z
  .object({
    id: Id,
    label: LocalizedText,
    from: Month,
    to: Month.nullable(),
    terms: ChargeTerms,
    version: z.int(),
    /** Closed statements rest on it: it can be ended, and no longer be removed. */
    isUsed: z.boolean(),
  })
  .meta({ id: 'Charge' });
export type Charge = z.infer<typeof Charge>;

/** GET /api/spaces/:space/charges */
export const ChargeList = z.object({ items: z.array(Charge) }).meta({ id: 'ChargeList' });
export type ChargeList = z.infer<typeof ChargeList>;
