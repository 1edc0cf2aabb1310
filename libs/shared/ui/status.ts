import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from './icons.generated';

/** A state in a word with an icon, never colour alone: ok = free or done, warn = waits for you, bad = conflict or late. */
@Component({
  selector: 'ui-status',
  imports: [MatIcon],
  host: { '[class]': 'tone()' },
  template: `<mat-icon [svgIcon]="icon()" /><ng-content />`,
  styles: `
    :host {
      --icon: 16px;
      display: inline-flex;
      gap: 4px;
      align-items: center;
      min-height: 24px;
      padding: 0 8px 0 6px;
      border-radius: 6px;
      background: var(--mat-sys-surface-container-high);
      font: var(--mat-sys-label-medium);
      font-weight: 600;
      color: var(--mat-sys-on-surface-variant);
      white-space: nowrap;
    }
    :host(.ok) {
      background: var(--b75-ok-bg);
      color: var(--b75-ok-fg);
    }
    :host(.warn) {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
    :host(.bad) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
  `,
})
export class Status {
  readonly icon = input.required<IconName>();
  readonly tone = input<'plain' | 'ok' | 'warn' | 'bad'>('plain');
}
