import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { FIELDS, Formats, provideDays, Texts } from '@bota/shared/ui';
import { type Feature, FEATURES, Layout } from '@bota/spaces/domain';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import { BetweenField, halfHours } from './between-field';
import { type FullWish, type Wish, wishFrom } from './wish';

const DURATIONS = [30, 60, 90, 120, 180, 240, 360, 480];

/** What is looked for: every change looks at once, and stands in the address. */
@Component({
  selector: 'b75-wish-form',
  imports: [BetweenField, MatButton, MatChipsModule, MatDatepickerModule, MatFormFieldModule, MatIcon, MatInput, MatSelectModule],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './wish-form.html',
  styleUrl: './wish-form.scss',
})
export class WishForm {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(RoomWords);
  private readonly space = inject(SpaceStore);
  readonly wish = input.required<Wish>();
  /** The same with everything decided, shown where nothing was asked. */
  readonly full = input.required<FullWish>();
  readonly isAsking = input.required<boolean>();
  readonly look = output<Wish>();
  private readonly said = linkedSignal(() => this.wish());
  readonly ask = output();

  protected readonly offered = computed(() =>
    FEATURES.filter((feature) => this.space.rooms().some((room) => room.features.includes(feature))),
  );
  protected readonly layouts = computed(() =>
    Layout.options.filter(
      (layout) =>
        layout === this.wish().layout ||
        this.space.rooms().some((room) => room.layout === layout || room.rules.layouts?.some((one) => one.layout === layout)),
    ),
  );
  protected readonly durations = computed(() => [...new Set([...DURATIONS, this.full().minutes])].sort((a, b) => a - b));
  protected readonly times = halfHours(7, 22);

  /** With what was said before it, which may not stand in the address yet. */
  protected change(change: Partial<Wish>): void {
    this.said.update((wish) => ({ ...wish, ...change }));
    this.look.emit(this.said());
  }

  /** What is typed is read as an address is: a mistake asks for nothing. */
  protected count(text: string): void {
    this.change({ people: wishFrom({ people: text }).people });
  }

  protected pick(date: string | null): void {
    this.change({ date: date || undefined });
  }

  protected choose(features: Feature[]): void {
    this.change({ features: FEATURES.filter((feature) => features.includes(feature)) });
  }

  protected clear(): void {
    this.look.emit({ features: [] });
  }
}
