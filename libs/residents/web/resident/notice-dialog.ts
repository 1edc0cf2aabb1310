import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Refusal } from '@bota/people/web';
import type { Residency } from '@bota/residents/domain';
import { addDays, dateOf } from '@bota/shared/domain';
import { DayField, DialogFrame, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Residencies } from '../residencies.client';

const USUAL_DAYS = 90;

/** Gives notice: when it was given, and for which last day. Answers whether it was. */
@Component({
  selector: 'b75-notice-dialog',
  imports: [DayField, DialogFrame, MatIcon, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  template: `<form (submit)="$event.preventDefault(); save()">
    <ui-dialog-frame
      [heading]="texts.t('residents.notice.heading', { name: data.name })"
      [keep]="texts.t('residents.form.giveUp')"
      [act]="texts.t('residents.notice.act')"
      [isBusy]="acts.isBusy()"
    >
      <p class="mut">{{ texts.t('residents.notice.text') }}</p>
      <b75-refusal [refusal]="acts.refusal()" />
      <div class="field">
        <label for="notice-on">{{ texts.t('residents.notice.on') }}</label>
        <ui-day-field inputId="notice-on" [(value)]="on" [isWrong]="!!wrong()" />
      </div>
      <div class="field">
        <label for="last-day">{{ texts.t('residents.notice.lastDay') }}</label>
        <ui-day-field inputId="last-day" [(value)]="lastDay" [isWrong]="!!wrong()" />
        @if (wrong(); as message) {
          <p class="ferr" role="alert"><mat-icon svgIcon="error" />{{ message }}</p>
        }
      </div>
    </ui-dialog-frame>
  </form>`,
})
export class NoticeDialog {
  private readonly residencies = inject(Residencies);
  private readonly dialog = inject<MatDialogRef<NoticeDialog, boolean>>(MatDialogRef);
  protected readonly data = inject<{ residency: Residency; name: string }>(MAT_DIALOG_DATA);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly today = dateOf(new Date(), inject(SpaceStore).zone());
  protected readonly on = signal(this.today);
  protected readonly lastDay = signal(this.data.residency.to ?? addDays(this.today, USUAL_DAYS));
  private readonly wasSent = signal(false);
  protected readonly wrong = computed(() => {
    const [on, last] = [this.on(), this.lastDay()];
    const isRight = on && last && last >= on && last >= this.data.residency.from;
    return this.wasSent() && !isRight ? this.texts.t('residents.notice.wrong') : '';
  });

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.wrong()) return;
    const draft = { on: this.on(), lastDay: this.lastDay() };
    const said = this.texts.t('residents.notice.given', { name: this.data.name });
    if (await this.acts.attempt(() => this.residencies.giveNotice(this.data.residency, draft), said)) this.dialog.close(true);
  }
}
