import { Component, input } from '@angular/core';

/**
 * The head of a page: one title, one sentence, at most one filled button.
 * `<ui-page-header [heading]="…" [lead]="…"><button action matButton="filled">…</button></ui-page-header>`
 */
@Component({
  selector: 'ui-page-header',
  template: `<header>
    <div class="words">
      <h1>{{ heading() }}</h1>
      @if (lead()) {
        <p>{{ lead() }}</p>
      }
      <ng-content />
    </div>
    <div class="acts"><ng-content select="[action]" /></div>
  </header>`,
  styles: `
    :host {
      display: block;
      margin-bottom: 24px;
    }
    header {
      display: flex;
      gap: 24px;
      align-items: flex-end;
      justify-content: space-between;
    }
    .words {
      min-width: 0;
    }
    p {
      max-width: 68ch;
      margin-top: 4px;
      font: var(--mat-sys-body-large);
      color: var(--mat-sys-on-surface-variant);
      text-wrap: pretty;
    }
    .acts {
      display: flex;
      flex: none;
      gap: 8px;
      align-items: center;
    }
    .acts:empty {
      display: none;
    }
    @media (max-width: 1100px) {
      header {
        flex-wrap: wrap;
      }
    }
    @media (max-width: 700px) {
      :host {
        margin-bottom: 16px;
      }
      header {
        flex-direction: column;
        gap: 12px;
        align-items: stretch;
      }
      p {
        font: var(--mat-sys-body-medium);
      }
      .acts {
        flex-wrap: wrap;
      }
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input('');
}
