import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Failure, PageHeader, PageTitle, Skeleton, Texts, lastKnown } from '@bota/shared/ui';
import { CalendarStore } from '../agenda/calendar-store';
import { type Asked, roomFindingResource } from '../finding/finding.client';
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
  readonly layout = input<string>();

  protected readonly wish = computed(() =>
    wishFrom({
      people: this.people(),
      features: this.features(),
      date: this.date(),
      from: this.from(),
      to: this.to(),
      minutes: this.minutes(),
      layout: this.layout(),
    }),
  );
  protected readonly isAsking = computed(() => isAsking(this.wish()));
  protected readonly full = computed(() => decided(this.wish(), this.store.now(), this.store.space.zone()));
  /** Asked anew when it says something else, not with every minute that passes. */
  private readonly asked = computed<Asked | undefined>(
    () => {
      const { features, ...wish } = this.full();
      return this.isAsking() ? { ...wish, features: features.join(',') || undefined } : undefined;
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly found = roomFindingResource(this.store.space.ref, this.asked);
  /** The last known ones stay while it is looked again. */
  private readonly known = lastKnown(this.found);
  protected readonly findings = computed(() => (this.isAsking() ? this.known()?.value : undefined));
  protected readonly isLooking = computed(() => this.found.isLoading());
  protected readonly error = computed(() => (this.isAsking() && this.found.error()) || this.store.error());
  protected readonly mayBook = computed(() => this.store.space.space.hasValue() && this.store.space.space.value().may.book);
  /** Who may not book here may ask, where the house lets neighbours. */
  protected readonly mayAsk = computed(
    () => !this.mayBook() && this.store.space.space.hasValue() && this.store.space.space.value().neighboursMayAsk,
  );

  constructor() {
    // What somebody books meanwhile changes what is found.
    effect(() => {
      const isKnown = !!this.store.house() && !untracked(this.found.isLoading);
      if (isKnown && untracked(this.isAsking)) untracked(() => this.found.reload());
    });
    effect(() => this.store.from.set(this.full().date));
    effect(() => this.title.say(this.texts.t(this.isAsking() ? 'rooms.find.title' : 'rooms.title')));
  }

  protected look(wish: Wish): void {
    void this.router.navigate([], { queryParams: paramsOf(wish), queryParamsHandling: 'merge' });
  }

  protected search(): void {
    this.look(this.full());
  }

  protected reload(): void {
    this.store.reload();
    this.found.reload();
  }
}
