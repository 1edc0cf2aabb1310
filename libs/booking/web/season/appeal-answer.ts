import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SeasonAppeal, SeasonResult, SeasonSlot, SeasonWish } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { ErrorSummary, FIELDS, Texts } from '@bota/shared/ui';
import { SeasonWords } from './season-words';
import { Seasons, sayTheSame } from './season.client';
import { type SlotDraft, SlotFields } from './slot-fields';

/** An appeal that waits: what was said, and the answer, with another place or without. */
@Component({
  selector: 'b75-appeal-answer',
  imports: [ErrorSummary, MatButton, MatFormFieldModule, MatInput, Refusal, SlotFields],
  providers: [FIELDS, Acts],
  templateUrl: './appeal-answer.html',
  styleUrl: './season.scss',
})
export class AppealAnswer {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly words = inject(SeasonWords);
  private readonly seasons = inject(Seasons);
  readonly appeal = input.required<SeasonAppeal>();
  readonly wish = input.required<SeasonWish>();
  readonly result = input.required<SeasonResult | null>();
  readonly roomIds = input.required<readonly string[]>();
  readonly answered = output();
  protected readonly answer = signal('');
  private readonly wasSent = signal(false);
  protected readonly id = computed(() => `answer-${this.appeal().id}`);
  protected readonly has = computed(() => {
    const slot = this.result()?.slot;
    return slot ? this.words.place(slot) : this.texts.t('season.outcome.unmet');
  });
  /** The first choice, to begin with; what was chosen stays while the round is read again and says the same. */
  private readonly first = computed<SlotDraft>(
    () => {
      const [first] = this.wish().choices;
      return { weekday: 1, start: '18:00', end: '20:00', ...first, roomId: first?.roomId ?? this.roomIds()[0] ?? '' };
    },
    { equal: sayTheSame },
  );
  protected readonly slot = linkedSignal<SlotDraft>(() => this.first());
  protected readonly errors = computed(() =>
    this.wasSent() && !this.answer().trim() ? [{ field: this.id(), message: this.texts.t('season.appeal.answerNeeded') }] : [],
  );

  protected async send(slot: SeasonSlot | null): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const said = this.texts.t(slot ? 'season.appeal.didAccept' : 'season.appeal.didDecline');
    if (await this.acts.attempt(() => this.seasons.answer(this.appeal().id, slot, this.answer().trim()), said)) this.answered.emit();
  }
}
