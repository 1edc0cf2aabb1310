import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressSpinner } from '@angular/material/progress-spinner';
import { inLanguage, minutesBetween, type Alternative } from '@bota/shared/domain';
import { Formats, ProblemTexts, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';
import type { VerdictView } from './verdict-view';

/** Free, or why not with who and until when, and what is near as buttons. */
@Component({
  selector: 'b75-verdict',
  imports: [MatButton, MatIcon, MatProgressSpinner],
  templateUrl: './verdict.html',
  styleUrl: './verdict.scss',
})
export class VerdictBox {
  private readonly store = inject(SpaceStore);
  private readonly reasonTexts = inject(ReasonTexts);
  private readonly problems = inject(ProblemTexts);
  protected readonly formats = inject(Formats);
  protected readonly texts = inject(Texts);
  readonly view = input.required<VerdictView>();
  /** The start asked for, an instant. */
  readonly start = input<string>();
  readonly roomIds = input<readonly string[]>([]);
  readonly chosen = output<Alternative>();

  protected readonly said = computed(() => {
    const view = this.view();
    return view.is === 'refused' ? view.reasons.slice(0, 3).map((reason) => this.reasonTexts.say(reason, this.start())) : [];
  });
  /** What is near stays in reach while the wish is judged anew. */
  private readonly near = linkedSignal<VerdictView, readonly Alternative[]>({
    source: this.view,
    computation: (view, before) => (view.is === 'refused' ? view.alternatives : view.is === 'checking' ? (before?.value ?? []) : []),
  });
  protected readonly alternatives = computed(() => this.near().map((alternative) => ({ alternative, ...this.describe(alternative) })));
  protected readonly refusedDates = computed(() => {
    const view = this.view();
    return 'dates' in view ? view.dates.filter(({ verdict }) => verdict === 'refused').length : 0;
  });

  protected explain = (error: unknown) => this.problems.explain(error);

  private describe({ roomIds, start, end }: Alternative) {
    const rooms = roomIds.flatMap((id) => this.store.room(id) ?? []);
    const isSameRoom = roomIds.length === this.roomIds().length && roomIds.every((id) => this.roomIds().includes(id));
    return {
      rooms: this.formats.list(rooms.map(({ name }) => name)),
      time: this.formats.timeRange(start, end, this.store.zone()),
      hint: isSameRoom ? this.distance(start) : rooms.map((room) => this.placeOf(room.id)).join(' '),
    };
  }

  private distance(start: string): string {
    const asked = this.start();
    if (!asked) return '';
    const minutes = minutesBetween(new Date(asked), new Date(start));
    const duration = this.formats.duration(Math.abs(minutes));
    return this.texts.t(minutes < 0 ? 'booking.book.earlier' : 'booking.book.later', { duration });
  }

  private placeOf(id: string): string {
    const room = this.store.room(id);
    if (!room) return '';
    const floor = this.store.floorOf(room);
    return [
      room.capacity ? this.texts.count('booking.book.seats', room.capacity) : '',
      floor ? inLanguage(floor.name, this.texts.language()).toLocaleLowerCase() : '',
      room.features.includes('step-free') ? this.texts.t('spaces.feature.step-free').toLocaleLowerCase() : '',
    ]
      .filter(Boolean)
      .join(', ');
  }
}
