import { Component, computed, inject, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { capital, FIELDS, Formats, Texts } from '@bota/shared/ui';
import { SeasonWords } from './season-words';

/** As typed: '' is any room. */
export type SlotDraft = { roomId: string; weekday: number; start: string; end: string };
const HALF_HOURS = Array.from({ length: 49 }, (_, i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`);

/** Room, weekday, from and to: three selects that are quick with keys, in one line where there is room. */
@Component({
  selector: 'b75-slot-fields',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<div class="field">
      <label [for]="prefix() + '-room'">{{ texts.t('season.room') }}</label>
      <mat-form-field>
        <select matNativeControl #room [id]="prefix() + '-room'" (change)="set({ roomId: room.value })">
          @if (mayBeAny()) {
            <option value="" [selected]="!slot().roomId">{{ texts.t('season.anyRoom') }}</option>
          }
          @for (id of words.inOrder(roomIds()); track id) {
            <option [value]="id" [selected]="slot().roomId === id">{{ words.room(id) }}</option>
          }
        </select>
      </mat-form-field>
    </div>
    <div class="field">
      <label [for]="prefix() + '-day'">{{ texts.t('season.day') }}</label>
      <mat-form-field>
        <select matNativeControl #day [id]="prefix() + '-day'" (change)="set({ weekday: +day.value })">
          @for (weekday of words.weekdays; track weekday) {
            <option [value]="weekday" [selected]="slot().weekday === weekday">{{ capital(words.weekday(weekday)) }}</option>
          }
        </select>
      </mat-form-field>
    </div>
    <div class="field">
      <label [for]="prefix() + '-start'">{{ texts.t('season.start') }}</label>
      <mat-form-field>
        <select matNativeControl #start [id]="prefix() + '-start'" (change)="begin(start.value)">
          @for (time of starts; track time) {
            <option [value]="time" [selected]="slot().start === time">{{ formats.clock(time) }}</option>
          }
        </select>
      </mat-form-field>
    </div>
    <div class="field">
      <label [for]="prefix() + '-end'">{{ texts.t('season.end') }}</label>
      <mat-form-field>
        <select matNativeControl #end [id]="prefix() + '-end'" (change)="set({ end: end.value })">
          @for (time of ends(); track time) {
            <option [value]="time" [selected]="slot().end === time">{{ formats.clock(time) }}</option>
          }
        </select>
      </mat-form-field>
    </div>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 1fr);
      gap: 12px;
    }
    @media (max-width: 700px) {
      :host {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  `,
})
export class SlotFields {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(SeasonWords);
  protected readonly capital = capital;
  readonly prefix = input.required<string>();
  readonly roomIds = input.required<readonly string[]>();
  readonly mayBeAny = input(true);
  readonly slot = model.required<SlotDraft>();
  protected readonly starts = HALF_HOURS.slice(0, -1);
  protected readonly ends = computed(() => HALF_HOURS.filter((time) => time > this.slot().start));

  protected set(change: Partial<SlotDraft>): void {
    this.slot.update((slot) => ({ ...slot, ...change }));
  }

  /** The end keeps its distance. */
  protected begin(start: string): void {
    const { start: before, end } = this.slot();
    const at = HALF_HOURS.indexOf(start) + HALF_HOURS.indexOf(end) - HALF_HOURS.indexOf(before);
    this.set({ start, end: HALF_HOURS[Math.min(at, HALF_HOURS.length - 1)] ?? '24:00' });
  }
}
