import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { addMinutes } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { quarter } from '../rooms/availability';
import { bookingLink } from '../rooms/booking-link';
import { StateWords } from '../rooms/state-words';
import type { FreeRoom } from './house-now';

const SHOWN = 5;
const PROPOSED_MINUTES = 60;

/** Rooms free now: until when, and a button that opens the booking filled in. */
@Component({
  selector: 'b75-free-rooms',
  imports: [MatButton, RouterLink],
  templateUrl: './free-rooms.html',
  styleUrl: './free-rooms.scss',
})
export class FreeRooms {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  protected readonly words = inject(StateWords);
  protected readonly space = inject(SpaceStore);
  readonly free = input.required<readonly FreeRoom[]>();
  readonly now = input.required<Date>();
  readonly mayBook = input(true);

  protected readonly rows = computed(() => this.free().slice(0, SHOWN));
  protected readonly others = computed(() => {
    const rest = this.free().slice(SHOWN);
    return rest.length ? this.formats.list(rest.map(({ room, until }) => `${room.name} ${this.words.until(until, this.now())}`)) : '';
  });

  /** From the next quarter of an hour, one hour or as long as it is free. */
  protected link({ room, until }: FreeRoom) {
    const start = quarter(addMinutes(this.now(), 1));
    const end = new Date(Math.min(addMinutes(start, PROPOSED_MINUTES).getTime(), until.getTime()));
    return bookingLink(this.space.ref(), this.space.zone(), room, { start, end });
  }
}
