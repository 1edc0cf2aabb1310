import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { dateOf } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { RoomPlan, RoomWords, SpaceStore } from '@bota/spaces/web';
import { dayOf, freeSpans, type House, overlaps, type Span, spanOf } from './availability';
import { Bar } from './bar';
import { bookingLink } from './booking-link';
import type { FoundRoom } from './find-results';
import { FindingWords } from './finding-words';
import { StateWords } from './state-words';
import type { FullWish } from './wish';

/** A room found: its plan, what fits, what lacks, the time proposed, its day as a bar. */
@Component({
  selector: '[b75-finding-row]',
  imports: [Bar, MatButton, MatIcon, RoomPlan, RouterLink],
  host: { '[class.near]': 'misses().length > 0' },
  templateUrl: './finding-row.html',
  styleUrl: './finding-row.scss',
})
export class FindingRow {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly rooms = inject(RoomWords);
  private readonly states = inject(StateWords);
  private readonly findingWords = inject(FindingWords);
  readonly found = input.required<FoundRoom>();
  readonly house = input.required<House>();
  readonly wish = input.required<FullWish>();
  readonly asked = input.required<Span>();
  readonly mayBook = input(true);
  readonly isBest = input(false);

  protected readonly room = computed(() => this.found().room);
  protected readonly misses = computed(() => this.found().finding.misses);
  protected readonly slot = computed(() => spanOf(this.found().finding));
  protected readonly about = computed(() =>
    [this.rooms.placesInLayout(this.room()), this.states.floor(this.room())].filter(Boolean).join(' · '),
  );
  /** What it costs, where it costs anything. */
  protected readonly price = computed(() => {
    const cents = this.found().finding.terms?.priceCents;
    return cents ? this.formats.money(cents) : '';
  });
  protected readonly fits = computed(() => this.findingWords.fits(this.room(), this.wish(), this.misses(), this.free()));
  protected readonly lacks = computed(() => this.misses().map((miss) => this.findingWords.lack(miss, this.slot(), this.asked())));
  private readonly isThatDay = computed(() => dateOf(this.slot().start, this.house().zone) === this.wish().date);
  protected readonly shown = computed(() => (this.isThatDay() ? this.slot() : null));
  protected readonly act = computed(() => {
    const { misses, layout } = this.found().finding;
    if (!this.mayBook()) return null;
    const slot = this.slot();
    const day = this.isThatDay() ? '' : `${this.formats.day(slot.start, this.space.zone(), 'short')}, `;
    const range = `${day}${this.states.range(slot)}`;
    const look = this.isBest() ? 'filled' : misses.length ? 'outlined' : 'tonal';
    const verb = misses.some(({ is }) => is === 'needs-approval') ? 'ask' : 'book';
    const more = { layout, attendees: misses.some(({ is }) => is === 'small') ? undefined : this.wish().people };
    return { range, look, verb, ...bookingLink(this.space.ref(), this.space.zone(), this.room(), slot, more) } as const;
  });

  /** The free stretch of the day that the proposed time lies in. */
  private free(): Span | undefined {
    const slot = this.shown();
    if (!slot || !overlaps(slot, this.asked())) return undefined;
    const window = dayOf(this.wish().date, this.house().zone);
    const spans = freeSpans(this.room(), window, this.house());
    const within = spans.find(({ start, end }) => start <= slot.start && slot.end <= end);
    const { start, end } = this.asked();
    return within && { start: within.start > start ? within.start : start, end: within.end < end ? within.end : end };
  }
}
