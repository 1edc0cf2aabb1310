import { Component, computed, inject, input } from '@angular/core';
import { ReadingLanguage } from './reading-language';
import type { Language } from '@bota/shared/domain';
import { Texts } from '@bota/shared/ui';
import { LANGUAGE_NAMES } from './language-names';

@Component({
  selector: 'b75-language-switch',
  template: `<div role="group" [attr.aria-label]="texts.t('ui.language')">
    @for (language of shown(); track language) {
      <button
        type="button"
        [lang]="language"
        [attr.aria-label]="language.toUpperCase() + ', ' + names[language]"
        [attr.aria-pressed]="reading.current() === language"
        (click)="reading.choose(language)"
      >
        {{ language.toUpperCase() }}
      </button>
    }
  </div>`,
  styles: `
    div {
      display: flex;
      gap: 2px;
    }
    button {
      min-width: 34px;
      height: 36px;
      padding: 0 8px;
      border: 0;
      border-radius: 6px;
      background: none;
      font: var(--mat-sys-label-large);
      font-weight: 500;
      color: var(--mat-sys-on-surface-variant);
      cursor: pointer;
    }
    button:hover {
      background: color-mix(in srgb, var(--mat-sys-on-surface) 8%, transparent);
    }
    [aria-pressed='true'] {
      border-radius: 0;
      box-shadow: inset 0 -2px var(--mat-sys-primary);
      font-weight: 700;
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class LanguageSwitch {
  protected readonly reading = inject(ReadingLanguage);
  protected readonly texts = inject(Texts);
  protected readonly names = LANGUAGE_NAMES;
  /** The languages of the house; the one that is read stays in sight. */
  readonly offered = input<readonly Language[]>(this.reading.languages);
  protected readonly shown = computed(() =>
    this.reading.languages.filter((language) => language === this.reading.current() || this.offered().includes(language)),
  );
}
