import { Component, computed, inject, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { type Language, LANGUAGES, type LocalizedText } from '@bota/shared/domain';
import { FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from './space-store';

/** A text in each language the house offers; one it no longer offers stays as it was. */
@Component({
  selector: 'b75-localized-field',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<div role="group" [attr.aria-label]="label()">
    @for (language of languages(); track language) {
      <div class="field">
        <label [for]="inputId() + '-' + language"
          >{{ label() }} <span class="mut">{{ language.toUpperCase() }}</span></label
        >
        <mat-form-field>
          @if (rows() > 1) {
            <textarea
              matInput
              #lines
              [id]="inputId() + '-' + language"
              [lang]="language"
              [rows]="rows()"
              [attr.maxlength]="most()"
              [value]="value()[language] ?? ''"
              (input)="say(language, lines.value)"
            ></textarea>
          } @else {
            <input
              matInput
              #line
              autocomplete="off"
              [attr.maxlength]="most()"
              [id]="inputId() + '-' + language"
              [lang]="language"
              [value]="value()[language] ?? ''"
              (input)="say(language, line.value)"
            />
          }
        </mat-form-field>
      </div>
    }
  </div>`,
  styles: `
    div[role='group'] {
      display: grid;
      gap: 12px;
    }
  `,
})
export class LocalizedField {
  protected readonly texts = inject(Texts);
  private readonly space = inject(SpaceStore);
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly rows = input(1);
  /** Characters in each language. */
  readonly most = input(80);
  readonly value = model.required<LocalizedText>();
  protected readonly languages = computed(() => {
    const { space } = this.space;
    return LANGUAGES.filter((language) => !space.hasValue() || space.value().languages.includes(language));
  });

  protected say(language: Language, text: string): void {
    const others = Object.fromEntries(Object.entries(this.value()).filter(([known]) => known !== language));
    this.value.set(text.trim() ? { ...others, [language]: text } : others);
  }
}
