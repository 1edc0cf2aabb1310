import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import type { FeePlaced, StatementLine } from '@bota/residents/domain';
import { Confirm, Dialogs, Empty, Failure, Formats, Notices, OrgBadge, PageTitle, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { ResidentsStore } from '../residents-store';
import { ChargeWords } from './charge-words';
import { ChargesClient, statementResource } from './charges.client';
import { FeeForm } from './fee-form';

/** The statement of an organisation for a month: lines, total, and the same on paper. */
@Component({
  selector: 'b75-statement',
  imports: [Empty, Failure, FeeForm, MatButton, MatIcon, OrgBadge, Refusal, RouterLink, Skeleton, Status],
  providers: [Acts],
  templateUrl: './statement.html',
  styleUrl: './statement.scss',
})
export class StatementPage {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ChargeWords);
  protected readonly space = inject(SpaceStore);
  protected readonly store = inject(ResidentsStore);
  private readonly client = inject(ChargesClient);
  private readonly formats = inject(Formats);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly notices = inject(Notices);
  private readonly title = inject(PageTitle);
  protected readonly acts = inject(Acts);
  /** Slug and `2026-10` in the address. */
  readonly resident = input.required<string>();
  readonly month = input.required<string>();

  protected readonly organisation = computed(() => this.store.organisations().find(({ slug }) => slug === this.resident()));
  protected readonly statement = statementResource(() => this.organisation()?.id, this.month);
  protected readonly heading = computed(() => this.texts.t('charges.statementOf', { month: this.words.month(this.month()) }));
  protected readonly lines = computed(() =>
    (this.statement.hasValue() ? this.statement.value().lines : []).map((line) => ({
      line,
      name: this.words.label(line.label),
      detail: this.words.detail(line),
    })),
  );
  protected readonly closedOn = computed(() => {
    const day = this.statement.hasValue() ? this.statement.value().closedOn : null;
    return day && this.texts.t('charges.closedOn', { date: this.formats.date(day, 'dated') });
  });

  constructor() {
    effect(() => this.title.say(this.heading()));
  }

  protected document = (kind: 'pdf' | 'csv'): string =>
    `${this.client.at(`statements/${this.organisation()?.id}/${this.month()}/${kind}`)}?language=${this.texts.language()}`;

  protected async correct(line: StatementLine): Promise<void> {
    const load = () => import('./correction-dialog').then((m) => m.CorrectionDialog);
    const placed = await this.dialogs.ask<FeePlaced>(load, { data: line, width: '480px', maxWidth: '94vw' });
    if (placed) this.notices.say(this.texts.t('charges.correction.done', { month: this.words.month(placed.month) }));
  }

  protected async withdraw({ line, name }: { line: StatementLine; name: string }): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.texts.t('charges.fee.withdrawHeading', { name }),
      text: this.texts.t('charges.fee.withdrawText'),
      keep: this.texts.t('charges.keep'),
      act: this.texts.t('charges.fee.withdraw'),
    });
    if (!asked) return;
    const act = () => this.client.withdraw(line.feeId ?? '');
    if (await this.acts.attempt(act, this.texts.t('charges.fee.withdrawn', { name }))) this.statement.reload();
  }
}
