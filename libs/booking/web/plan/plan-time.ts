import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DayField, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import type { PlanMoment } from './plan-moment';

const QUARTERS_A_DAY = 96;
const timeOf = (quarter: number) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** The moment of the plan: a day, and a time that slides along it. */
@Component({
  selector: 'b75-plan-time',
  imports: [DayField, MatButton],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  template: `<div class="field day">
      <label for="plan-day">{{ texts.t('plan.day') }}</label>
      <ui-day-field
        inputId="plan-day"
        [value]="moment().date"
        (valueChange)="$event && chosen.emit({ date: $event, time: moment().time })"
      />
    </div>
    <div class="field time">
      <label for="plan-time"
        >{{ texts.t('plan.time') }} <b>{{ moment().time }}</b></label
      >
      <input
        #slider
        id="plan-time"
        type="range"
        min="0"
        [max]="last"
        step="1"
        [value]="quarter()"
        [attr.aria-valuetext]="moment().time"
        (change)="slide(slider.valueAsNumber)"
      />
    </div>
    @if (moment().isChosen) {
      <button matButton="outlined" type="button" (click)="chosen.emit(null)">{{ texts.t('plan.now') }}</button>
    }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 220px minmax(0, 1fr) auto;
      gap: 12px 24px;
      align-items: end;
      margin-bottom: 20px;
    }
    .time {
      display: block;
      width: 100%;
      max-width: none;
    }
    b {
      margin-left: 6px;
      font-variant-numeric: tabular-nums;
    }
    .time input {
      display: block;
      width: 100%;
      max-width: none;
      height: 44px;
      margin: 0;
      accent-color: var(--mat-sys-primary);
      cursor: pointer;
    }
    button {
      margin-bottom: 4px;
    }
    @media (max-width: 700px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      button {
        justify-self: start;
      }
    }
  `,
})
export class PlanTime {
  protected readonly texts = inject(Texts);
  readonly moment = input.required<PlanMoment>();
  /** Null: the present moment. */
  readonly chosen = output<{ date: string; time: string } | null>();
  protected readonly last = QUARTERS_A_DAY - 1;
  protected readonly quarter = computed(() => {
    const [hours = 0, minutes = 0] = this.moment().time.split(':').map(Number);
    return Math.floor((hours * 60 + minutes) / 15);
  });

  protected slide(quarter: number): void {
    this.chosen.emit({ date: this.moment().date, time: timeOf(quarter) });
  }
}
