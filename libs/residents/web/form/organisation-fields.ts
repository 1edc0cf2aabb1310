import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, Texts } from '@bota/shared/ui';
import { KINDS, type OrganisationForm } from './organisation-draft';

/** What an organisation is: its name, its form, its number, its website. */
@Component({
  selector: 'b75-organisation-fields',
  imports: [FormField, MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<div class="field">
      <label for="name">{{ texts.t('residents.form.name') }}</label>
      <mat-form-field>
        <input matInput id="name" autocomplete="off" [formField]="fields().name" />
        <mat-error>{{ texts.t(fields().name().errors()[0]?.message ?? '') }}</mat-error>
      </mat-form-field>
    </div>
    <div class="two">
      <div class="field">
        <label for="kind">{{ texts.t('residents.form.kind') }}</label>
        <mat-form-field>
          <select matNativeControl id="kind" [formField]="fields().kind">
            @for (kind of kinds; track kind) {
              <option [value]="kind">{{ texts.t('residents.kind.' + kind) }}</option>
            }
          </select>
        </mat-form-field>
      </div>
      <div class="field">
        <label for="number">{{ texts.t('residents.form.enterpriseNumber') }}</label>
        <mat-form-field>
          <input
            matInput
            id="number"
            autocomplete="off"
            inputmode="numeric"
            placeholder="0123.456.749"
            [formField]="fields().enterpriseNumber"
          />
          <mat-error>{{ texts.t(fields().enterpriseNumber().errors()[0]?.message ?? '') }}</mat-error>
        </mat-form-field>
      </div>
    </div>
    <div class="field">
      <label for="website">{{ texts.t('residents.form.website') }}</label>
      <mat-form-field>
        <input matInput id="website" type="url" autocomplete="off" [formField]="fields().website" />
        <mat-error>{{ texts.t(fields().website().errors()[0]?.message ?? '') }}</mat-error>
      </mat-form-field>
    </div>`,
  styleUrl: './terms-fields.scss',
})
export class OrganisationFields {
  protected readonly texts = inject(Texts);
  readonly fields = input.required<FieldTree<OrganisationForm>>();
  protected readonly kinds = KINDS;
}
