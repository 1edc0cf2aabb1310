import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { addDays, dateOf, inLanguage } from '@bota/shared/domain';
import { Confirm, Empty, Failure, Formats, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import type { Closure } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { ClosureForm } from './closure-form';
import { closuresResource, Manage } from './manage.client';

/** When the house or a room is closed: what is announced, and announcing more. */
@Component({
  selector: 'b75-closures',
  imports: [ClosureForm, Empty, Failure, MatButton, Refusal, SectionHeader, Skeleton],
  providers: [Acts],
  templateUrl: './closures-page.html',
  styleUrl: './manage.scss',
})
export class ClosuresPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  protected readonly closures = closuresResource();
  protected readonly rows = computed(() =>
    (this.closures.hasValue() ? (this.closures.value()?.items ?? []) : []).map((closure) => this.row(closure)),
  );

  private row(closure: Closure) {
    return {
      id: closure.id,
      where: closure.roomId ? (this.space.named(closure.roomId)?.name ?? '') : this.texts.t('manage.closures.house'),
      why: inLanguage(closure.reason, this.texts.language()),
      when: this.when(closure),
    };
  }

  /** Whole days by their dates, an end at midnight as the end of the last one. */
  private when({ start, end }: Closure): string {
    const zone = this.space.zone();
    const [from, last] = [{ on: new Date(start), time: this.formats.time(start, zone) }, this.formats.endTime(end, zone)];
    if (from.time === '0:00' && last.time === '24:00') return this.days(dateOf(from.on, zone), addDays(dateOf(last.on, zone), 1));
    if (dateOf(from.on, zone) === dateOf(last.on, zone)) return `${this.formats.day(start, zone, 'full')}, ${from.time}–${last.time}`;
    const moment = ({ on, time }: typeof last) => `${this.formats.day(on, zone, 'dated')}, ${time}`;
    return this.texts.t('manage.closures.span', { from: moment(from), to: moment(last) });
  }

  private days(from: string, to: string): string {
    if (addDays(from, 1) === to) return this.texts.t('manage.closures.day', { date: this.formats.date(from, 'full') });
    return this.texts.t('manage.closures.days', this.formats.firstAndLast(from, to));
  }

  protected async remove({ id, where, when }: ReturnType<ClosuresPage['row']>): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.closures.removing.${key}`, { where });
    if (!(await this.confirm.ask({ heading: t('heading'), text: when, keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.manage.open(id), t('done'))) this.closures.reload();
  }
}
