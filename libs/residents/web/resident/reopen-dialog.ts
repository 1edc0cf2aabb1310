import { Component, computed, inject, signal } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Refusal } from '@bota/people/web';
import type { Residency } from '@bota/residents/domain';
import { dateOf } from '@bota/shared/domain';
import { DayField, DialogFrame, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Residencies } from '../residencies.client';
import { ResidencyActs } from '../residency-acts';

/** Takes a last day back, or moves it: a residency that was ended by mistake goes on. Answers whether it does. */
@Component({
  selector: 'b75-reopen-dialog',
  imports: [DayField, DialogFrame, MatCheckbox, MatIcon, Refusal],
  providers: [FIELDS, { provide: Acts, useClass: ResidencyActs }, provideDays(() => inject(SpaceStore).zone)],
  template: `<form (submit)="$event.preventDefault(); save()">
    <ui-dialog-frame
      [heading]="texts.t('residents.reopen.heading', { name: data.name })"
      [keep]="texts.t('residents.form.giveUp')"
      [act]="texts.t('residents.reopen.act')"
      [isBusy]="acts.isBusy()"
    >
      <p class="mut">{{ texts.t('residents.reopen.text') }}</p>
      <b75-refusal [refusal]="acts.refusal()" />
      <mat-checkbox [checked]="ends()" (change)="ends.set($event.checked)">{{ texts.t('residents.reopen.ends') }}</mat-checkbox>
      @if (ends()) {
        <div class="field">
          <label for="reopen-to">{{ texts.t('residents.reopen.lastDay') }}</label>
          <ui-day-field inputId="reopen-to" [(value)]="lastDay" [isWrong]="!!wrong()" />
          @if (wrong(); as message) {
            <p class="ferr" role="alert"><mat-icon svgIcon="error" />{{ message }}</p>
          }
        </div>
      } @else {
        <p class="mut sm">{{ texts.t('residents.reopen.hint') }}</p>
      }
    </ui-dialog-frame>
  </form>`,
})
export class ReopenDialog {
  private readonly residencies = inject(Residencies);
  private readonly dialog = inject<MatDialogRef<ReopenDialog, boolean>>(MatDialogRef);
  protected readonly data = inject<{ residency: Residency; name: string }>(MAT_DIALOG_DATA);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly today = dateOf(new Date(), inject(SpaceStore).zone());
  /** Said apart from the day, so that a day that cannot be read is not taken for none. */
  protected readonly ends = signal(false);
  protected readonly lastDay = signal('');
  private readonly wasSent = signal(false);
  protected readonly wrong = computed(() =>
    this.wasSent() && this.ends() && this.lastDay() < this.today ? this.texts.t('residents.reopen.wrong') : '',
  );

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.wrong()) return;
    const edit = { to: this.ends() ? this.lastDay() : null };
    const said = this.texts.t('residents.reopen.done', { name: this.data.name });
    if (await this.acts.attempt(() => this.residencies.edit(this.data.residency, edit), said)) this.dialog.close(true);
  }
}
