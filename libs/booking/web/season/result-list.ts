import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SeasonAppeal, SeasonPlan, SeasonWish } from '@bota/booking/domain';
import { Status, Texts } from '@bota/shared/ui';
import { SeasonWords } from './season-words';

/** What each organisation gets, and why; its own first. */
@Component({
  selector: 'b75-result-list',
  imports: [MatButton, Status],
  templateUrl: './result-list.html',
  styleUrl: './season.scss',
})
export class ResultList {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(SeasonWords);
  readonly plan = input.required<SeasonPlan>();
  readonly wishes = input.required<readonly SeasonWish[]>();
  readonly appeals = input<readonly SeasonAppeal[]>([]);
  readonly own = input<readonly string[]>([]);
  readonly appeal = output<SeasonWish>();

  protected readonly groups = computed(() => {
    const rows = this.wishes().flatMap((wish) => {
      const result = this.plan().results.find(({ wishId }) => wishId === wish.id);
      if (!result) return [];
      const { slot, dates } = result;
      const appeals = this.appeals().filter(({ wishId }) => wishId === wish.id);
      return [
        {
          ...{ wish, appeals, look: this.words.outcome(result), place: slot && this.words.place(slot), ground: this.words.ground(result) },
          dates: dates && dates.free < dates.all ? this.texts.t('season.datesFree', dates) : '',
          losses: result.losses.map((loss) => this.words.loss(loss, wish, this.wishes())),
          mayAppeal: wish.may.appeal && this.own().includes(wish.organisationId) && appeals.every(({ answeredAt }) => answeredAt),
        },
      ];
    });
    const ids = [...new Set(rows.map(({ wish }) => wish.organisationId))];
    const isOwn = (id: string) => (this.own().includes(id) ? 0 : 1);
    return ids
      .sort((a, b) => isOwn(a) - isOwn(b))
      .map((id) => ({ id, rows: rows.filter(({ wish }) => wish.organisationId === id) }))
      .map(({ id, rows: own }) => ({ id, name: own[0]?.wish.organisation ?? '', rows: own }));
  });
}
