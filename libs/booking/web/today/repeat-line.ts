import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { sentenceOf } from '@bota/booking/domain';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { bookingResource } from '../bookings.client';

/** How a booking repeats, in words. Lists of occurrences do not say it, so the booking is asked; until then it just repeats. */
@Component({
  selector: 'b75-repeat-line',
  imports: [MatIcon],
  template: `<mat-icon svgIcon="repeat" />{{ sentence() }}`,
  styles: `
    :host {
      --icon: 18px;
    }
    mat-icon {
      margin-right: 4px;
    }
  `,
})
export class RepeatLine {
  private readonly texts = inject(Texts);
  private readonly space = inject(SpaceStore);
  readonly bookingId = input.required<string>();
  private readonly booking = bookingResource(this.space.ref, () => this.bookingId());

  protected readonly sentence = computed(() => {
    const rule = this.booking.hasValue() ? this.booking.value().recurrence?.rrule : undefined;
    return rule ? sentenceOf(rule, this.texts.language(), this.space.zone()) : this.texts.t('today.mine.repeats');
  });
}
