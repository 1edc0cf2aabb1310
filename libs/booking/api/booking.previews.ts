import { Injectable } from '@nestjs/common';
import type { Preview, PreviewDraft } from '@bota/booking/domain';
import { Clock } from '@bota/shared/api';
import type { Actor } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { attendeesOf, verdictOf } from './judgement';
import { Preparation } from './preparation';
import { Refusals } from './refusals';

@Injectable()
export class BookingPreviews {
  constructor(
    private readonly clock: Clock,
    private readonly preparation: Preparation,
    private readonly refusals: Refusals,
  ) {}

  /** Every date with its verdict, and offers when one date is refused; writes nothing. */
  async preview(actor: Actor, space: SpaceEntity, draft: PreviewDraft): Promise<Preview> {
    const now = this.clock.now();
    const { schedule, facts, rooms } = await this.preparation.prepare(actor, space, draft, now);
    const except = { bookingId: draft.bookingId, occurrenceId: draft.occurrenceId };
    const wanted = { spans: schedule.spans, rooms, ...attendeesOf(draft), except };
    const asked = { space, person: { ...actor, isResident: facts.readerIsResident } };
    const judged = await this.refusals.judgeAll(asked, wanted, facts, now);
    const all = judged.map(({ span, reasons }) => ({ span, reasons: [...schedule.reasons, ...reasons] }));
    const isRefused = all.some(({ reasons }) => reasons.length > 0);
    return {
      occurrences: all.map((one) => verdictOf(one, now)),
      alternatives: isRefused ? await this.refusals.near(asked, wanted, now) : [],
    };
  }
}
