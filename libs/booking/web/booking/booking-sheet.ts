import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Booking, CalendarItem, Scope } from '@bota/booking/domain';
import { capital, Failure, Formats, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { bookingResource } from '../bookings.client';
import { Desk } from '../book/desk';
import { BookingDetails } from './booking-details';

/** The booking opened beside the agenda. A private one of others says only when the room is occupied. */
@Component({
  selector: 'b75-booking-sheet',
  imports: [BookingDetails, Failure, MatIcon, MatIconButton, Skeleton],
  template: `<header>
      <h2 tabindex="-1">{{ heading() }}</h2>
      <button matIconButton type="button" [attr.aria-label]="texts.t('ui.close')" (click)="closed.emit()">
        <mat-icon svgIcon="close" />
      </button>
    </header>
    <div class="body">
      @if (isPrivate()) {
        <p><mat-icon svgIcon="schedule" /> {{ when() }}</p>
        <p class="mut">{{ texts.t('booking.details.private') }}</p>
      } @else if (resource.hasValue()) {
        <b75-booking-details
          [booking]="resource.value()!"
          [at]="item().occurrenceId"
          (edited)="edit($event)"
          (again)="bookAgain()"
          (cancelled)="done()"
          (checkedIn)="resource.reload()"
        />
      } @else if (resource.error(); as error) {
        <ui-failure [error]="error" (retry)="resource.reload()" />
      } @else {
        <ui-skeleton [rows]="4" />
      }
    </div>`,
  styleUrl: './booking-sheet.scss',
})
export class BookingSheet {
  private readonly store = inject(SpaceStore);
  private readonly desk = inject(Desk);
  private readonly formats = inject(Formats);
  protected readonly texts = inject(Texts);
  readonly item = input.required<CalendarItem>();
  readonly closed = output();
  /** Something was changed: the calendar is to be read again. */
  readonly changed = output();
  readonly editing = output();
  /** A new one is being written. */
  readonly booking = output();

  protected readonly isPrivate = computed(() => this.item().title === undefined);
  protected readonly resource = bookingResource(this.store.ref, () => (this.isPrivate() ? undefined : this.item().bookingId));
  protected readonly heading = computed(() => this.item().title ?? this.texts.t('booking.occupied'));
  protected readonly when = computed(() => {
    const { start, end } = this.item();
    const zone = this.store.zone();
    return `${capital(this.formats.day(start, zone, 'long'))}, ${this.formats.timeRange(start, end, zone)}`;
  });

  /** Read again when the calendar was: somebody may have changed it. */
  constructor() {
    let isNew = true;
    effect(() => {
      this.item();
      if (!isNew) untracked(() => this.resource.reload());
      isNew = false;
    });
  }

  protected edit(scope: Scope): void {
    const booking = this.resource.value() as Booking;
    this.desk.edit(booking, this.dateIn(booking), scope);
    this.editing.emit();
  }

  protected bookAgain(): void {
    const booking = this.resource.value() as Booking;
    this.desk.again(booking, this.dateIn(booking));
    this.booking.emit();
  }

  private dateIn = ({ occurrences }: Booking) => occurrences.find(({ id }) => id === this.item().occurrenceId) ?? null;

  protected done(): void {
    this.changed.emit();
    this.closed.emit();
  }
}
