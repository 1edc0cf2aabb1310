import { Component, computed, inject, input } from '@angular/core';
import type { Pairing } from '@bota/booking/domain';
import { Texts } from '@bota/shared/ui';

/** What a screen without a house shows: the code a coordinator enters, and where. */
@Component({
  selector: 'b75-pairing-view',
  template: `<h1>{{ texts.t('display.pairing.heading') }}</h1>
    @if (code(); as code) {
      <p class="code" [attr.aria-label]="code.spoken">{{ code.shown }}</p>
      <p class="how">{{ texts.t('display.pairing.how') }}</p>
      <p class="mut">{{ texts.t('display.pairing.over') }}</p>
    } @else {
      <p class="how">{{ texts.t('display.pairing.wait') }}</p>
    }`,
  styles: `
    :host {
      display: grid;
      gap: 2vmin;
      place-content: center;
      justify-items: center;
      padding: 5vmin;
      text-align: center;
    }
    h1 {
      font-size: clamp(24px, 4vmin, 56px);
      line-height: 1.2;
    }
    .code {
      font-family: var(--b75-head);
      font-weight: 700;
      font-size: clamp(56px, 17vw, 300px);
      line-height: 1.1;
      letter-spacing: 0.04em;
      white-space: nowrap;
    }
    .how {
      max-width: 32em;
      font-size: clamp(18px, 3vmin, 40px);
      line-height: 1.35;
      text-wrap: balance;
    }
    .mut {
      font-size: clamp(14px, 2vmin, 26px);
    }
  `,
})
export class PairingView {
  protected readonly texts = inject(Texts);
  readonly pairing = input.required<Pairing | null>();
  protected readonly code = computed(() => {
    const code = this.pairing()?.code;
    return code && { shown: `${code.slice(0, 3)} ${code.slice(3)}`, spoken: [...code].join(' ') };
  });
}
