import * as z from 'zod';
import { Id, Instant, Reason } from '@bota/shared/domain';
import { SeasonSlot } from './season.contract';

/**
 * Why a grant was made: `alone`: nobody else claimed it in this turn; `ranks`: its organisation had received less good choices so far;
 * `decided`: a tie, decided by the coordinators; `lot`: a tie, drawn; `kept`: it stood in the published plan, or an appeal was accepted.
 */
export const SeasonGround = z.enum(['alone', 'ranks', 'decided', 'lot', 'kept']).meta({ id: 'SeasonGround' });
export type SeasonGround = z.infer<typeof SeasonGround>;

/**
 * Why a choice was not given. `fewer`: to an organisation that had received fewer; `ranks`, `decided`, `lot`: lost to it in the same turn
 * on that ground; `before`: given in an earlier turn, or to whom it was a better choice; `kept`: it was decided already; `own`: another wish
 * of the same organisation has it; `impossible`: the room itself says no, by `codes` (with no codes: no room of the round fits).
 */
export const SeasonLoss = z
  .object({
    rank: z.number().int(),
    why: z.enum(['fewer', 'ranks', 'decided', 'lot', 'before', 'kept', 'own', 'impossible']),
    /** The wish that has it. */
    to: Id.nullable(),
    turn: z.number().int().nullable(),
    codes: z.array(Reason.shape.code),
  })
  .meta({ id: 'SeasonLoss' });
export type SeasonLoss = z.infer<typeof SeasonLoss>;

/** `tied`: part of a tie that nobody has decided; `waiting`: its turn comes after that. */
export const SeasonOutcome = z.enum(['granted', 'unmet', 'tied', 'waiting']).meta({ id: 'SeasonOutcome' });
export type SeasonOutcome = z.infer<typeof SeasonOutcome>;

export const SeasonResult = z
  .object({
    wishId: Id,
    outcome: SeasonOutcome,
    /** Which choice it got; null also for a place given on appeal that was none of its choices. */
    rank: z.number().int().nullable(),
    slot: SeasonSlot.nullable(),
    turn: z.number().int().nullable(),
    ground: SeasonGround.nullable(),
    /** Of the weekly dates of the season, those that nothing stands against today. */
    dates: z.object({ all: z.number().int(), free: z.number().int() }).nullable(),
    losses: z.array(SeasonLoss),
  })
  .meta({ id: 'SeasonResult' });
export type SeasonResult = z.infer<typeof SeasonResult>;

/** Claims that nothing tells apart: who has it is decided by people or by lot, never silently. */
export const SeasonTie = z
  .object({ key: z.string(), turn: z.number().int(), claims: z.array(z.object({ wishId: Id, rank: z.number().int(), slot: SeasonSlot })) })
  .meta({ id: 'SeasonTie' });
export type SeasonTie = z.infer<typeof SeasonTie>;

/** What the round gives to whom, and why. */
export const SeasonPlan = z
  .object({ results: z.array(SeasonResult), ties: z.array(SeasonTie), seed: z.string().nullable() })
  .meta({ id: 'SeasonPlan' });
export type SeasonPlan = z.infer<typeof SeasonPlan>;

/** GET …/season-rounds/:id/plan: computed anew for coordinators until it is published, then frozen; `number` counts the published ones. */
export const SeasonPlanView = z
  .object({ plan: SeasonPlan.nullable(), number: z.number().int(), publishedAt: Instant.nullable() })
  .meta({ id: 'SeasonPlanView' });
export type SeasonPlanView = z.infer<typeof SeasonPlanView>;
