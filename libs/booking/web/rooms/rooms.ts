import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { addDays } from '@bota/shared/domain';
import { Failure, PageHeader, PageTitle, Skeleton, Texts } from '@bota/shared/ui';
import { CalendarStore } from '../agenda/calendar-store';
import { find } from './finding';
import { FindResults } from './find-results';
import { HouseStore } from './house-store';
import { RoomDirectory } from './room-directory';
import { decided, isAsking, paramsOf, type Wish, wishFrom } from './wish';
import { WishForm } from './wish-form';

/** Find a room: what is looked for stands in the address. Looking for nothing, it is the list of all rooms. */
@Component({
  selector: 'b75-rooms',
  imports: [Failure, FindResults, MatButton, MatIcon, PageHeader, RoomDirectory, RouterLink, Skeleton, WishForm],
  providers: [CalendarStore, HouseStore],
  templateUrl: './rooms.html',
})
export class Rooms {
  protected readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(HouseStore);
  readonly people = input<string>();
  readonly features = input<string>();
  readonly date = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly minutes = input<string>();

  protected readonly wish = computed(() =>
    wishFrom({
      people: this.people(),
      features: this.features(),
      date: this.date(),
      from: this.from(),
      to: this.to(),
      minutes: this.minutes(),
    }),
  );
  protected readonly isAsking = computed(() => isAsking(this.wish()));
  protected readonly full = computed(() => decided(this.wish(), this.store.now(), this.store.space.zone()));
  protected readonly findings = computed(() => {
    const house = this.store.house();
    return house && this.isAsking() ? find(this.full(), house, this.store.now()) : undefined;
  });
  protected readonly mayBook = computed(() => this.store.space.space.hasValue() && this.store.space.space.value().may.book);

  constructor() {
    effect(() => this.store.from.set(this.full().date));
    effect(() => this.title.say(this.texts.t(this.isAsking() ? 'rooms.find.title' : 'rooms.title')));
  }

  protected look(wish: Wish): void {
    void this.router.navigate([], { queryParams: paramsOf(wish), queryParamsHandling: 'merge' });
  }

  protected search(): void {
    this.look(this.full());
  }

  protected nextDay(): void {
    this.look({ ...this.wish(), date: addDays(this.full().date, 1) });
  }
}
