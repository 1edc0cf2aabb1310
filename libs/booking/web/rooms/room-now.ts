import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateOf } from '@bota/shared/domain';
import { Formats, Status, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { askLink } from '../outside/ask-link';
import { type House, minutesOf, type Span, stateAt } from './availability';
import { bookingLink } from './booking-link';
import { nextSlots } from './next-slots';
import { readerAsks } from './reader-asks';
import { StateWords } from './state-words';
import { lengthIn } from './verdict';

const SLOT_MINUTES = 120;

/** Whether a room is free, and the next times one may have it. */
@Component({
  selector: 'b75-room-now',
  imports: [RouterLink, Status],
  templateUrl: './room-now.html',
  styleUrl: './room-now.scss',
})
export class RoomNow {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly states = inject(StateWords);
  private readonly asker = readerAsks();
  private readonly space = inject(SpaceStore);
  readonly room = input.required<Room>();
  readonly house = input.required<House>();
  readonly now = input.required<Date>();
  readonly mayBook = input(true);
  /** Who may not book may ask. */
  readonly mayAsk = input(false);

  protected readonly state = computed(() => this.states.state(stateAt(this.room(), this.now(), this.house()), this.now()));
  private readonly length = computed(() => lengthIn(this.room(), SLOT_MINUTES));
  protected readonly duration = computed(() => this.formats.duration(this.length()));
  protected readonly slots = computed(() =>
    nextSlots(this.room(), this.now(), this.house(), {
      minutes: this.length(),
      asker: this.mayBook() ? this.asker() : undefined,
    }).map((slot) => this.said(slot)),
  );

  private said(slot: Span) {
    const range = this.states.range(slot);
    const day = this.states.relativeDay(dateOf(slot.start, this.house().zone), this.now());
    const minutes = minutesOf(slot);
    const about = minutes === this.length() ? day : `${day}, ${this.formats.duration(minutes)}`;
    return {
      range,
      about,
      label: this.texts.t(this.mayBook() ? 'rooms.room.slotLabel' : 'rooms.room.slotAskLabel', { day, range }),
      ...(this.mayBook() ? bookingLink : askLink)(this.space.ref(), this.house().zone, this.room(), slot),
    };
  }
}
