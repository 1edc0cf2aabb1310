import type { PlannedWish } from './season.candidates';
import { type Claim, type Contest, type Decide, type Grant, byNeed, claimsOf, isFree, settle, standingOf } from './season.claims';
import { drawLot } from './season.lot';
import { lossesOf } from './season.losses';
import type { SeasonPlan, SeasonResult, SeasonTie } from './season.plan.contract';
import { type Place, exclude } from './season.slots';

/** What stays as it is: a place of the published plan, or one given on appeal. */
export type Kept = Place & { wishId: string; rank: number | null; dates: { all: number; free: number } | null };
export type PlanQuestion = {
  wishes: readonly PlannedWish[];
  kept?: readonly Kept[];
  /** Who wins a tie, by its key; and the seed of the lot for ties that nobody decided. */
  decisions?: ReadonlyMap<string, string>;
  seed?: string | null;
};

/**
 * The fair plan of a season, the same for the same question whatever its order. A picking sequence in rounds (« round-robin », which keeps
 * envy below one item, EF1: Caragiannis et al., 2019), with ties shown instead of broken: in each step only the organisations that have
 * received the fewest among those that may still get something claim, each the best place left for its greatest need left. Hence, whenever
 * a place is granted, nobody who may still get one has received less than its organisation; so nobody is left two places behind.
 * It stops at ties that are not decided: what comes after depends on them.
 */
export function planSeason(question: PlanQuestion): SeasonPlan {
  const { grants, ties } = turns(question);
  const tied = new Set(ties.flatMap(({ claims }) => claims.map(({ wish }) => wish.id)));
  const results = [...question.wishes].sort(byOrganisation).map((wish) => resultOf(wish, grants, tied));
  return { results, ties: ties.map((tie) => tieOf(tie, grants)), seed: question.seed ?? null };
}

const byOrganisation = (a: PlannedWish, b: PlannedWish) =>
  a.organisationId === b.organisationId ? byNeed(a, b) : a.organisationId < b.organisationId ? -1 : 1;

/** The grants in the order they are made, and the ties they stop at. */
export function turns({ wishes, kept = [], decisions = new Map(), seed = null }: PlanQuestion): { grants: Grant[]; ties: Contest[] } {
  const grants = keptGrants(wishes, kept);
  const decide: Decide = ({ key, claims }) => {
    const names = claims.map(({ wish }) => wish.id);
    const winner = decisions.get(key);
    if (winner !== undefined) return { winner, ground: 'decided' };
    return seed === null ? null : { winner: drawLot(seed, key, names), ground: 'lot' };
  };
  for (;;) {
    const { granted, burden } = standingOf(grants);
    const pending = wishes.filter((wish) => !grants.some((grant) => grant.wish === wish));
    const claims = claimsOf(pending, grants);
    if (claims.length === 0) return { grants, ties: [] };
    const received = ({ wish }: Claim) => granted.get(wish.organisationId) ?? 0;
    const fewest = Math.min(...claims.map(received));
    const rivals = claims.filter((claim) => received(claim) === fewest);
    // What needs no decision comes first: so a tie is decided, or drawn, as it is shown.
    const plain = settle(rivals, burden, () => null);
    const { settled, ties } = plain.settled.length > 0 ? plain : settle(rivals, burden, decide);
    if (settled.length === 0) return { grants, ties };
    for (const { claim, ground, over } of settled) {
      const { wish, candidate } = claim;
      const behind = claims.filter((one) => received(one) > fewest && exclude(one.candidate, candidate)).map((one) => one.wish.id);
      const { rank, dates } = candidate;
      grants.push({ wish, place: candidate, rank, dates, turn: fewest + 1, ground, over, behind });
    }
  }
}

const keptGrants = (wishes: readonly PlannedWish[], kept: readonly Kept[]): Grant[] =>
  kept.flatMap(({ wishId, rank, dates, ...place }) => {
    const wish = wishes.find(({ id }) => id === wishId);
    return wish ? [{ wish, place, rank, dates, turn: 0, ground: 'kept' as const, over: [], behind: [] }] : [];
  });

function resultOf(wish: PlannedWish, grants: readonly Grant[], tied: ReadonlySet<string>): SeasonResult {
  const grant = grants.find((one) => one.wish === wish);
  const losses = lossesOf(wish, grants);
  const none = { rank: null, slot: null, turn: null, ground: null, dates: null };
  if (grant) {
    const { rank, place, turn, ground, dates } = grant;
    const before = losses.filter((loss) => loss.rank < (rank ?? Infinity));
    return { wishId: wish.id, outcome: 'granted', rank, slot: place.slot, turn, ground, dates, losses: before };
  }
  if (tied.has(wish.id)) return { wishId: wish.id, outcome: 'tied', ...none, losses };
  const mayGet = wish.candidates.some((candidate) => isFree(candidate, grants));
  return { wishId: wish.id, outcome: mayGet ? 'waiting' : 'unmet', ...none, losses };
}

function tieOf({ key, claims }: Contest, grants: readonly Grant[]): SeasonTie {
  const { granted } = standingOf(grants);
  const turn = Math.max(...claims.map(({ wish }) => granted.get(wish.organisationId) ?? 0)) + 1;
  const said = claims.map(({ wish, candidate }) => ({ wishId: wish.id, rank: candidate.rank, slot: candidate.slot }));
  return { key, turn, claims: said.sort((a, b) => (a.wishId < b.wishId ? -1 : 1)) };
}
