import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Explanation } from '@bota/shared/ui';

/** Why a form was refused as a whole, heard when it appears. */
@Component({
  selector: 'b75-refusal',
  imports: [MatIcon],
  host: { role: 'alert' },
  template: `@if (refusal(); as refusal) {
    <div class="note bad">
      <mat-icon svgIcon="error" />
      <div>
        <b>{{ refusal.title }}</b>
        {{ refusal.text }}
      </div>
    </div>
  }`,
  styles: `
    :host {
      display: block;
    }
    .note {
      margin-bottom: 16px;
    }
    b {
      display: block;
    }
  `,
})
export class Refusal {
  readonly refusal = input.required<Explanation | null>();
}
