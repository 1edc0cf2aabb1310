import * as z from 'zod';
import { Id, Instant, LocalDate } from '@bota/shared/domain';

/** On what a person's power to bind their organisation rests. */
export const MandateBasis = z.enum(['statutes', 'board-decision', 'power-of-attorney', 'other']);
export type MandateBasis = z.infer<typeof MandateBasis>;

/** Signing alone, with some others who hold a mandate, or with any one of named persons. */
export const JointRule = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('alone') }),
    z.object({ kind: z.literal('with-others'), others: z.number().int().min(1).max(9) }),
    z.object({ kind: z.literal('with-one-of'), personIds: z.array(Id).min(1).max(20) }),
  ])
  .meta({ id: 'JointRule' });
export type JointRule = z.infer<typeof JointRule>;

/** An amount in integer cents. */
export const Amount = z
  .object({ cents: z.number().int().positive().max(100_000_000_000), currency: z.string().regex(/^[A-Z]{3}$/) })
  .meta({ id: 'Amount', example: { cents: 250_000, currency: 'EUR' } });
export type Amount = z.infer<typeof Amount>;

/** POST /api/organisations/:organisation/mandates: both days are included; without a last one it goes on until ended. */
export const MandateDraft = z
  .object({
    personId: Id,
    basis: MandateBasis,
    basisText: z.string().trim().max(200).default(''),
    scope: z.string().trim().min(3).max(300),
    ceiling: Amount.nullable().default(null),
    joint: JointRule.default({ kind: 'alone' }),
    from: LocalDate,
    to: LocalDate.nullable().default(null),
  })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'], error: 'the last day comes after the first' })
  .refine(({ basis, basisText }) => basis !== 'other' || basisText !== '', { path: ['basisText'], error: 'says on what it rests' })
  .refine(({ joint, personId }) => joint.kind !== 'with-one-of' || !joint.personIds.includes(personId), {
    path: ['joint'],
    error: 'nobody signs together with themself',
  })
  .meta({
    id: 'MandateDraft',
    example: { personId: '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', basis: 'statutes', scope: 'Daily management', from: '2026-01-01' },
  });
export type MandateDraft = z.infer<typeof MandateDraft>;

const Named = z.object({ id: Id, displayName: z.string() });

/** Who may bind an organisation, in what, with whom and how long. */
export const Mandate = z
  .object({
    id: Id,
    person: Named,
    basis: MandateBasis,
    basisText: z.string(),
    scope: z.string(),
    ceiling: Amount.nullable(),
    joint: JointRule,
    /** The named persons of the joint rule. */
    jointWith: z.array(Named),
    from: LocalDate,
    to: LocalDate.nullable(),
    /** The last day, when it was ended before its time. */
    endedOn: LocalDate.nullable(),
    recordedBy: z.string(),
    recordedAt: Instant,
    evidence: z.object({ name: z.string(), mediaType: z.string() }).nullable(),
  })
  .meta({ id: 'Mandate' });
export type Mandate = z.infer<typeof Mandate>;

/** GET /api/organisations/:organisation/mandates: of all times; `today` is the day of the house. */
export const MandateList = z
  .object({ items: z.array(Mandate), today: LocalDate, may: z.object({ manage: z.boolean() }) })
  .meta({ id: 'MandateList' });
export type MandateList = z.infer<typeof MandateList>;

/** POST …/mandates/:id/ending */
export const MandateEnding = z.object({ lastDay: LocalDate }).meta({ id: 'MandateEnding' });
export type MandateEnding = z.infer<typeof MandateEnding>;
