import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { QuotaUse } from '@bota/booking/domain';
import { capital, Texts } from '@bota/shared/ui';
import { QuotaWords } from './quota-words';

const SHOWN = 3;

/** While a booking is typed: what its organisation then has of its quotas. Only those it would use something of. */
@Component({
  selector: 'b75-quota-note',
  imports: [MatIcon],
  template: `@for (one of rows(); track $index) {
    <p class="remark">
      <mat-icon svgIcon="timelapse" />
      <span
        ><b>{{ one.period }}</b
        ><br />{{ one.used }}</span
      >
    </p>
  }`,
})
export class QuotaNote {
  protected readonly texts = inject(Texts);
  private readonly words = inject(QuotaWords);
  readonly uses = input<readonly QuotaUse[]>([]);
  protected readonly rows = computed(() =>
    this.uses()
      .filter(({ asked }) => asked > 0)
      .slice(0, SHOWN)
      .map((use) => ({ period: capital(this.words.period(use)), used: this.words.asked(use) })),
  );
}
