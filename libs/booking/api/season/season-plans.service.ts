import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type SeasonPlan,
  type SeasonPlanView,
  type SeasonPublication,
  type SeasonRound,
  type SeasonTieDecision,
  wrongDay,
  whyNotDecide,
  whyNotPublish,
} from '@bota/booking/domain';
import { Clock, refuse } from '@bota/shared/api';
import { can, dateOf } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { type Reading, SeasonRoundsService, refuseSeason } from './season-rounds.service';
import { SeasonNotices } from './season.notices';
import { computed, groundOf, replanned } from './season.planning';
import { keepPlan, publishedOf, titlesOf } from './season.plan.queries';
import { type RoundRow, refuseStranger } from './season.queries';

const NONE: SeasonPlanView = { plan: null, number: 0, publishedAt: null };

/** The plan of a round: computed anew for coordinators while wishes are open, frozen once it is published. */
@Injectable()
export class SeasonPlansService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: SeasonRoundsService,
    private readonly notices: SeasonNotices,
  ) {}

  async view(reading: Reading, id: string): Promise<SeasonPlanView> {
    const { space, person } = reading;
    await refuseStranger(this.db, space, person, this.clock.now());
    const round = await this.rounds.visible(reading, id);
    const published = await publishedOf(this.db, space.id, id);
    if (published) return { ...published, publishedAt: published.publishedAt.toISOString() };
    if (round.state !== 'open' || !can(person, 'season:run', { spaceId: space.id })) return NONE;
    return { ...NONE, plan: computed(await groundOf(this.db, { space, person, round, now: this.clock.now() })) };
  }

  /** The coordinators say who has a tie. */
  async decide(asking: Asking, id: string, { key, wishId }: SeasonTieDecision): Promise<SeasonRound> {
    return this.rounds.step(asking, id, undefined, async (tx, round) => {
      const plan = await this.undecided(tx, asking, round);
      const tie = plan.ties.find((one) => one.key === key);
      if (!tie?.claims.some((claim) => claim.wishId === wishId)) refuse('season/no-such-tie');
      await tx.query(DECIDE, [asking.space.id, id, key, wishId, this.clock.now()]);
      await this.publishAnew(tx, asking, round);
      return { kind: 'season.tie-decided', after: { wishes: await titlesOf(tx, asking.space.id, [wishId]), tie: key } };
    });
  }

  /** Every tie, now and to come, by a seed that stands in the log: anybody can draw again and find the same. */
  async draw(asking: Asking, id: string): Promise<SeasonRound> {
    return this.rounds.step(asking, id, undefined, async (tx, round) => {
      const plan = await this.undecided(tx, asking, round);
      if (plan.ties.length === 0) refuse('season/no-ties');
      const seed = randomBytes(6).toString('hex');
      await tx.query('UPDATE season_round SET seed = $3 WHERE space_id = $1 AND id = $2', [asking.space.id, id, seed]);
      await this.publishAnew(tx, asking, { ...round, seed });
      return { kind: 'season.drawn', after: { seed } };
    });
  }

  async publish(asking: Asking, id: string, { appealsUntil }: SeasonPublication): Promise<SeasonRound> {
    return this.rounds.step(asking, id, undefined, async (tx, round) => {
      const { space, person } = asking;
      const now = this.clock.now();
      const today = dateOf(now, space.zone);
      const plan = computed(await groundOf(tx, { space, person, round, now }));
      refuseSeason(whyNotPublish(round.state, round, today, plan));
      if (appealsUntil < today || wrongDay({ ...round, appealsUntil }))
        refuse('season/dates-out-of-order', { errors: [{ path: 'appealsUntil', message: 'from today to the day before the season' }] });
      await tx.query(PUBLISH, [space.id, id, now, appealsUntil]);
      await keepPlan(tx, { spaceId: space.id, roundId: id }, { plan, number: 1, publishedAt: now });
      await this.notices.published(tx, { person, space, round }, { plan, until: appealsUntil });
      return { kind: 'season.published', after: { appealsUntil, granted: grantedIn(plan), wishes: plan.results.length } };
    });
  }

  private async undecided(tx: EntityManager, { space, person }: Asking, round: RoundRow): Promise<SeasonPlan> {
    const now = this.clock.now();
    refuseSeason(whyNotDecide(round.state, round, dateOf(now, space.zone)));
    const published = await publishedOf(tx, space.id, round.id);
    return published?.plan ?? computed(await groundOf(tx, { space, person, round, now }));
  }

  /** After a tie of the published plan was decided: the next number. */
  private async publishAnew(tx: EntityManager, { space, person }: Asking, round: RoundRow): Promise<void> {
    const published = await publishedOf(tx, space.id, round.id);
    if (!published) return;
    const now = this.clock.now();
    const plan = replanned(await groundOf(tx, { space, person, round, now }), published.plan);
    await keepPlan(tx, { spaceId: space.id, roundId: round.id }, { plan, number: published.number + 1, publishedAt: now });
  }
}

const grantedIn = ({ results }: SeasonPlan): number => results.filter(({ outcome }) => outcome === 'granted').length;

const PUBLISH = 'UPDATE season_round SET published_at = $3, appeals_until = $4 WHERE space_id = $1 AND id = $2';
const DECIDE = 'INSERT INTO season_decision (space_id, round_id, tie, wish_id, decided_at) VALUES ($1, $2, $3, $4, $5)';
