import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SeasonRound, SeasonRoundDraft } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { dateOf } from '@bota/shared/domain';
import { DayField, ErrorSummary, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { blankRound, draftOfRound, faultsOfRound } from './round-draft';
import { Seasons } from './season.client';

/** A round is prepared: its name, its days, its rooms. */
@Component({
  selector: 'b75-round-form',
  imports: [DayField, ErrorSummary, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './round-form.html',
  styleUrl: './season.scss',
})
export class RoundForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly seasons = inject(Seasons);
  /** Changed; a new one without it. */
  readonly round = input<SeasonRound | null>(null);
  /** The round, once it is kept. */
  readonly saved = output<string>();
  protected readonly days = ['firstDay', 'lastDay', 'wishesUntil'] as const;
  private readonly wasSent = signal(false);
  /** What was typed stands in what is known, also when somebody else changes it meanwhile. */
  private readonly typed = signal<Partial<SeasonRoundDraft>>({});
  protected readonly draft = computed<SeasonRoundDraft>(() => {
    const round = this.round();
    const rooms = this.space.rooms().map(({ id }) => id);
    const name = (years: string) => this.texts.t('season.form.named', { years });
    const known = round ? draftOfRound(round) : blankRound(dateOf(new Date(), this.space.zone()), rooms, name);
    return { ...known, ...this.typed() };
  });
  protected readonly errors = computed(() =>
    this.wasSent() ? faultsOfRound(this.draft()).map(({ field, message }) => ({ field, message: this.texts.t(message) })) : [],
  );
  protected readonly isWrong = (field: string) => this.errors().some((error) => error.field === field);

  protected set(change: Partial<SeasonRoundDraft>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
  }

  protected setDay(day: 'firstDay' | 'lastDay' | 'wishesUntil', date: string): void {
    this.set({ [day]: date });
  }

  protected turn(id: string, isIn: boolean): void {
    const others = this.draft().roomIds.filter((one) => one !== id);
    this.set({ roomIds: isIn ? [...others, id] : others });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const [round, draft] = [this.round(), this.draft()];
    let id = round?.id ?? '';
    const act = async () => {
      if (round) await this.seasons.edit(round, draft);
      else ({ id } = await this.seasons.create(draft));
    };
    if (!(await this.acts.attempt(act, this.texts.t('season.form.saved')))) return;
    this.wasSent.set(false);
    this.typed.set({});
    this.saved.emit(id);
  }
}
