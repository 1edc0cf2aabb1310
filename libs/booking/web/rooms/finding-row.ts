import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Texts } from '@bota/shared/ui';
import { RoomPlan, RoomWords, SpaceStore } from '@bota/spaces/web';
import type { House, Span } from './availability';
import { Bar } from './bar';
import { bookingLink } from './booking-link';
import type { Finding } from './finding';
import { FindingWords } from './finding-words';
import { StateWords } from './state-words';

/** A room found: its plan, what fits, what lacks, the time proposed, its day as a bar. */
@Component({
  selector: '[b75-finding-row]',
  imports: [Bar, MatButton, MatIcon, RoomPlan, RouterLink],
  host: { '[class.near]': 'finding().lacks.length > 0' },
  templateUrl: './finding-row.html',
  styleUrl: './finding-row.scss',
})
export class FindingRow {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly rooms = inject(RoomWords);
  private readonly states = inject(StateWords);
  private readonly findingWords = inject(FindingWords);
  readonly finding = input.required<Finding>();
  readonly house = input.required<House>();
  readonly date = input.required<string>();
  readonly asked = input.required<Span>();
  readonly mayBook = input(true);
  readonly isBest = input(false);

  protected readonly room = computed(() => this.finding().room);
  protected readonly about = computed(() =>
    [this.rooms.placesInLayout(this.room()), this.states.floor(this.room())].filter(Boolean).join(' · '),
  );
  protected readonly fits = computed(() => this.finding().fits.map((fit) => this.findingWords.fit(fit)));
  protected readonly lacks = computed(() => this.finding().lacks.map((lack) => this.findingWords.lack(lack, this.asked())));
  protected readonly act = computed(() => {
    const { slot, lacks } = this.finding();
    if (!slot || !this.mayBook()) return null;
    const range = this.states.range(slot);
    const look = this.isBest() ? 'filled' : lacks.length ? 'outlined' : 'tonal';
    return { range, look, ...bookingLink(this.space.ref(), this.space.zone(), this.room(), slot) } as const;
  });
}
