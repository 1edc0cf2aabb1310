import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import type { Period } from '@bota/residents/domain';
import { Empty, Failure, Formats, OrgBadge, PageTitle, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { ChargeWords } from './charge-words';
import { ChargesClient, periodResource } from './charges.client';
import { Closing } from './closing';
import { FeeForm } from './fee-form';

/** A month: the statement of each organisation, and closing it. */
@Component({
  selector: 'b75-charges-month',
  imports: [Empty, Failure, FeeForm, MatButton, MatIcon, OrgBadge, Refusal, RouterLink, SectionHeader, Skeleton, Status],
  providers: [Acts, Closing],
  templateUrl: './month.html',
  styleUrls: ['./charges.scss', './month.scss'],
})
export class ChargesMonth {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ChargeWords);
  protected readonly space = inject(SpaceStore);
  private readonly client = inject(ChargesClient);
  private readonly formats = inject(Formats);
  private readonly closing = inject(Closing);
  private readonly title = inject(PageTitle);
  protected readonly acts = inject(Acts);
  /** `2026-10` in the address. */
  readonly month = input.required<string>();
  protected readonly detail = periodResource(this.month);
  protected readonly name = computed(() => this.words.month(this.month()));
  protected readonly csv = computed(() => `${this.client.at(`periods/${this.month()}/csv`)}?language=${this.texts.language()}`);
  protected readonly closedOn = computed(() => {
    const at = this.detail.hasValue() ? this.detail.value().period.closedAt : null;
    return at && this.texts.t('charges.closedOn', { date: this.formats.day(at, this.space.zone(), 'dated') });
  });
  protected readonly without = computed(() =>
    this.formats.list((this.detail.hasValue() ? this.detail.value().withoutCharge : []).map(({ name }) => name)),
  );

  constructor() {
    effect(() => this.title.say(this.name()));
  }

  protected async close(period: Period): Promise<void> {
    if (await this.closing.ask(period, this.acts)) this.detail.reload();
  }
}
