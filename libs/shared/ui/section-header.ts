import { Component, input } from '@angular/core';

/** The head of a section with a hairline below: heading, count, one link. `<ui-section-header heading="…" [count]="3"><a …>…</a></ui-section-header>` */
@Component({
  selector: 'ui-section-header',
  template: `<h2>
      {{ heading() }}
      @if (count() !== null) {
        <span>{{ count() }}</span>
      }
    </h2>
    <ng-content />`,
  styles: `
    :host {
      display: flex;
      gap: 16px;
      align-items: baseline;
      justify-content: space-between;
      padding-bottom: 8px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
      font: var(--mat-sys-label-large);
    }
    span {
      margin-left: 2px;
      font: var(--mat-sys-title-medium);
      font-weight: 500;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class SectionHeader {
  readonly heading = input.required<string>();
  readonly count = input<number | null>(null);
}
