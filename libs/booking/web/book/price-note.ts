import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Preview } from '@bota/booking/domain';
import { minutesBetween } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';

/** What the wish costs, before it is booked: of one date by the hour, of a series each date and all of them. */
@Component({
  selector: 'b75-price-note',
  imports: [MatIcon],
  template: `@if (price(); as price) {
    <p class="remark">
      <mat-icon svgIcon="receipt_long" />
      <span>
        <span class="vh">{{ texts.t('booking.price.title') }}</span>
        <b>{{ formats.money(price.cents) }}</b><br /><span class="mut">{{ how() }}, {{ texts.t('booking.price.kind.' + price.kind) }}</span>
      </span>
    </p>
  }`,
})
export class PriceNote {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  readonly preview = input<Pick<Preview, 'price' | 'occurrences'>>();

  private readonly free = computed(() => this.preview()?.occurrences.filter(({ verdict }) => verdict === 'free') ?? []);
  protected readonly price = computed(() => (this.free().length ? this.preview()?.price : null));
  protected readonly how = computed(() => {
    const [first, ...more] = this.free();
    const hourly = this.formats.money(this.price()?.hourlyCents ?? 0);
    if (!first) return '';
    if (!more.length) {
      const duration = this.formats.duration(minutesBetween(new Date(first.start), new Date(first.end)));
      return this.texts.t('booking.price.one', { duration, hourly });
    }
    const prices = this.free().map(({ priceCents = 0 }) => priceCents);
    const [least, most] = [Math.min(...prices), Math.max(...prices)].map((cents) => this.formats.money(cents)) as [string, string];
    return this.texts.count(`booking.price.${least === most ? 'each' : 'between'}`, prices.length, { each: least, least, most });
  });
}
