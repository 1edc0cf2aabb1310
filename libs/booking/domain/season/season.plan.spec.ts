import * as fc from 'fast-check';
import type { PlannedWish } from './season.candidates';
import type { Grant } from './season.claims';
import { anyWishes, choice, wish } from './season.fixture';
import { drawLot } from './season.lot';
import { planSeason, turns } from './season.plan';
import { exclude } from './season.slots';

const got = (...wishes: PlannedWish[]) => said(planSeason({ wishes }));
const said = ({ results }: ReturnType<typeof planSeason>) =>
  Object.fromEntries(
    results.map(({ wishId, outcome, rank, slot, ground }) => [wishId, slot ? `${slot.roomId} ${rank} ${ground}` : outcome]),
  );
const lossesIn = (plan: ReturnType<typeof planSeason>, id: string) =>
  plan.results.find(({ wishId }) => wishId === id)?.losses.map(({ rank, why, to }) => `${rank} ${why} ${to}`);

describe('a season is planned', () => {
  it('with the first choice of each when nobody wants the same', () => {
    expect(got(wish('x1', 'A 4 18:00-20:00'), wish('y1', 'B 4 18:00-20:00'))).toEqual({ x1: 'A 1 alone', y1: 'B 1 alone' });
  });

  it.each([
    ['the hall holds its parts', 'hall 4 18:00-20:00', 'A 4 19:00-21:00', true],
    ['two parts hold each other not', 'A 4 18:00-20:00', 'B 4 18:00-20:00', false],
    ['back to back is no contest', 'A 4 18:00-20:00', 'A 4 20:00-22:00', false],
    ['but where the room needs a break it is', 'C 4 18:00-20:00', 'C 4 20:00-22:00', true],
    ['another day is another day', 'A 4 18:00-20:00', 'A 5 18:00-20:00', false],
    ['Sunday ends where Monday begins', 'C 7 22:00-24:00', 'C 1 00:00-02:00', true],
  ])('%s', (_, one, other, isContest) => {
    expect(planSeason({ wishes: [wish('x1', one), wish('y1', other)] }).ties.length).toBe(isContest ? 1 : 0);
  });

  it('showing a tie instead of breaking it, and nothing that depends on it', () => {
    const plan = planSeason({ wishes: [wish('x1', 'A 4 18:00-20:00'), wish('x2', 'B 1 18:00-20:00'), wish('y1', 'A 4 18:00-20:00')] });
    expect(said(plan)).toEqual({ x1: 'tied', x2: 'waiting', y1: 'tied' });
    expect(plan.ties).toMatchObject([{ turn: 1, claims: [{ wishId: 'x1', rank: 1 }, { wishId: 'y1' }] }]);
  });

  it('with what the coordinators decided, and says to whom it went', () => {
    const wishes = [wish('x1', 'A 4 18:00-20:00', 'B 4 18:00-20:00'), wish('y1', 'A 4 18:00-20:00')];
    const key = planSeason({ wishes }).ties[0]?.key ?? '';
    const plan = planSeason({ wishes, decisions: new Map([[key, 'y1']]) });
    expect(said(plan)).toEqual({ x1: 'B 2 alone', y1: 'A 1 decided' });
    expect(lossesIn(plan, 'x1')).toEqual(['1 decided y1']);
  });

  it('by burden first: who took a second choice before goes before who had a first one', () => {
    const first = [wish('x1', 'A 4 18:00-20:00', 'B 4 18:00-20:00'), wish('y1', 'A 4 18:00-20:00')];
    const wishes = [...first, wish('x2', 'C 1 18:00-20:00'), wish('y2', 'C 1 18:00-20:00')];
    const key = planSeason({ wishes }).ties[0]?.key ?? '';
    const plan = planSeason({ wishes, decisions: new Map([[key, 'y1']]) });
    expect(said(plan)).toEqual({ x1: 'B 2 alone', y1: 'A 1 decided', x2: 'C 1 ranks', y2: 'unmet' });
    expect(lossesIn(plan, 'y2')).toEqual(['1 ranks x2']);
  });

  it('with fewer before more: nobody gets a second place while another may get a first', () => {
    const plan = planSeason({ wishes: [wish('x1', 'A 1 18:00-20:00'), wish('x2', 'A 4 18:00-20:00'), wish('y1', 'A 4 18:00-20:00')] });
    expect(said(plan)).toEqual({ x1: 'A 1 alone', x2: 'unmet', y1: 'A 1 alone' });
    expect(lossesIn(plan, 'x2')).toEqual(['1 before y1']);
  });

  it('with any room where one is quiet: no contest for the smallest', () => {
    expect(got(wish('x1', 'A/B 4 18:00-20:00'), wish('y1', 'A/B 4 18:00-20:00'))).toEqual({ x1: 'A 1 alone', y1: 'B 1 alone' });
    expect(got(wish('x1', 'A/B 4 18:00-20:00'), wish('y1', 'A 4 18:00-20:00'))).toEqual({ x1: 'B 1 alone', y1: 'A 1 alone' });
  });

  it('around what is kept, which counts as received', () => {
    const [candidate] = choice('A 4 18:00-20:00', 1);
    if (!candidate) throw new Error('no candidate');
    const wishes = [wish('x1', 'A 4 18:00-20:00'), wish('x2', 'C 1 18:00-20:00'), wish('y1', 'A 4 18:00-20:00', 'C 1 18:00-20:00')];
    const plan = planSeason({ wishes, kept: [{ ...candidate, wishId: 'x1', rank: 1, dates: null }] });
    expect(said(plan)).toEqual({ x1: 'A 1 kept', x2: 'unmet', y1: 'C 2 alone' });
    expect([lossesIn(plan, 'x2'), lossesIn(plan, 'y1')]).toEqual([['1 fewer y1'], ['1 kept x1']]);
  });
});

