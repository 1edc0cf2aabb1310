import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Status, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { FEATURE_ICONS, RoomPlan, RoomWords, SpaceStore } from '@bota/spaces/web';
import { type House, stateAt } from './availability';
import { Bar } from './bar';
import { bookingLink } from './booking-link';
import { nextSlots } from './next-slots';
import { readerAsks } from './reader-asks';
import { StateWords } from './state-words';

const PROPOSED_MINUTES = 60;

/** A room in the list of all rooms: its plan, what it has, what it is doing now, its day as a bar. */
@Component({
  selector: '[b75-directory-row]',
  imports: [Bar, MatButton, MatIcon, RoomPlan, RouterLink, Status],
  templateUrl: './directory-row.html',
  styleUrls: ['./finding-row.scss', './directory-row.scss'],
})
export class DirectoryRow {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly rooms = inject(RoomWords);
  private readonly states = inject(StateWords);
  private readonly asker = readerAsks();
  readonly room = input.required<Room>();
  readonly house = input.required<House>();
  readonly now = input.required<Date>();
  readonly today = input.required<string>();
  readonly mayBook = input(true);

  protected readonly about = computed(() =>
    [this.rooms.placesInLayout(this.room()), this.rooms.parts(this.room())].filter(Boolean).join(' · '),
  );
  protected readonly features = computed(() =>
    this.room().features.map((feature) => ({ feature, icon: FEATURE_ICONS[feature], name: this.rooms.feature(feature) })),
  );
  protected readonly state = computed(() => this.states.state(stateAt(this.room(), this.now(), this.house()), this.now()));
  /** The next hour one may have; the house is known for today only, so it may lie later. */
  protected readonly book = computed(() => {
    const [slot] = nextSlots(this.room(), this.now(), this.house(), { minutes: PROPOSED_MINUTES, most: 1, days: 1, asker: this.asker() });
    return bookingLink(this.space.ref(), this.space.zone(), this.room(), slot);
  });
}
