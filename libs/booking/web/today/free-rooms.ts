import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { addMinutes } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';
import { slotsIn } from '../rooms/availability';
import { bookingLink } from '../rooms/booking-link';
import { readerAsks } from '../rooms/reader-asks';
import { StateWords } from '../rooms/state-words';
import { lengthIn, ruledOut } from '../rooms/verdict';
import type { FreeRoom } from './house-now';

const SHOWN = 5;
const PROPOSED_MINUTES = 60;
const LEAST_MINUTES = 15;

/** Rooms free now: until when, and a button that opens the booking filled in, or why the reader cannot book it. */
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
  private readonly reasons = inject(ReasonTexts);
  private readonly asker = readerAsks();
  readonly free = input.required<readonly FreeRoom[]>();
  readonly now = input.required<Date>();
  readonly mayBook = input(true);

  protected readonly rows = computed(() =>
    this.free()
      .slice(0, SHOWN)
      .map((one) => ({ ...one, ...(this.mayBook() ? this.offer(one) : {}) })),
  );
  protected readonly others = computed(() => {
    const rest = this.free().slice(SHOWN);
    return rest.length ? this.formats.list(rest.map(({ room, until }) => `${room.name} ${this.words.until(until, this.now())}`)) : '';
  });

  /** From the next quarter of an hour that the rules of the room allow, one hour or as long as it is free. */
  private offer({ room, until }: FreeRoom): { link?: ReturnType<typeof bookingLink>; against?: string } {
    const who = { now: this.now(), zone: this.space.zone(), asker: this.asker() };
    const spans = slotsIn([{ start: addMinutes(this.now(), 1), end: until }], LEAST_MINUTES).map(({ start }) => {
      const end = addMinutes(start, lengthIn(room, PROPOSED_MINUTES));
      return { start, end: end < until ? end : until };
    });
    const slot = spans.find((span) => ruledOut(room, span, who).length === 0);
    if (slot) return { link: bookingLink(this.space.ref(), this.space.zone(), room, slot) };
    const [against] = spans[0] ? ruledOut(room, spans[0], who) : [];
    return against ? { against: this.reasons.say(against).title } : {};
  }
}
