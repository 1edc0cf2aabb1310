import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Confirm, Empty, Failure, RowFocus, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { withNews } from '../live';
import { ClosureForm } from './closure-form';
import { ClosureWords, type SaidClosure } from './closure-words';
import { closuresResource, Manage } from './manage.client';

/** When the house or a room is closed: what is announced, and announcing more. */
@Component({
  selector: 'b75-closures',
  imports: [ClosureForm, Empty, Failure, MatButton, Refusal, RowFocus, SectionHeader, Skeleton],
  providers: [Acts],
  templateUrl: './closures-page.html',
  styleUrl: './manage.scss',
})
export class ClosuresPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly words = inject(ClosureWords);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  protected readonly closures = closuresResource();
  protected readonly rows = computed(() =>
    (this.closures.hasValue() ? (this.closures.value()?.items ?? []) : []).map((closure) => this.words.say(closure)),
  );

  constructor() {
    withNews(
      (live, space) => live.of(space),
      () => this.closures.reload(),
    );
  }

  protected async remove({ id, where, when }: SaidClosure): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.closures.removing.${key}`, { where });
    if (!(await this.confirm.ask({ heading: t('heading'), text: when, keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.manage.open(id), t('done'))) this.closures.reload();
  }
}
