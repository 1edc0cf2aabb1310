import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { remembered, remember } from './remembered';

const CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof CHOICES)[number];

/** Light, dark or as the device says; remembered on this device. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  readonly choices = CHOICES;
  readonly choice = signal<ThemeName>(CHOICES.find((name) => name === remembered('theme')) ?? 'system');

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      root.dataset['theme'] = this.choice();
      remember('theme', this.choice());
    });
  }
}
