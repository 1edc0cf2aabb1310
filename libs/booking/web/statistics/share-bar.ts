import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '@bota/shared/ui';

/** A share as a bar and in figures; more than all, outside the hours, fills the bar and is said. */
@Component({
  selector: 'b75-share-bar',
  template: `<div aria-hidden="true"><div [style.width.%]="share() * 100"></div></div>
    <span>{{ text() }}</span>`,
  styles: `
    :host {
      display: flex;
      gap: 10px;
      align-items: center;
      font-variant-numeric: tabular-nums;
    }
    // As wide for all: bars of one table are as long as each other.
    span {
      min-width: 3.4em;
    }
    div {
      flex: 1;
      max-width: 180px;
      height: 8px;
      overflow: hidden;
      background: var(--mat-sys-surface-container-highest);
      border-radius: 4px;
      div {
        max-width: 100%;
        background: var(--mat-sys-primary);
      }
    }
  `,
})
export class ShareBar {
  private readonly formats = inject(Formats);
  readonly share = input.required<number>();
  protected readonly text = computed(() => this.formats.percent(this.share()));
}
