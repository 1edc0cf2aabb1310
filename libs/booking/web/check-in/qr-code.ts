import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

const QUIET = 4;

/** An address as a QR code (ISO/IEC 18004), dark on light in every scheme: cameras ask for that. */
@Component({
  selector: 'b75-qr-code',
  template: `<svg role="img" [attr.aria-label]="label()" [attr.viewBox]="box()" shape-rendering="crispEdges">
    <rect width="100%" height="100%" />
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      border-radius: 8px;
    }
    rect {
      fill: var(--b75-qr-light);
    }
    path {
      fill: var(--b75-qr-dark);
    }
  `,
})
export class QrCode {
  readonly address = input.required<string>();
  readonly label = input.required<string>();
  private readonly code = computed(() => encode(this.address(), { ecc: 'M', border: QUIET }));
  protected readonly box = computed(() => `0 0 ${this.code().size} ${this.code().size}`);
  protected readonly path = computed(() =>
    this.code()
      .data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join(''),
  );
}
