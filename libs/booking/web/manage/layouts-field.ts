import { Component, inject, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { capital, FIELDS, Texts } from '@bota/shared/ui';
import type { LayoutRow } from './rules-form';

/** The ways a room can be set up: those it offers, with their places and the minutes of their setting up. */
@Component({
  selector: 'b75-layouts-field',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<div class="head" aria-hidden="true">
      <span>{{ texts.t('manage.rules.layouts.layout') }}</span>
      <span>{{ texts.t('manage.rules.layouts.capacity') }}</span>
      <span>{{ texts.t('manage.rules.layouts.setUp') }}</span>
    </div>
    @for (row of value(); track row.layout) {
      <div class="row">
        <label class="check">
          <input type="checkbox" #box [checked]="row.isOffered" (change)="set(row, { isOffered: box.checked })" />{{ name(row) }}
        </label>
        @if (row.isOffered) {
          <mat-form-field>
            <input
              matInput
              #places
              inputmode="numeric"
              autocomplete="off"
              [id]="'rules-capacity-' + row.layout"
              [attr.aria-label]="texts.t('manage.rules.layouts.capacityOf', { layout: name(row) })"
              [value]="row.capacity"
              (input)="set(row, { capacity: places.value })"
            />
            <span matTextSuffix class="word">{{ texts.t('manage.rules.layouts.places') }}</span>
          </mat-form-field>
          <mat-form-field>
            <input
              matInput
              #minutes
              inputmode="numeric"
              autocomplete="off"
              placeholder="0"
              [id]="'rules-setUpMinutes-' + row.layout"
              [attr.aria-label]="texts.t('manage.rules.layouts.setUpOf', { layout: name(row) })"
              [value]="row.setUpMinutes"
              (input)="set(row, { setUpMinutes: minutes.value })"
            />
            <span matTextSuffix class="word">{{ texts.t('manage.rules.layouts.minutes') }}</span>
          </mat-form-field>
        }
      </div>
    }`,
  styleUrls: ['./manage.scss', './layouts-field.scss'],
})
export class LayoutsField {
  protected readonly texts = inject(Texts);
  readonly value = model.required<LayoutRow[]>();
  protected readonly name = ({ layout }: LayoutRow) => capital(this.texts.t(`spaces.layout.${layout}`));

  protected set({ layout }: LayoutRow, change: Partial<LayoutRow>): void {
    this.value.update((rows) => rows.map((row) => (row.layout === layout ? { ...row, ...change } : row)));
  }
}
