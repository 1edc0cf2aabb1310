import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import type { FindablePeople } from '@bota/booking/domain';
import { DayField, FIELDS, Formats, provideDays, Segments, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { BetweenField, halfHours } from '../rooms/between-field';
import { wishFrom } from '../rooms/wish';
import type { TimeWish } from './time-wish';

const DURATIONS = [30, 60, 90, 120, 180, 240, 360, 480];
/** A Monday, to name the days of a week by. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** For which rooms and people, when, and for how long: every change looks at once, and stands in the address. */
@Component({
  selector: 'b75-time-form',
  imports: [BetweenField, DayField, MatButtonToggleModule, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, Segments],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './time-form.html',
  styleUrl: './time-form.scss',
})
export class TimeForm {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  readonly wish = input.required<TimeWish>();
  readonly today = input.required<string>();
  readonly people = input<FindablePeople['items']>([]);
  readonly look = output<TimeWish>();
  protected readonly said = linkedSignal(() => this.wish());

  protected readonly rooms = computed(() => this.space.rooms().filter(({ bookable }) => bookable));
  protected readonly which = computed(() =>
    (['all', 'any'] as const).map((value) => ({ value, text: this.texts.t(`rooms.time.which.${value}`) })),
  );
  protected readonly durations = computed(() => [...new Set([...DURATIONS, this.said().minutes])].sort((a, b) => a - b));
  protected readonly times = halfHours(6, 23.5);
  protected readonly weekdays = Array.from({ length: 7 }, (_, index) => {
    const date = new Date(MONDAY + index * DAY_MS).toISOString().slice(0, 10);
    return { day: index + 1, date };
  });

  /** With what was said before it, which may not stand in the address yet. */
  protected change(change: Partial<TimeWish>): void {
    this.said.update((wish) => ({ ...wish, ...change }));
    this.look.emit(this.said());
  }

  /** What is typed is read as an address is: a mistake asks for nothing. */
  protected count(text: string): void {
    this.change({ people: wishFrom({ people: text }).people });
  }
}
