import type { Candidate, PlannedWish } from './season.candidates';
import type { SeasonSlot } from './season.contract';
import type { SeasonGround } from './season.plan.contract';
import { keyOf } from './season.lot';
import { type Place, exclude } from './season.slots';

/** What an organisation asks for in its turn: the best place it may still get, for its greatest need that may still get one. */
export type Claim = { wish: PlannedWish; candidate: Candidate };
export type Grant = {
  wish: PlannedWish;
  place: Place;
  rank: number | null;
  dates: Candidate['dates'] | null;
  turn: number;
  ground: SeasonGround;
  /** Wishes that lost to it in the same turn, and those that asked for it after having received more. */
  over: string[];
  behind: string[];
};
/** What the organisations have received so far. */
export type Standing = { granted: Map<string, number>; burden: Map<string, number> };

/** Places granted, and the extra rank each organisation carries: a second choice weighs 1, a third 2. */
export function standingOf(grants: readonly Grant[]): Standing {
  const granted = new Map<string, number>();
  const burden = new Map<string, number>();
  for (const { wish, rank } of grants) {
    granted.set(wish.organisationId, (granted.get(wish.organisationId) ?? 0) + 1);
    burden.set(wish.organisationId, (burden.get(wish.organisationId) ?? 0) + (rank ?? 1) - 1);
  }
  return { granted, burden };
}

/** Whether nothing that was granted stands in the way of a place. */
export const isFree = (place: Place, grants: readonly Grant[]): boolean => !grants.some((grant) => exclude(grant.place, place));
/** The greatest need of an organisation first; ids settle what is left, so that the order is always the same. */
export const byNeed = (a: PlannedWish, b: PlannedWish): number => a.need - b.need || (a.id < b.id ? -1 : 1);

/** The claim of each organisation that may still get something, in the order of their ids. */
export function claimsOf(pending: readonly PlannedWish[], grants: readonly Grant[]): Claim[] {
  const claims = new Map<string, Claim>();
  for (const wish of [...pending].sort(byNeed)) {
    if (claims.has(wish.organisationId)) continue;
    const candidate = wish.candidates.find((one) => isFree(one, grants));
    if (candidate) claims.set(wish.organisationId, { wish, candidate });
  }
  return evade(
    [...claims.values()].sort((a, b) => (a.wish.id < b.wish.id ? -1 : 1)),
    grants,
  );
}

/** Who asked for « any room » takes one that nobody else claims, if there is one: the same choice, and no contest. */
function evade(claims: readonly Claim[], grants: readonly Grant[]): Claim[] {
  const optionsOf = ({ wish, candidate }: Claim) => wish.candidates.filter((one) => one.rank === candidate.rank && isFree(one, grants));
  const settled = claims.filter((claim) => optionsOf(claim).length === 1);
  for (const claim of claims.filter((one) => !settled.includes(one))) {
    const quiet = optionsOf(claim).find((option) => !settled.some(({ candidate }) => exclude(candidate, option)));
    settled.push({ ...claim, candidate: quiet ?? claim.candidate });
  }
  return settled;
}

const against = ({ candidate }: Claim, others: readonly Claim[]): Claim[] =>
  others.filter((other) => other.candidate !== candidate && exclude(other.candidate, candidate));

export type Contest = { key: string; claims: Claim[] };
export type Decide = (contest: Contest) => { winner: string; ground: 'decided' | 'lot' } | null;
type Settled = { claim: Claim; ground: Exclude<SeasonGround, 'kept'>; over: string[] };

/**
 * Settles the claims of organisations that have received equally many: a claim without rival is granted; among rivals, to who carries the
 * heavier burden of second and third choices; what is left is a tie, granted only when `decide` knows the winner.
 */
export function settle(claims: readonly Claim[], burden: Standing['burden'], decide: Decide): { settled: Settled[]; ties: Contest[] } {
  const weight = ({ wish }: Claim) => burden.get(wish.organisationId) ?? 0;
  const over = (claim: Claim) =>
    against(claim, claims)
      .map(({ wish }) => wish.id)
      .sort();
  const settled: Settled[] = [];
  const ties: Contest[] = [];
  const strongest = groupsOf(claims).flatMap((group) => {
    const most = Math.max(...group.map(weight));
    return groupsOf(group.filter((claim) => weight(claim) === most));
  });
  for (const group of strongest) {
    const [claim] = group as [Claim];
    if (group.length === 1) {
      settled.push({ claim, ground: over(claim).length ? 'ranks' : 'alone', over: over(claim) });
      continue;
    }
    const contest = { key: keyOf(group.map(nameOf)), claims: group };
    const decision = decide(contest);
    const winner = group.find(({ wish }) => wish.id === decision?.winner);
    if (decision && winner) settled.push({ claim: winner, ground: decision.ground, over: over(winner) });
    else ties.push(contest);
  }
  return { settled, ties };
}

const nameOf = ({ wish, candidate: { slot } }: Claim) => [wish.id, ...placeOf(slot)].join(' ');
const placeOf = ({ roomId, weekday, start, end }: SeasonSlot) => [roomId, weekday, start, end];

/** Claims that hang together by exclusion: each with a rival in its own group, or alone. */
function groupsOf(claims: readonly Claim[]): Claim[][] {
  const groups: Claim[][] = [];
  const seen = new Set<Claim>();
  for (const first of claims) {
    if (seen.has(first)) continue;
    const group: Claim[] = [];
    const open = [first];
    for (let claim = open.pop(); claim; claim = open.pop()) {
      if (seen.has(claim)) continue;
      seen.add(claim);
      group.push(claim);
      open.push(...against(claim, claims));
    }
    groups.push(group);
  }
  return groups;
}
