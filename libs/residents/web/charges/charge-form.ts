import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { addMonths, type Charge, monthOf, monthsBetween } from '@bota/residents/domain';
import { dateOf, LANGUAGES } from '@bota/shared/domain';
import { ErrorSummary, errorsOf, FIELDS, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { draftOf, emptyWish, isPrice, isWeight, RATE_KEYS, WEIGHT_KEYS, wishOf } from './charge-wish';
import { ChargeWords } from './charge-words';
import { ChargesClient } from './charges.client';

/** Adds a monthly charge, or writes one anew. */
@Component({
  selector: 'b75-charge-form',
  imports: [ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader],
  providers: [FIELDS, Acts],
  templateUrl: './charge-form.html',
  styleUrl: './forms.scss',
})
export class ChargeForm {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ChargeWords);
  private readonly client = inject(ChargesClient);
  private readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  /** The charge to edit; none = a new one. */
  readonly charge = input<Charge | null>(null);
  readonly saved = output();
  readonly left = output();
  protected readonly languages = LANGUAGES.map((language) => ({ language, name: LANGUAGE_NAMES[language] }));
  protected readonly hows = ['rate', 'total'] as const;
  protected readonly rateKeys = RATE_KEYS;
  protected readonly weightKeys = WEIGHT_KEYS;
  protected readonly wasSent = signal(false);

  private readonly thisMonth = computed(() => monthOf(dateOf(new Date(), this.space.zone())));
  protected readonly months = computed(() => {
    const { from, to } = this.charge() ?? { from: null, to: null };
    const near = monthsBetween(addMonths(this.thisMonth(), -12), addMonths(this.thisMonth(), 24));
    return [...new Set([...near, ...(from ? [from] : []), ...(to ? [to] : [])])].sort();
  });
  private readonly wish = linkedSignal(() => {
    const charge = this.charge();
    return charge ? wishOf(charge, this.texts.language()) : emptyWish(this.thisMonth());
  });

  protected readonly fields = form(
    this.wish,
    (path) => {
      for (const language of LANGUAGES) maxLength(path.label[language], 120);
      validate(path.label.fr, ({ valueOf }) =>
        LANGUAGES.some((one) => valueOf(path.label[one]).trim()) ? undefined : wrong('charges.form.labelNeeded'),
      );
      validate(path.to, ({ value, valueOf }) => (value() && value() < valueOf(path.from) ? wrong('charges.form.endsBefore') : undefined));
      for (const key of RATE_KEYS) {
        validate(path.rates[key], ({ value, valueOf }) =>
          valueOf(path.how) === 'total' || isPrice(value()) ? undefined : wrong('charges.form.amountWrong'),
        );
      }
      validate(path.total, ({ value, valueOf }) =>
        valueOf(path.how) === 'rate' || (value().trim() && isPrice(value())) ? undefined : wrong('charges.form.amountWrong'),
      );
      for (const key of WEIGHT_KEYS) {
        validate(path.weights[key], ({ value, valueOf }) =>
          valueOf(path.how) === 'rate' || isWeight(value()) ? undefined : wrong('charges.form.weightWrong'),
        );
      }
    },
    { submission: { action: () => this.save(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async save(): Promise<undefined> {
    this.wasSent.set(false);
    const [charge, draft] = [this.charge(), draftOf(this.wish())];
    const act = () => (charge ? this.client.edit(charge, draft) : this.client.add(draft));
    if (await this.acts.attempt(act, this.texts.t('charges.form.saved'))) this.saved.emit();
  }
}

const wrong = (message: string) => ({ kind: 'wrong', message });
