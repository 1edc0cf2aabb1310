import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@bota/people/web';
import { dateOf } from '@bota/shared/domain';
import { Empty, Failure, lastKnown, PageHeader, PageTitle, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { minutely } from '../rooms/minutely';
import { type Asked, findablePeopleResource, timeFindingResource } from './finding.client';
import { TimeForm } from './time-form';
import { TimeResults } from './time-results';
import { timeParamsOf, type TimeWish, timeWishFrom } from './time-wish';

/** Find a time: for several rooms, or any of them, and people of one's own organisations. What is looked for stands in the address. */
@Component({
  selector: 'b75-find-time',
  imports: [Empty, Failure, MatButton, MatIcon, PageHeader, RouterLink, Skeleton, TimeForm, TimeResults],
  templateUrl: './find-time.html',
})
export class FindTime {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  readonly rooms = input<string>();
  readonly which = input<string>();
  readonly first = input<string>();
  readonly last = input<string>();
  readonly weekdays = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly minutes = input<string>();
  readonly people = input<string>();
  readonly with = input<string>();

  private readonly now = minutely();
  protected readonly today = computed(() => dateOf(this.now(), this.space.zone()));
  protected readonly wish = computed(() =>
    timeWishFrom(
      {
        ...{ rooms: this.rooms(), which: this.which(), first: this.first(), last: this.last(), weekdays: this.weekdays() },
        ...{ from: this.from(), to: this.to(), minutes: this.minutes(), people: this.people(), with: this.with() },
      },
      this.today(),
    ),
  );
  private readonly asked = computed<Asked | undefined>(
    () => {
      const wish = this.wish();
      const roomIds = wish.rooms.flatMap((slug) => this.space.roomBySlug(slug)?.id ?? []);
      return roomIds.length ? { ...timeParamsOf(wish), rooms: roomIds.join(',') } : undefined;
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly isAsking = computed(() => this.asked() !== undefined);
  protected readonly found = timeFindingResource(this.space.ref, this.asked);
  private readonly known = lastKnown(this.found);
  protected readonly findings = computed(() => (this.isAsking() ? this.known()?.value : undefined));
  private readonly findable = findablePeopleResource(this.space.ref, () => !!this.session.me());
  protected readonly choices = computed(() => (this.findable.hasValue() ? this.findable.value().items : []));
  protected readonly mayBook = computed(() => this.space.space.hasValue() && this.space.space.value().may.book);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.texts.t('rooms.time.title')));
  }

  protected look(wish: TimeWish): void {
    void this.router.navigate([], { queryParams: timeParamsOf(wish), queryParamsHandling: 'merge' });
  }
}
