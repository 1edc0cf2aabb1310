import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { CalendarItem } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { ResidentsStore } from '@bota/residents/web';
import { Empty, Failure, Formats, PageHeader, PageTitle, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { CalendarStore } from '../agenda/calendar-store';
import { stateAt } from '../rooms/availability';
import { bookingLink } from '../rooms/booking-link';
import { askLink } from '../outside/ask-link';
import { HouseStore } from '../rooms/house-store';
import { StateWords } from '../rooms/state-words';
import { atDoor } from './at-door';
import { awaitedOf } from './awaited';
import { CheckInAct } from './check-in-act';

/** Where the code at a door leads: my booking here and its one button; for anybody else what is on, and how to book. */
@Component({
  selector: 'b75-door',
  imports: [CheckInAct, Empty, Failure, MatButton, MatIcon, PageHeader, RouterLink, SectionHeader, Skeleton, Status],
  providers: [CalendarStore, HouseStore],
  templateUrl: './door-page.html',
  styleUrl: './door-page.scss',
})
export class DoorPage {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly states = inject(StateWords);
  private readonly residents = inject(ResidentsStore);
  protected readonly session = inject(Session);
  protected readonly store = inject(HouseStore);
  protected readonly space = this.store.space;
  /** Slug or id in the address: what is printed at a door outlives a name. */
  readonly room = input.required<string>();
  protected readonly awaitedOf = awaitedOf;

  protected readonly found = computed(() => this.space.roomBySlug(this.room()) ?? this.space.room(this.room()));
  protected readonly isMissing = computed(() => this.space.roomList.hasValue() && !this.found());
  protected readonly mayBook = computed(() => this.space.space.hasValue() && this.space.space.value().may.book);
  /** Who may not book here may ask, where the house lets neighbours. */
  protected readonly ask = computed(() => {
    const room = this.found();
    const isOpen = !this.mayBook() && this.space.space.hasValue() && this.space.space.value().neighboursMayAsk;
    return isOpen && room ? askLink(this.space.ref(), this.space.zone(), room) : null;
  });
  protected readonly book = computed(() => bookingLink(this.space.ref(), this.space.zone(), this.found()));
  protected readonly back = computed(() => `/${this.space.ref()}/rooms/${this.room()}/check-in`);
  protected readonly seen = computed(() => {
    const [room, house] = [this.found(), this.store.house()];
    if (!room || !house) return undefined;
    const now = this.store.now();
    return { state: this.states.state(stateAt(room, now, house), now), ...atDoor(room, house, now) };
  });

  protected time = (item: CalendarItem): string => this.formats.timeRange(item.start, item.end, this.space.zone());
  protected who = (item: CalendarItem): string => this.residents.organisation(item.organisationId)?.name ?? '';

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.found()?.name ?? this.texts.t('booking.door.title')));
  }
}
