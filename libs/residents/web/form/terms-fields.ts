import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { needsQuantity } from '@bota/residents/domain';
import { DayField, FIELDS, Texts } from '@bota/shared/ui';
import { SHARE_KEYS, type Terms } from './terms';

/** From when to when, and by which key the costs are shared. The page provides the days. */
@Component({
  selector: 'b75-terms-fields',
  imports: [DayField, FormField, MatFormFieldModule, MatIcon, MatInput],
  providers: [FIELDS],
  templateUrl: './terms-fields.html',
  styleUrl: './terms-fields.scss',
})
export class TermsFields {
  protected readonly texts = inject(Texts);
  readonly fields = input.required<FieldTree<Terms>>();
  /** Whether the form was sent: only then errors are said. */
  readonly wasSent = input(false);
  protected readonly keys = SHARE_KEYS;
  protected readonly isNeeded = computed(() => needsQuantity(this.fields().shareKey().value()));
  protected readonly wrong = computed(() => {
    const say = (message: string | undefined) => (this.wasSent() && message ? this.texts.t(message) : '');
    const { from, to, shareQuantity } = this.fields();
    return {
      from: say(from().errors()[0]?.message),
      to: say(to().errors()[0]?.message),
      share: say(shareQuantity().errors()[0]?.message),
    };
  });
}
