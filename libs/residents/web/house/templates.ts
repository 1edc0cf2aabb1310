import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LANGUAGE_NAMES } from '@bota/people/web';
import { type Language, LANGUAGES } from '@bota/shared/domain';
import { Failure, FIELDS, SectionHeader, Segments, Skeleton, Texts } from '@bota/shared/ui';
import { templatesResource } from '../house.client';
import { LetterView } from './letter-view';

/** Each kind of letter as people will get it, with invented facts. */
@Component({
  selector: 'b75-templates',
  imports: [Failure, LetterView, MatFormFieldModule, MatInput, SectionHeader, Segments, Skeleton],
  providers: [FIELDS],
  template: `<ui-section-header [heading]="texts.t('house.templates.title')" />
    <p class="mut">{{ texts.t('house.templates.lead') }}</p>
    @if (templates.hasValue()) {
      <div class="field">
        <label for="kind">{{ texts.t('house.templates.kind') }}</label>
        <mat-form-field>
          <select matNativeControl #choice id="kind" [value]="kind()" (change)="kind.set(choice.value)">
            @for (one of kinds(); track one) {
              <option [value]="one" [selected]="one === kind()">{{ texts.t('house.letterKind.' + one) }}</option>
            }
          </select>
        </mat-form-field>
      </div>
      <ui-segments
        [attr.aria-label]="texts.t('house.templates.language')"
        [segments]="languages"
        [value]="language()"
        (picked)="language.set($event)"
      />
      @if (shown(); as letter) {
        <h3 [lang]="letter.language">{{ letter.subject }}</h3>
        <b75-letter-view [letter]="letter" />
      }
    } @else if (templates.error(); as error) {
      <ui-failure [error]="error" (retry)="templates.reload()" />
    } @else {
      <ui-skeleton [rows]="3" [rowHeight]="120" />
    }`,
  styles: `
    p {
      margin: 12px 0 16px;
    }
    .field {
      max-width: 420px;
      margin-bottom: 12px;
    }
    h3 {
      margin: 24px 0 12px;
    }
    b75-letter-view {
      max-width: 760px;
    }
  `,
})
export class Templates {
  protected readonly texts = inject(Texts);
  protected readonly templates = templatesResource();
  private readonly items = computed(() => (this.templates.hasValue() ? this.templates.value().items : []));
  protected readonly kinds = computed(() => [...new Set(this.items().map(({ kind }) => kind))]);
  protected readonly kind = linkedSignal(() => this.kinds()[0] ?? '');
  protected readonly language = signal<Language>(this.texts.language());
  protected readonly languages = LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }));
  protected readonly shown = computed(() =>
    this.items().find(({ kind, language }) => kind === this.kind() && language === this.language()),
  );
}
