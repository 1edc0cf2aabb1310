import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import type { Charge, Period } from '@bota/residents/domain';
import { Confirm, Empty, Failure, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { ChargeForm } from './charge-form';
import { ChargeWords } from './charge-words';
import { ChargesClient, chargesResource, periodsResource } from './charges.client';
import { Closing } from './closing';

/** What residents pay every month, and the months with their statements. */
@Component({
  selector: 'b75-charges',
  imports: [ChargeForm, Empty, Failure, MatButton, MatIcon, Refusal, RouterLink, SectionHeader, Skeleton, Status],
  providers: [Acts, Closing],
  templateUrl: './charges.html',
  styleUrl: './charges.scss',
})
export class ChargesPage {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ChargeWords);
  protected readonly space = inject(SpaceStore);
  private readonly client = inject(ChargesClient);
  private readonly confirm = inject(Confirm);
  private readonly closing = inject(Closing);
  protected readonly acts = inject(Acts);
  protected readonly charges = chargesResource();
  protected readonly periods = periodsResource();
  /** What the form is open for: a charge, a new one, or nothing. */
  protected readonly editing = signal<Charge | 'new' | null>(null);

  protected readonly rows = computed(() =>
    (this.charges.hasValue() ? this.charges.value().items : []).map((charge) => ({ charge, name: this.words.label(charge.label) })),
  );
  protected readonly months = computed(() =>
    (this.periods.hasValue() ? this.periods.value().items : []).map((period) => ({
      ...period,
      name: this.words.month(period.month),
      look: this.words.state(period.state),
    })),
  );

  protected saved(): void {
    this.editing.set(null);
    this.reload();
  }

  protected async remove({ charge, name }: { charge: Charge; name: string }): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.texts.t('charges.remove.heading', { name }),
      text: this.texts.t('charges.remove.text'),
      keep: this.texts.t('charges.keep'),
      act: this.texts.t('charges.remove.act'),
    });
    if (asked && (await this.acts.attempt(() => this.client.remove(charge), this.texts.t('charges.remove.done', { name })))) this.reload();
  }

  protected async close(period: Period): Promise<void> {
    if (await this.closing.ask(period, this.acts)) this.reload();
  }

  private reload(): void {
    this.charges.reload();
    this.periods.reload();
  }
}
