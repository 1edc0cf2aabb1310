import { type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import { ICONS } from './icons.generated';

/** Our subset of Material Symbols for `<mat-icon svgIcon="add" />`. To add one, see tools/icons/generate.mjs. */
export const provideIcons = (): EnvironmentProviders =>
  provideEnvironmentInitializer(() => {
    const registry = inject(MatIconRegistry);
    const sanitizer = inject(DomSanitizer);
    for (const [name, outline] of Object.entries(ICONS)) {
      const svg = `<svg viewBox="0 -960 960 960" fill="currentColor"><path d="${outline}"/></svg>`;
      registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
    }
  });
