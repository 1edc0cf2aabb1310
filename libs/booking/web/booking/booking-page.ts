import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, switchMap } from 'rxjs';
import { Failure, PageHeader, PageTitle, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import type { Booking, Scope } from '@bota/booking/domain';
import { wallOf } from '@bota/shared/domain';
import { bookingResource } from '../bookings.client';
import { Desk } from '../book/desk';
import { Live } from '../live';
import { BookingDetails } from './booking-details';
import { BookingReplies } from '../reply/booking-replies';
import { presentDate } from './present-date';

/** The page of a booking with all its dates. */
@Component({
  selector: 'b75-booking-page',
  imports: [BookingDetails, BookingReplies, Failure, PageHeader, RouterLink, Skeleton],
  template: `<p class="crumb">
      <a [routerLink]="['/', store.ref(), 'agenda']" [queryParams]="day()">{{ texts.t('booking.details.back') }}</a>
    </p>
    @if (resource.hasValue()) {
      <ui-page-header [heading]="resource.value()!.title" />
      <b75-booking-replies [booking]="resource.value()!" />
      <b75-booking-details
        [booking]="resource.value()!"
        [at]="at()"
        isPage
        (edited)="edit($event)"
        (again)="bookAgain()"
        (cancelled)="resource.reload()"
        (checkedIn)="resource.reload()"
      />
    } @else if (resource.error(); as error) {
      <ui-failure [error]="error" (retry)="resource.reload()" />
    } @else {
      <ui-skeleton [rows]="6" />
    }`,
  styles: `
    b75-booking-replies {
      margin-bottom: 16px;
    }
    b75-booking-details {
      max-width: 720px;
    }
    @media (min-width: 1101px) {
      b75-booking-details {
        --dates-area: 1 / 2 / span 9 / 3;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        column-gap: 56px;
        align-items: start;
        max-width: none;
      }
    }
  `,
})
export class BookingPage {
  private readonly desk = inject(Desk);
  private readonly router = inject(Router);
  protected readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly id = input.required<string>();
  /** Id of the date looked at. */
  readonly at = input<string>();
  protected readonly resource = bookingResource(this.store.ref, this.id);
  private readonly start = computed(() => {
    const booking = this.resource.hasValue() ? this.resource.value() : undefined;
    const asked = booking?.occurrences.find(({ id }) => id === this.at());
    return (asked ?? (booking && presentDate(booking, new Date())) ?? booking)?.start;
  });
  protected readonly day = computed(() => {
    const start = this.start();
    return start ? { date: wallOf(new Date(start), this.store.zone()).slice(0, 10) } : {};
  });

  constructor() {
    const title = inject(PageTitle);
    const live = inject(Live);
    effect(() => this.resource.hasValue() && title.say(this.resource.value()?.title ?? ''));
    toObservable(this.store.ref)
      .pipe(
        filter(Boolean),
        switchMap((space) => live.of(space)),
        filter((news) => typeof news === 'string' || (news.bookingId ?? this.id()) === this.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
  }

  /** The form stands beside the agenda, on the day of the booking. */
  protected edit(scope: Scope): void {
    const booking = this.resource.value();
    if (!booking) return;
    this.desk.edit(booking, this.dateIn(booking), scope);
    this.openDesk(this.day());
  }

  protected bookAgain(): void {
    const booking = this.resource.value();
    if (!booking) return;
    this.desk.again(booking, this.dateIn(booking) ?? presentDate(booking, new Date()));
    this.openDesk({ date: this.desk.form().date });
  }

  private dateIn = ({ occurrences }: Booking) => occurrences.find(({ id }) => id === this.at()) ?? null;

  private openDesk(day: { date?: string }): void {
    void this.router.navigate(['/', this.store.ref(), 'agenda'], { queryParams: { ...day, book: 1 } });
  }
}
