import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Booking } from '@bota/booking/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** Says that the booking was changed by somebody else meanwhile, and how it stands now: what was typed is kept. */
@Component({
  selector: 'b75-elsewhere',
  imports: [MatIcon],
  host: { role: 'alert' },
  template: `<div class="note warn">
    <mat-icon svgIcon="info" />
    <div>
      <b>{{ texts.t('booking.elsewhere.title') }}</b>
      <p>{{ texts.t('booking.elsewhere.now', now()) }}</p>
      <p>{{ texts.t('booking.elsewhere.then') }}</p>
    </div>
  </div>`,
})
export class Elsewhere {
  private readonly formats = inject(Formats);
  private readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly booking = input.required<Booking>();
  protected readonly now = computed(() => {
    const { title, start, end, roomIds, zone } = this.booking();
    const rooms = this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));
    return { title, rooms, time: `${this.formats.day(start, zone, 'long')}, ${this.formats.timeRange(start, end, zone)}` };
  });
}
