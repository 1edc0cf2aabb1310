import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import type { CalendarItem } from '@bota/booking/domain';
import { addDays, weekdayOf } from '@bota/shared/domain';
import { Failure, Formats, Segments, Skeleton, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { CalendarStore } from '../agenda/calendar-store';
import { type House, type Span } from './availability';
import { bookingLink } from './booking-link';
import { WeekGrid } from './week-grid';
import { WeekList } from './week-list';
import { wishFrom } from './wish';

/** The week of a room as a calendar or as a list; which week and which of both stands in the address. */
@Component({
  selector: 'b75-room-week',
  imports: [Failure, MatButton, MatIcon, MatIconButton, Segments, Skeleton, WeekGrid, WeekList],
  providers: [CalendarStore],
  templateUrl: './room-week.html',
  styleUrl: './room-week.scss',
})
export class RoomWeek {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly space = inject(SpaceStore);
  protected readonly calendar = inject(CalendarStore);
  readonly room = input.required<Room>();
  readonly today = input.required<string>();
  readonly week = input<string>();
  readonly view = input<string>();
  readonly mayBook = input(true);

  /** Decided when the page opens: phones begin with the list. */
  private readonly isNarrow = inject(BreakpointObserver).isMatched('(max-width: 700px)');
  protected readonly shown = computed(() => this.view() ?? (this.isNarrow ? 'list' : 'week'));
  protected readonly views = computed(() => [
    { value: 'week', text: this.texts.t('rooms.room.asWeek') },
    { value: 'list', text: this.texts.t('rooms.room.asList') },
  ]);
  protected readonly monday = computed(() => mondayOf(wishFrom({ date: this.week() }).date ?? this.today()));
  protected readonly isThisWeek = computed(() => this.monday() === mondayOf(this.today()));
  protected readonly title = computed(() =>
    this.texts.t('rooms.room.week', { from: this.firstDay(), to: this.formats.date(addDays(this.monday(), 6), 'date') }),
  );
  protected readonly house = computed<House | undefined>(() => {
    const calendar = this.calendar.calendar();
    return calendar && { rooms: this.space.rooms(), items: calendar.items, closures: calendar.closures, zone: this.space.zone() };
  });

  constructor() {
    effect(() => this.calendar.dates.set({ from: this.monday(), to: addDays(this.monday(), 7) }));
  }

  protected step(weeks: number): void {
    this.go({ week: addDays(this.monday(), 7 * weeks) });
  }

  protected go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected open(item: CalendarItem): void {
    void this.router.navigate(['/', this.space.ref(), 'bookings', item.bookingId]);
  }

  protected pick(span: Span): void {
    const { path, params } = bookingLink(this.space.ref(), this.space.zone(), this.room(), span);
    void this.router.navigate(path, { queryParams: params });
  }

  /** `23` beside `29 novembre`, `30 novembre` beside `6 décembre`. */
  private firstDay(): string {
    const isOneMonth = this.monday().slice(0, 7) === addDays(this.monday(), 6).slice(0, 7);
    return isOneMonth ? String(Number(this.monday().slice(8))) : this.formats.date(this.monday(), 'date');
  }
}

const mondayOf = (date: string) => addDays(date, 1 - weekdayOf(date));