const shuffled = (wishes: PlannedWish[]) => fc.shuffledSubarray(wishes, { minLength: wishes.length, maxLength: wishes.length });
const planned = anyWishes.chain((wishes) =>
  fc.record({ wishes: fc.constant(wishes), seed: fc.string({ minLength: 1 }), other: shuffled(wishes) }),
);
const isOpen = (one: PlannedWish, grants: readonly Grant[]) =>
  !grants.some(({ wish: { id } }) => id === one.id) &&
  one.candidates.some((candidate) => !grants.some(({ place }) => exclude(place, candidate)));

describe('whatever is wished', () => {
  it('whenever a place is granted, nobody who may still get one has received less', () => {
    fc.assert(
      fc.property(planned, ({ wishes, seed }) => {
        const { grants } = turns({ wishes, seed });
        grants.forEach((grant, index) => {
          const before = grants.slice(0, index);
          const received = (id: string) => before.filter(({ wish: { organisationId } }) => organisationId === id).length;
          const open = wishes.filter((one) => isOpen(one, before)).map(({ organisationId }) => received(organisationId));
          expect(received(grant.wish.organisationId)).toBeLessThanOrEqual(Math.min(...open));
        });
      }),
    );
  });

  it('each gets the best choice left for its greatest need left, and nothing that could be given is left', () => {
    fc.assert(
      fc.property(planned, ({ wishes, seed }) => {
        const { grants, ties } = turns({ wishes, seed });
        expect(ties).toEqual([]);
        expect(wishes.filter((one) => isOpen(one, grants))).toEqual([]);
        grants.forEach((grant, index) => {
          const before = grants.slice(0, index);
          const own = wishes.filter(({ organisationId }) => organisationId === grant.wish.organisationId);
          const open = own.filter((one) => isOpen(one, before)).sort((a, b) => a.need - b.need);
          expect(open[0]?.id).toBe(grant.wish.id);
          const best = grant.wish.candidates.find((one) => !before.some(({ place }) => exclude(place, one)));
          expect(best?.rank).toBe(grant.rank);
        });
      }),
    );
  });

  it('no two places given exclude each other, drawn or not', () => {
    fc.assert(
      fc.property(planned, fc.boolean(), ({ wishes, seed }, isDrawn) => {
        const { grants } = turns({ wishes, seed: isDrawn ? seed : null });
        for (const one of grants) expect(grants.filter((other) => other !== one && exclude(one.place, other.place))).toEqual([]);
      }),
    );
  });

  it('the order in which wishes are read changes nothing', () => {
    fc.assert(
      fc.property(planned, fc.boolean(), ({ wishes, seed, other }, isDrawn) => {
        const drawn = isDrawn ? seed : null;
        expect(planSeason({ wishes: other, seed: drawn })).toEqual(planSeason({ wishes, seed: drawn }));
      }),
    );
  });

  it('a tie is among equals: as many places received, as heavy a burden, and one of them must lose', () => {
    fc.assert(
      fc.property(planned, fc.nat(4), ({ wishes }, decided) => {
        const decisions = new Map<string, string>();
        for (let left = decided; left > 0; left -= 1) {
          for (const { key, claims } of planSeason({ wishes, decisions }).ties)
            decisions.set(key, claims[left % claims.length]?.wishId ?? '');
        }
        const { grants, ties } = turns({ wishes, decisions });
        for (const { claims } of ties) {
          const standing = claims.map(({ wish: { organisationId } }) => {
            const own = grants.filter((grant) => grant.wish.organisationId === organisationId);
            return `${own.length} ${own.reduce((sum, { rank }) => sum + (rank ?? 1), 0)}`;
          });
          expect(new Set(standing).size).toBe(1);
          for (const one of claims) expect(claims.some((other) => other !== one && exclude(one.candidate, other.candidate))).toBe(true);
        }
      }),
    );
  });

  it('every choice not given says why, and to whom it went', () => {
    fc.assert(
      fc.property(planned, ({ wishes, seed }) => {
        const { results } = planSeason({ wishes, seed });
        const granted = new Set(results.flatMap(({ wishId, slot }) => (slot ? [wishId] : [])));
        for (const { wishId, rank, losses } of results) {
          const lost = new Set(wishes.find(({ id }) => id === wishId)?.candidates.map((one) => one.rank));
          expect(losses.map((loss) => loss.rank)).toEqual([...lost].filter((one) => one < (rank ?? 9)).sort());
          expect(losses.every(({ to }) => to !== null && granted.has(to))).toBe(true);
        }
      }),
    );
  });

  it('deciding every tie as the lot would is the same as drawing', () => {
    fc.assert(
      fc.property(planned, ({ wishes, seed }) => {
        const drawn = planSeason({ wishes, seed });
        const decisions = new Map<string, string>();
        for (let plan = planSeason({ wishes }); plan.ties.length; plan = planSeason({ wishes, decisions })) {
          for (const { key, claims } of plan.ties) {
            const names = claims.map(({ wishId }) => wishId);
            decisions.set(key, drawLot(seed, key, names));
          }
        }
        const places = (plan: typeof drawn) => plan.results.map(({ wishId, slot }) => [wishId, slot]);
        expect(places(planSeason({ wishes, decisions }))).toEqual(places(drawn));
      }),
    );
  });
});
