import { afterNextRender, Component, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SeasonWish } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { ErrorSummary, FIELDS, SectionHeader, Texts } from '@bota/shared/ui';
import { Seasons } from './season.client';

/** An organisation says what is wrong with what a wish got. */
@Component({
  selector: 'b75-appeal-form',
  imports: [ErrorSummary, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader],
  providers: [FIELDS, Acts],
  template: `<ui-section-header [heading]="texts.t('season.appeal.about', { title: wish().title })" />
    <form novalidate (submit)="$event.preventDefault(); send()">
      <ui-error-summary [errors]="errors()" />
      <b75-refusal [refusal]="acts.refusal()" />
      <div class="field">
        <label for="appeal-text">{{ texts.t('season.appeal.why') }}</label>
        <mat-form-field>
          <textarea matInput #text id="appeal-text" rows="3" maxlength="2000" (input)="said.set(text.value)"></textarea>
        </mat-form-field>
        <p class="hint">{{ texts.t('season.appeal.hint') }}</p>
      </div>
      <div class="acts">
        <button matButton="filled" type="submit" [disabled]="acts.isBusy()" disabledInteractive>{{ texts.t('season.appeal.send') }}</button>
        <button matButton type="button" (click)="left.emit()">{{ texts.t('season.leave') }}</button>
      </div>
    </form>`,
  styleUrl: './season.scss',
})
export class AppealForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly seasons = inject(Seasons);
  readonly round = input.required<string>();
  readonly wish = input.required<SeasonWish>();
  readonly filed = output();
  readonly left = output();
  protected readonly said = signal('');
  protected readonly errors = signal<{ field: string; message: string }[]>([]);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('text');

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected async send(): Promise<void> {
    const text = this.said().trim();
    this.errors.set(text ? [] : [{ field: 'appeal-text', message: this.texts.t('season.appeal.needed') }]);
    if (!text) return;
    if (await this.acts.attempt(() => this.seasons.appeal(this.round(), this.wish().id, text), this.texts.t('season.appeal.sent')))
      this.filed.emit();
  }
}
