import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { WaitingSummary } from '@bota/residents/web';
import { capital, Failure, Formats, lastKnown, PageHeader, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { CalendarStore } from '../agenda/calendar-store';
import { upcomingResource } from '../bookings.client';
import { withNews } from '../live';
import { bookingLink } from '../rooms/booking-link';
import { HouseStore } from '../rooms/house-store';
import { QuotaList } from '../quotas/quota-list';
import { SeasonNotice } from '../season/season-notice';
import { WaitingList } from '../waitlist/waiting-list';
import { DoingList } from './doing-list';
import { FreeRooms } from './free-rooms';
import { doingAt, roomsAt } from './house-now';
import { LaterRooms } from './later-rooms';
import { MomentWords } from './moment-words';
import { MyBookings } from './my-bookings';
import { mineFrom } from './my-next';

const MANY = 60;

/** The page after signing in: my next bookings, what is on in the house, rooms free now. Follows the clock and other people's changes. */
@Component({
  selector: 'b75-today',
  imports: [
    DoingList,
    Failure,
    FreeRooms,
    LaterRooms,
    MatButton,
    MatIcon,
    MyBookings,
    PageHeader,
    RouterLink,
    QuotaList,
    SeasonNotice,
    SectionHeader,
    Skeleton,
    WaitingList,
    WaitingSummary,
  ],
  providers: [CalendarStore, HouseStore],
  templateUrl: './today.html',
  styleUrl: './today.scss',
})
export class Today {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(MomentWords);
  protected readonly store = inject(HouseStore);
  protected readonly space = this.store.space;
  protected readonly upcoming = upcomingResource(this.space.ref, 'me', MANY);
  private readonly known = lastKnown(this.upcoming);

  protected readonly now = this.store.now;
  protected readonly title = computed(() => capital(this.formats.date(this.store.today(), 'long')));
  protected readonly mayBook = computed(() => this.space.space.hasValue() && this.space.space.value().may.book);
  protected readonly book = computed(() => bookingLink(this.space.ref(), this.space.zone()));
  protected readonly mine = computed(() => {
    const known = this.known();
    return known && mineFrom(known.value.items, this.now());
  });
  protected readonly present = computed(() => {
    const house = this.store.house();
    return house && { house, doing: doingAt(this.now(), house), ...roomsAt(this.now(), house) };
  });
  protected readonly sentence = computed(() => {
    const present = this.present();
    return present ? this.words.say(this.now(), present) : this.words.clock(this.now());
  });

  constructor() {
    withNews(
      (live, space) => live.of(space),
      () => this.upcoming.reload(),
    );
  }
}
