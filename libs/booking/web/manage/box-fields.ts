import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, SectionHeader, Texts } from '@bota/shared/ui';
import type { Outline } from '@bota/spaces/domain';

/** Where a box lies, in numbers. */
@Component({
  selector: 'b75-box-fields',
  imports: [MatButton, MatFormFieldModule, MatInput, SectionHeader],
  providers: [FIELDS],
  template: `<ui-section-header [heading]="name()" />
    <div class="two">
      @for (side of sides; track side) {
        <div class="field">
          <label [for]="'box-' + side">{{ texts.t('manage.plan.' + side) }}</label>
          <mat-form-field>
            <input matInput #field type="number" step="1" [id]="'box-' + side" [value]="outline()[side]" (change)="set(side, field)" />
          </mat-form-field>
        </div>
      }
    </div>
    <button matButton type="button" (click)="removed.emit()">{{ texts.t('manage.plan.remove') }}</button>`,
  styles: `
    .two {
      margin: 12px 0 4px;
    }
  `,
})
export class BoxFields {
  protected readonly texts = inject(Texts);
  readonly name = input.required<string>();
  readonly outline = input.required<Outline>();
  readonly changed = output<Outline>();
  readonly removed = output();
  protected readonly sides = ['x', 'y', 'width', 'height'] as const;

  /** What cannot be read, or lies outside, shows what holds instead. */
  protected set(side: keyof Outline, field: HTMLInputElement): void {
    if (Number.isFinite(field.valueAsNumber)) this.changed.emit({ ...this.outline(), [side]: field.valueAsNumber });
    setTimeout(() => (field.value = String(this.outline()[side])));
  }
}
