import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { inLanguage } from '@bota/shared/domain';
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
    const zone = this.space.zone();
    const moment = (instant: string) => `${this.formats.day(instant, zone, 'dated')}, ${this.formats.time(instant, zone)}`;
    return {
      id: closure.id,
      where: closure.roomId ? (this.space.named(closure.roomId)?.name ?? '') : this.texts.t('manage.closures.house'),
      why: inLanguage(closure.reason, this.texts.language()),
      when: this.texts.t('manage.closures.span', { from: moment(closure.start), to: moment(closure.end) }),
    };
  }

  protected async remove({ id, where, when }: ReturnType<ClosuresPage['row']>): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.closures.removing.${key}`, { where });
    if (!(await this.confirm.ask({ heading: t('heading'), text: when, keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.manage.open(id), t('done'))) this.closures.reload();
  }
}
