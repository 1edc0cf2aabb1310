import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { ReasonCode } from '@bota/shared/domain';
import { FIELDS, Formats, Texts } from '@bota/shared/ui';

/** Lets the coordination book over rules of the house, with a reason that is logged and shown. */
@Component({
  selector: 'b75-override-field',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput],
  providers: [FIELDS],
  template: `@if (reason() === null) {
      <button matButton="outlined" type="button" (click)="changed.emit('')">
        <mat-icon svgIcon="shield_person" />{{ texts.t('booking.override.offer') }}
      </button>
    } @else {
      <div class="field">
        <label [for]="fieldId()">{{ texts.t('booking.override.reason') }}</label>
        <mat-form-field>
          <textarea
            matInput
            #why
            [id]="fieldId()"
            rows="2"
            maxlength="500"
            required
            [attr.aria-describedby]="fieldId() + '-hint'"
            [value]="reason()"
            (input)="changed.emit(why.value)"
          ></textarea>
        </mat-form-field>
        <p class="hint" [id]="fieldId() + '-hint'">
          @if (rules()) {
            {{ texts.t('booking.override.said', { rules: rules() }) }}
          }
          {{ texts.t('booking.override.hint') }}
        </p>
        <button matButton type="button" (click)="changed.emit(null)">{{ texts.t('booking.override.giveUp') }}</button>
      </div>
    }`,
  styles: `
    :host {
      display: block;
    }
    .field > label {
      margin-bottom: 2px;
      font: 600 13px/18px var(--b75-text);
    }
    .field > button {
      margin-left: -12px;
    }
  `,
})
export class OverrideField {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  /** The rules that stand in the way. */
  readonly codes = input.required<readonly ReasonCode[]>();
  /** null while nobody asked to book over them. */
  readonly reason = input.required<string | null>();
  /** Of its own where there are several on a page. */
  readonly fieldId = input('override');
  readonly changed = output<string | null>();
  protected readonly rules = computed(() => this.formats.list(this.codes().map((code) => this.texts.t(`booking.reason.${code}.word`))));
}
