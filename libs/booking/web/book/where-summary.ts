import { Component, computed, inject, input } from '@angular/core';
import type { Verdict } from '@bota/booking/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** Where the dates of a series would be, counted by room, and how many are left out. */
@Component({
  selector: 'b75-where-summary',
  host: { role: 'status' },
  template: `@if (said(); as text) {
    <p class="hint">{{ text }}</p>
  }`,
})
export class WhereSummary {
  private readonly store = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly texts = inject(Texts);
  readonly dates = input.required<readonly Verdict[]>();
  /** The rooms of the series. */
  readonly roomIds = input.required<readonly string[]>();
  readonly onRefused = input.required<'refuse' | 'skip'>();

  /** Nothing to say while all of them are in one place. */
  protected readonly said = computed(() => {
    const free = this.dates().filter(({ verdict }) => verdict === 'free');
    if (!free.some(({ roomIds }) => roomIds)) return '';
    const byRooms = Map.groupBy(free, ({ roomIds }) => this.nameOf(roomIds ?? this.roomIds()));
    const parts = [...byRooms]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([rooms, ones]) => this.texts.count('booking.book.datesIn', ones.length, { rooms }));
    const refused = this.dates().length - free.length;
    const word = this.onRefused() === 'skip' ? 'datesSkipped' : 'datesStillRefused';
    return this.formats.list([...parts, ...(refused > 0 ? [this.texts.count(`booking.book.${word}`, refused)] : [])]);
  });

  private nameOf = (roomIds: readonly string[]): string => this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));
}
