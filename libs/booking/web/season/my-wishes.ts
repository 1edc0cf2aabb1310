import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { SeasonRound, SeasonWish } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Confirm, Empty, keptFocus, SectionHeader, Texts } from '@bota/shared/ui';
import { SeasonWords } from './season-words';
import { Seasons } from './season.client';
import { SeasonWishForm } from './wish-form';

const ADD = 'button.add';
const editOf = (id: string): string => `[data-wish="${id}"] .edit`;

/** What an organisation wishes for, its greatest need first: filed, changed, ordered, withdrawn. */
@Component({
  selector: 'b75-my-wishes',
  imports: [Empty, MatButton, MatIcon, MatIconButton, Refusal, SeasonWishForm, SectionHeader],
  providers: [Acts],
  templateUrl: './my-wishes.html',
  styleUrl: './season.scss',
})
export class MyWishes {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(SeasonWords);
  protected readonly acts = inject(Acts);
  private readonly seasons = inject(Seasons);
  private readonly confirm = inject(Confirm);
  readonly round = input.required<SeasonRound>();
  readonly wishes = input.required<readonly SeasonWish[]>();
  readonly changed = output();
  /** The id of the wish that is changed, or `new`. */
  protected readonly editing = signal<string | null>(null);
  private readonly focusNext = keptFocus(() => this.wishes().length >= 0 && !this.editing());

  protected readonly groups = computed(() =>
    this.round()
      .wishFor.map(({ id, name }) => ({ id, name, wishes: this.wishes().filter(({ organisationId }) => organisationId === id) }))
      .filter(({ wishes }) => wishes.length),
  );

  protected saved(): void {
    this.leave();
    this.changed.emit();
  }

  /** The focus goes back to what opened the form. */
  protected leave(): void {
    this.focusNext(editOf(this.editing() ?? ''), ADD);
    this.editing.set(null);
  }

  protected async move(wishes: readonly SeasonWish[], index: number, by: 1 | -1): Promise<void> {
    const ids = wishes.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (!moved) return;
    ids.splice(index + by, 0, moved);
    const organisationId = wishes[0]?.organisationId ?? '';
    this.focusNext(editOf(moved));
    await this.acts.attempt(() => this.seasons.order(this.round().id, organisationId, ids), this.texts.t('season.wish.ordered'));
    this.changed.emit();
  }

  protected async withdraw({ id, title }: SeasonWish, wishes: readonly SeasonWish[], index: number): Promise<void> {
    const t = (key: string) => this.texts.t(`season.wish.withdraw.${key}`, { title });
    if (!(await this.confirm.ask({ heading: t('heading'), text: t('text'), keep: t('keep'), act: t('act') }))) return;
    this.focusNext(editOf((wishes[index + 1] ?? wishes[index - 1])?.id ?? ''), ADD);
    await this.acts.attempt(() => this.seasons.withdraw(this.round().id, id), t('done'));
    this.changed.emit();
  }
}
