import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationEntity } from '@bota/people/api';
import type { ExitChecklistView, ExitItem } from '@bota/residents/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type SignedIn, addDays, can, dateOf, startOfDay } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { residencyById } from '../residencies/residency.queries';

/** A residency that ends, or may end: `over` is the first instant after its last day, the present while no last day is set. */
export type Leaving = {
  spaceId: string;
  residencyId: string;
  organisationId: string;
  /** Slug of the organisation, for links to its page. */
  organisation: string;
  today: string;
  now: Date;
  lastDay: string | null;
  over: Date;
};

type Queryable = Pick<EntityManager, 'query'>;

/** What a domain wants settled when a residency ends. The text is `residents.exit.<name>`; links are web addresses below the space. */
export type ExitSubject = {
  name: string;
  count: (db: Queryable, leaving: Leaving) => Promise<number>;
  link: (leaving: Leaving) => string;
  /** The first of them, where each has a page of its own. */
  first?: (db: Queryable, leaving: Leaving) => Promise<ExitItem['first']>;
};

/** The subjects all domains declare, in the order they declare them; call `declare` from a provider's `onModuleInit`. */
@Injectable()
export class ExitChecklist {
  private readonly subjects: ExitSubject[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  declare(subject: ExitSubject): void {
    this.subjects.push(subject);
  }

  /** What is left to settle, each with its number, also when it is none. */
  async of(person: SignedIn, space: SpaceEntity, residencyId: string): Promise<ExitChecklistView> {
    const residency = await residencyById(this.db, space.id, residencyId);
    const { organisationId, to: lastDay } = residency;
    if (!can(person, 'residency:settle', { spaceId: space.id, organisationId })) refuse('not-allowed');
    const { slug } = await this.db.manager.findOneByOrFail(OrganisationEntity, { id: organisationId });
    const now = this.clock.now();
    const over = lastDay === null ? now : startOfDay(addDays(lastDay, 1), space.zone);
    const today = dateOf(now, space.zone);
    const leaving = { spaceId: space.id, residencyId, organisationId, organisation: slug, today, now, lastDay, over };
    const items: ExitItem[] = [];
    for (const subject of this.subjects) items.push(await this.item(subject, leaving));
    return { lastDay, items };
  }

  private async item({ name, count, link, first }: ExitSubject, leaving: Leaving): Promise<ExitItem> {
    const number = await count(this.db.manager, leaving);
    return { name, count: number, link: link(leaving), first: number > 0 && first ? await first(this.db.manager, leaving) : [] };
  }
}
