import { Component, inject, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, Texts } from '@bota/shared/ui';
import { KINDS, type PricesForm } from './rules-form';

/** What an hour of the room costs each kind of booker: `Résidents de la maison [12,00] € de l’heure`. */
@Component({
  selector: 'b75-prices-field',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `@for (kind of kinds; track kind) {
      <div class="line">
        <label class="payer" [for]="'rules-price-' + kind">{{ texts.t('manage.rules.prices.' + kind) }}</label>
        <mat-form-field class="number">
          <input
            matInput
            #price
            inputmode="decimal"
            autocomplete="off"
            placeholder="0"
            [id]="'rules-price-' + kind"
            [attr.aria-describedby]="'rules-price-after-' + kind"
            [attr.aria-invalid]="wrong().includes('rules-price-' + kind)"
            [value]="value()[kind]"
            (input)="set(kind, price.value)"
          />
        </mat-form-field>
        <span [id]="'rules-price-after-' + kind">{{ texts.t('manage.rules.prices.after') }}</span>
      </div>
    }
    <p class="hint mut sm">{{ texts.t('manage.rules.prices.hint') }}</p>`,
  styleUrls: ['./manage.scss', './rule-line.scss'],
  styles: `
    :host {
      display: block;
    }
    @media (min-width: 701px) {
      .payer {
        width: 232px;
      }
    }
  `,
})
export class PricesField {
  protected readonly texts = inject(Texts);
  readonly value = model.required<PricesForm>();
  /** Ids of the fields that are to be repaired. */
  readonly wrong = input<readonly string[]>([]);
  protected readonly kinds = KINDS;

  protected set(kind: keyof PricesForm, price: string): void {
    this.value.update((value) => ({ ...value, [kind]: price }));
  }
}
