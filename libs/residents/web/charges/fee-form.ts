import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import { firstDayOf, lastDayOf } from '@bota/residents/domain';
import { dateOf, LocalDate } from '@bota/shared/domain';
import { centsOf, DayField, errorsOf, ErrorSummary, FIELDS, provideDays, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { ResidentsStore } from '../residents-store';
import { ChargesClient } from './charges.client';

type Wish = { organisation: string; on: string; label: string; amount: string };

/** Adds one line for one organisation, in a month that is open. */
@Component({
  selector: 'b75-fee-form',
  imports: [DayField, ErrorSummary, FormField, FormRoot, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './fee-form.html',
  styleUrl: './forms.scss',
})
export class FeeForm {
  protected readonly texts = inject(Texts);
  private readonly client = inject(ChargesClient);
  private readonly space = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  protected readonly acts = inject(Acts);
  readonly month = input.required<string>();
  /** The organisation it is for, where only one is meant. */
  readonly organisation = input('');
  readonly added = output();
  protected readonly organisations = computed(() => [...new Map(this.residents.organisations().map((one) => [one.id, one])).values()]);
  protected readonly wasSent = signal(false);

  /** Today within the month, else its last day. */
  private readonly day = computed(() => {
    const today = dateOf(new Date(), this.space.zone());
    return today >= firstDayOf(this.month()) && today <= lastDayOf(this.month()) ? today : lastDayOf(this.month());
  });
  private readonly wish = linkedSignal<Wish>(() => ({ organisation: this.organisation(), on: this.day(), label: '', amount: '' }));
  protected readonly fields = form(
    this.wish,
    (path) => {
      maxLength(path.label, 120);
      validate(path.organisation, ({ value }) => (value() ? undefined : wrong('charges.fee.organisationNeeded')));
      validate(path.on, ({ value }) => (LocalDate.safeParse(value()).success ? undefined : wrong('charges.fee.dayNeeded')));
      validate(path.label, ({ value }) => (value().trim() ? undefined : wrong('charges.fee.labelNeeded')));
      validate(path.amount, ({ value }) => (centsOf(value()) ? undefined : wrong('charges.fee.amountNeeded')));
    },
    { submission: { action: () => this.send(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async send(): Promise<undefined> {
    this.wasSent.set(false);
    const { organisation: organisationId, on, label, amount } = this.wish();
    const draft = { organisationId, on, label: { [this.texts.language()]: label.trim() }, cents: centsOf(amount) ?? 0 };
    if (!(await this.acts.attempt(() => this.client.addFee(draft), this.texts.t('charges.fee.added')))) return;
    this.fields().reset({ organisation: this.organisation(), on: this.day(), label: '', amount: '' });
    this.added.emit();
  }
}

const wrong = (message: string) => ({ kind: 'wrong', message });
