import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Empty, Failure, PageTitle, Skeleton, Texts } from '@bota/shared/ui';
import { RoomPlan, RoomWords } from '@bota/spaces/web';
import { CalendarStore } from '../agenda/calendar-store';
import { bookingLink } from './booking-link';
import { HouseStore } from './house-store';
import { NEXT_DAYS } from './next-slots';
import { RoomAside } from './room-aside';
import { RoomFacts } from './room-facts';
import { RoomNow } from './room-now';
import { RoomWeek } from './room-week';

/** The page of a room: its plan, what it has, whether it is free, its week, its rules. */
@Component({
  selector: 'b75-room',
  imports: [Empty, Failure, MatButton, MatIcon, RoomAside, RoomFacts, RoomNow, RoomPlan, RoomWeek, RouterLink, Skeleton],
  providers: [CalendarStore, HouseStore],
  templateUrl: './room.html',
  styleUrl: './room.scss',
})
export class RoomPage {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(RoomWords);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(HouseStore);
  protected readonly space = this.store.space;
  /** Slug in the address. */
  readonly room = input.required<string>();
  /** A date of the week shown, and how it is shown. */
  readonly week = input<string>();
  readonly view = input<string>();

  protected readonly found = computed(() => this.space.roomBySlug(this.room()));
  protected readonly isMissing = computed(() => this.space.roomList.hasValue() && !this.found());
  protected readonly mayBook = computed(() => this.space.space.hasValue() && this.space.space.value().may.book);
  /** Who may not book here may ask, where the house lets neighbours. */
  protected readonly mayAsk = computed(() => !this.mayBook() && this.space.space.hasValue() && this.space.space.value().neighboursMayAsk);
  protected readonly book = computed(() => bookingLink(this.space.ref(), this.space.zone(), this.found()));

  constructor() {
    this.store.days.set(NEXT_DAYS);
    effect(() => this.title.say(this.found()?.name ?? this.texts.t('rooms.title')));
  }
}
