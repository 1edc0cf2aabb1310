import type { Candidate, PlannedWish } from './season.candidates';
import type { Grant } from './season.claims';
import type { SeasonLoss } from './season.plan.contract';
import { exclude } from './season.slots';

/** Why each choice of a wish was not given, best first; a choice that is free, or that it has, is no loss. */
export function lossesOf(wish: PlannedWish, grants: readonly Grant[]): SeasonLoss[] {
  const others = grants.filter((grant) => grant.wish !== wish);
  const ranks = new Set([...wish.candidates, ...wish.impossible].map(({ rank }) => rank));
  return [...ranks].sort().flatMap((rank) => {
    const candidates = wish.candidates.filter((one) => one.rank === rank);
    if (candidates.length === 0) {
      const codes = wish.impossible.find((one) => one.rank === rank)?.codes ?? [];
      return [{ rank, why: 'impossible' as const, to: null, turn: null, codes }];
    }
    const blockers = candidates.map((candidate) => blockerOf(candidate, others));
    const [first] = blockers;
    return first && blockers.every(Boolean) ? [lossTo(first, wish, rank)] : [];
  });
}

const blockerOf = (candidate: Candidate, grants: readonly Grant[]) => grants.find(({ place }) => exclude(place, candidate));

function lossTo({ wish: other, ground, turn, over, behind }: Grant, wish: PlannedWish, rank: number): SeasonLoss {
  const loss = (why: SeasonLoss['why']) => ({ rank, why, to: other.id, turn, codes: [] });
  if (other.organisationId === wish.organisationId) return loss('own');
  if (ground === 'kept') return loss('kept');
  if (over.includes(wish.id) && ground !== 'alone') return loss(ground);
  return loss(behind.includes(wish.id) ? 'fewer' : 'before');
}
