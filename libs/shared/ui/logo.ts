import { Component } from '@angular/core';

/** The house: roof, door, a sprout in it. */
@Component({
  selector: 'ui-logo',
  template: `<svg viewBox="0 0 40 40" aria-hidden="true">
    <path d="M5 18 20 5l15 13v17H5z" fill="var(--mat-sys-primary)" />
    <path d="M12 35V25a8 8 0 0 1 16 0v10z" fill="var(--mat-sys-surface)" />
    <path
      d="M20 35v-9m0 4c-3 0-4.5-1.5-4.5-4 3 0 4.5 1.5 4.5 4zm0-2c3 0 4.5-1.5 4.5-4-3 0-4.5 1.5-4.5 4z"
      fill="var(--mat-sys-tertiary)"
      stroke="var(--mat-sys-tertiary)"
      stroke-width="1.2"
    />
  </svg>`,
  styles: `
    :host {
      display: block;
      width: var(--logo, 40px);
      height: var(--logo, 40px);
    }
  `,
})
export class Logo {}
