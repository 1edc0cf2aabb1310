import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Empty, Formats, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { bookingLink } from '../rooms/booking-link';
import { StateWords } from '../rooms/state-words';
import type { Mine } from './my-next';
import { NextBooking } from './next-booking';
import { RepeatLine } from './repeat-line';

const SHOWN = 5;

/** My bookings: the next one big, then a row each. */
@Component({
  selector: 'b75-my-bookings',
  imports: [Empty, MatButton, MatIcon, NextBooking, RepeatLine, RouterLink, Status],
  templateUrl: './my-bookings.html',
  styleUrl: './my-bookings.scss',
})
export class MyBookings {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(StateWords);
  protected readonly space = inject(SpaceStore);
  readonly mine = input.required<readonly Mine[]>();
  readonly now = input.required<Date>();
  readonly mayBook = input(true);
  readonly checkedIn = output();

  protected readonly first = computed(() => this.mine()[0]);
  protected readonly rows = computed(() => this.mine().slice(1, SHOWN));
  protected readonly hidden = computed(() => Math.max(0, this.mine().length - SHOWN));
  protected readonly book = computed(() => bookingLink(this.space.ref(), this.space.zone()));
}
