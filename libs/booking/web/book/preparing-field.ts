import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { placesOf, setUpFor } from '@bota/booking/domain';
import { capital, FIELDS, Formats, Texts } from '@bota/shared/ui';
import type { Layout, Room } from '@bota/spaces/domain';
import type { BookForm } from './book-form';

type Preparing = Pick<BookForm, 'layout' | 'setUpMinutes' | 'tearDownMinutes'>;

/** How the rooms chosen stand, when they can be set up in several ways, and the time to set up and to clear. */
@Component({
  selector: 'b75-preparing-field',
  imports: [MatFormFieldModule, MatInput, MatSelectModule],
  providers: [FIELDS],
  templateUrl: './preparing-field.html',
  styleUrl: './preparing-field.scss',
})
export class PreparingField {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  readonly rooms = input.required<readonly Room[]>();
  readonly value = input.required<Preparing>();
  readonly changed = output<Partial<Preparing>>();

  protected readonly layouts = computed(() => {
    const offered = new Set(this.rooms().flatMap(({ rules }) => (rules.layouts ?? []).map(({ layout }) => layout)));
    return [...offered].map((layout) => ({ layout, text: this.said(layout) }));
  });
  protected readonly takes = [
    { name: 'setUpMinutes', id: 'set-up', text: 'setUp' },
    { name: 'tearDownMinutes', id: 'tear-down', text: 'tearDown' },
  ] as const;
  private readonly setUp = computed(() => this.need(this.value().layout));
  /** What is taken around the booking, also while it is folded away. */
  protected readonly around = computed(() => {
    const said = (key: string, minutes: number) => (minutes > 0 ? this.texts.t(key, { duration: this.formats.duration(minutes) }) : '');
    const setUp = Math.max(this.value().setUpMinutes ?? 0, this.setUp());
    return [said('booking.preparing.before', setUp), said('booking.preparing.after', this.value().tearDownMinutes ?? 0)]
      .filter(Boolean)
      .join(', ');
  });

  /** A longer setting up that only the layout before needed goes with it. */
  protected choose(layout: Layout | ''): void {
    const isOfLayout = this.value().setUpMinutes === this.setUp();
    this.changed.emit({ layout, ...(isOfLayout ? { setUpMinutes: null } : {}) });
  }

  protected take(name: 'setUpMinutes' | 'tearDownMinutes', text: string): void {
    const minutes = Math.round(Number(text));
    this.changed.emit({ [name]: text.trim() === '' || !(minutes >= 0) ? null : Math.min(minutes, 480) });
  }

  private need = (layout: Layout | ''): number => setUpFor(this.rooms(), layout ? { layout } : {});

  private said(layout: Layout): string {
    const places = this.rooms().reduce((sum, room) => sum + placesOf(room, layout), 0);
    const setUp = this.need(layout);
    return [
      capital(this.texts.t(`spaces.layout.${layout}`)),
      places === Infinity ? '' : this.texts.count('booking.book.seats', places),
      setUp ? this.texts.t('booking.preparing.layoutSetUp', { duration: this.formats.duration(setUp) }) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }
}
