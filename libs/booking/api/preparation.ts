import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PreviewDraft, RoomFacts } from '@bota/booking/domain';
import type { Actor } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { type Facts, type Queryable, factsFor, roomsAsked } from './facts.queries';
import { type Schedule, scheduleOf } from './schedule';

export type Prepared = { schedule: Schedule; facts: Facts; rooms: RoomFacts[] };

/** Reads a draft into dates, rooms and the facts about them: what creating and previewing both begin with. */
@Injectable()
export class Preparation {
  constructor(@Inject(DataSource) private readonly db: Queryable) {}

  async prepare(actor: Actor, space: SpaceEntity, draft: PreviewDraft, now: Date): Promise<Prepared> {
    // Past dates are judged one by one, as those of a series are.
    const schedule = scheduleOf(draft, space, now, true);
    const from = schedule.spans[0]?.start ?? now;
    const to = schedule.spans.at(-1)?.end ?? now;
    const { organisationId, roomIds } = draft;
    const question = { spaceId: space.id, zone: space.zone, roomIds, organisationId, actor, from, to, now };
    const facts = await factsFor(this.db, question);
    return { schedule, facts, rooms: roomsAsked(facts, roomIds) };
  }
}
