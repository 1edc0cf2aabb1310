import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SeasonPlan } from '@bota/booking/domain';
import { NotificationKinds, Notifications } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { coordinatorsOf } from '../coordinators';
import { type RoundRow, type WishRow, residentsOf, wishesOf } from './season.queries';
import { SEASON_KINDS, type SeasonFacts } from './season.words';

/** A step that somebody takes, of which round. */
type Step = { person: SignedIn; space: SpaceEntity; round: Pick<RoundRow, 'id' | 'name' | 'firstDay' | 'lastDay' | 'wishesUntil'> };
type Appeal = { id: string; wish: Pick<WishRow, 'title' | 'organisation'> };
type Message = {
  kind: keyof typeof SEASON_KINDS;
  of?: string;
  to: readonly string[];
  facts?: Omit<SeasonFacts, 'round'>;
  isOfHouse?: boolean;
};

/** Who is told of which step of a round: admins that it opens, who wished what came of it, coordinators of appeals, who appealed of the answer. */
@Injectable()
export class SeasonNotices implements OnModuleInit {
  constructor(
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    for (const kind of Object.values(SEASON_KINDS)) this.kinds.declare(kind);
  }

  async opened(tx: EntityManager, step: Step): Promise<void> {
    const residents = await residentsOf(tx, step.space.id, step.round, null);
    const admins = await tx.query<{ id: string }[]>(ADMINS, [residents.map(({ id }) => id)]);
    await this.tell(tx, step, { kind: 'opened', to: admins.map(({ id }) => id), facts: { until: step.round.wishesUntil } });
  }

  async published(tx: EntityManager, step: Step, { plan, until }: { plan: SeasonPlan; until: string }): Promise<void> {
    const given = new Set(plan.results.flatMap(({ wishId, slot }) => (slot ? [wishId] : [])));
    await this.tellWishers(tx, step, { kind: 'published', given, until });
  }

  async adopted(tx: EntityManager, step: Step, given: ReadonlySet<string>): Promise<void> {
    await this.tellWishers(tx, step, { kind: 'adopted', given });
  }

  async appealed(tx: EntityManager, step: Step, { id, wish: { title, organisation } }: Appeal): Promise<void> {
    const facts = { title, organisation, by: step.person.displayName, byId: step.person.personId };
    await this.tell(tx, step, { kind: 'appealed', of: id, to: await coordinatorsOf(tx, step.space.id), facts, isOfHouse: true });
  }

  async answered(tx: EntityManager, step: Step, appeal: { id: string; title: string; answer: string; isAccepted: boolean }): Promise<void> {
    const { id, ...facts } = appeal;
    const [filed] = await tx.query<{ filedBy: string }[]>(FILED_BY, [step.space.id, id]);
    if (filed) await this.tell(tx, step, { kind: 'answered', of: id, to: [filed.filedBy], facts });
  }

  /** Each of those who wished, as long as they belong to the organisation they wished for. */
  private async tellWishers(tx: EntityManager, step: Step, { kind, given, until }: Outcome): Promise<void> {
    const members = await tx.query<{ wishId: string }[]>(STILL_THEIRS, [step.space.id, step.round.id]);
    const theirs = new Set(members.map(({ wishId }) => wishId));
    const wishes = (await wishesOf(tx, step.space.id, step.round.id)).filter(({ id }) => theirs.has(id));
    for (const [filedBy, own] of Map.groupBy(wishes, (wish) => wish.filedBy)) {
      const titles = (isGiven: boolean) => own.filter(({ id }) => given.has(id) === isGiven).map(({ title }) => title);
      await this.tell(tx, step, { kind, to: [filedBy], facts: { given: titles(true), unmet: titles(false), until } });
    }
  }

  /** Nobody of their own act. */
  private async tell(tx: EntityManager, { person, space, round }: Step, { kind, of = round.id, to, facts, isOfHouse }: Message) {
    const about = { kind: SEASON_KINDS[kind].kind, key: `season-${kind}:${of}`, space, subjectId: round.id };
    const others = to.filter((id) => id !== person.personId);
    const path = isOfHouse ? `house/season/${round.id}` : `season/${round.id}`;
    await this.notifications.tell(tx, { ...about, path, to: others, facts: { ...facts, round: round.name } });
  }
}

type Outcome = { kind: 'published' | 'adopted'; given: ReadonlySet<string>; until?: string };

const ADMINS = `SELECT DISTINCT person_id AS id FROM membership WHERE organisation_id = ANY($1) AND role = 'admin'`;
const FILED_BY = 'SELECT filed_by AS "filedBy" FROM season_appeal WHERE space_id = $1 AND id = $2';
const STILL_THEIRS = `
  SELECT w.id AS "wishId" FROM season_wish w JOIN membership m ON m.organisation_id = w.organisation_id AND m.person_id = w.filed_by
  WHERE w.space_id = $1 AND w.round_id = $2`;
