import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Texts } from '@bota/shared/ui';

/** Under a refusal that others are the only reason for: one may wait, and is told beforehand what will happen. */
@Component({
  selector: 'b75-wait-offer',
  imports: [MatButton, MatIcon],
  template: `<section aria-labelledby="wait">
    <h3 id="wait">{{ texts.t('booking.waitlist.heading') }}</h3>
    <p class="mut sm">{{ texts.t('booking.waitlist.text') }}</p>
    <button matButton="outlined" type="button" [disabled]="isBusy()" disabledInteractive (click)="asked.emit()">
      <mat-icon svgIcon="hourglass_top" />{{ texts.t('booking.waitlist.act') }}
    </button>
  </section>`,
  styles: `
    :host {
      display: block;
    }
    section {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    h3 {
      font: 600 13px/18px var(--b75-text);
    }
  `,
})
export class WaitOffer {
  protected readonly texts = inject(Texts);
  readonly isBusy = input(false);
  readonly asked = output();
}
