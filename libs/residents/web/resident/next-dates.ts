import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import * as z from 'zod';
import { resourceFor } from '@bota/people/web';
import { addDays, dateOf, Id, Instant } from '@bota/shared/domain';
import { Empty, Failure, Formats, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

const DAYS = 56;
const SHOWN = 6;

/** Of the calendar only what is said here: bookings come after residents in this house, so their contract is not known. */
const Dates = z.object({
  items: z.array(
    z.object({
      occurrenceId: Id,
      bookingId: Id,
      roomIds: z.array(Id),
      start: Instant,
      end: Instant,
      status: z.string(),
      visibility: z.string(),
      title: z.string().optional(),
      organisationId: Id.optional(),
    }),
  ),
});

/** What an organisation does next in the house, as the reader may see it. */
@Component({
  selector: 'b75-next-dates',
  imports: [Empty, Failure, RouterLink, SectionHeader, Skeleton, Status],
  templateUrl: './next-dates.html',
})
export class NextDates {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  readonly organisation = input.required<string>();
  /** Its name in addresses. */
  readonly slug = input.required<string>();
  private readonly now = new Date();
  private readonly from = computed(() => dateOf(this.now, this.space.zone()));

  protected readonly calendar = resourceFor(
    () => `/api/spaces/${this.space.ref()}/calendar?from=${this.from()}&to=${addDays(this.from(), DAYS)}`,
    (answer) => Dates.parse(answer),
  );
  private readonly all = computed(() => {
    const items = this.calendar.hasValue() ? this.calendar.value().items : [];
    return items
      .filter(
        ({ organisationId, status, end }) => organisationId === this.organisation() && status === 'confirmed' && new Date(end) > this.now,
      )
      .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  });
  protected readonly dates = computed(() =>
    this.all()
      .slice(0, SHOWN)
      .map((item) => ({
        ...item,
        day: this.formats.day(item.start, this.space.zone(), 'short'),
        hours: this.formats.timeRange(item.start, item.end, this.space.zone()),
        where: this.formats.list(item.roomIds.flatMap((id) => this.space.room(id)?.name ?? [])),
      })),
  );
}
