import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { ExclusionCalendar, Verdict } from '@bota/booking/domain';
import { inLanguage } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';

const FIRST = 10;
const LEFT_OUT: { icon: IconName; isRefused: boolean } = { icon: 'event_busy', isRefused: false };

/** The dates of a series, each with its verdict in a word, or the room it takes instead; refused ones that have no other room say why below. */
@Component({
  selector: 'b75-date-chips',
  imports: [MatButton, MatIcon],
  templateUrl: './date-chips.html',
  styleUrl: './date-chips.scss',
})
export class DateChips {
  private readonly store = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly reasonTexts = inject(ReasonTexts);
  protected readonly texts = inject(Texts);
  readonly dates = input.required<readonly Verdict[]>();
  /** Dates that a calendar leaves out: shown among the others, and not booked. */
  readonly leftOut = input<readonly { start: string; calendar: ExclusionCalendar | undefined }[]>([]);
  protected readonly showsAll = signal(false);

  protected readonly chips = computed(() =>
    [
      ...this.dates().map((date) => ({ ...this.stateOf(date), start: date.start })),
      ...this.leftOut().map(({ start }) => ({ ...LEFT_OUT, word: this.texts.t('booking.flag.leftOut'), start })),
    ]
      .sort((a, b) => a.start.localeCompare(b.start))
      .map((chip) => ({ ...chip, day: this.formats.day(chip.start, this.store.zone(), 'dayMonth'), key: chip.start })),
  );
  protected readonly shown = computed(() => (this.showsAll() ? this.chips() : this.chips().slice(0, FIRST)));
  protected readonly hidden = computed(() => this.chips().length - this.shown().length);
  protected readonly whyNot = computed(() =>
    this.dates()
      .filter(({ verdict, elsewhere }) => verdict === 'refused' && !elsewhere?.length)
      .slice(0, 4)
      .map(({ start, reasons: [reason] }) => ({
        day: this.formats.day(start, this.store.zone(), 'long'),
        why: reason ? this.reasonTexts.say({ ...reason, start }).title : '',
      })),
  );
  /** Which calendar leaves out which dates. */
  protected readonly whyLeftOut = computed(() =>
    [...Map.groupBy(this.leftOut(), ({ calendar }) => calendar)].map(([calendar, dates]) => ({
      name: calendar ? inLanguage(calendar.name, this.texts.language()) : this.texts.t('booking.flag.leftOut'),
      dates: this.formats.list(dates.map(({ start }) => this.formats.day(start, this.store.zone(), 'dayMonth'))),
    })),
  );
  protected readonly label = computed(() => {
    const free = this.dates().filter(({ verdict }) => verdict === 'free').length;
    return this.texts.t('booking.book.preview', { free, all: this.dates().length });
  });

  private stateOf({ verdict, reasons, flags, start, roomIds }: Verdict): { word: string; icon: IconName; isRefused: boolean } {
    const [reason] = reasons;
    if (verdict === 'refused') return { word: reason ? this.reasonTexts.word(reason) : '', icon: 'close', isRefused: true };
    if (roomIds) return { word: this.nameOf(roomIds), icon: 'meeting_room', isRefused: false };
    if (flags.includes('past')) return { word: this.texts.t('booking.flag.past'), icon: 'schedule', isRefused: false };
    if (flags.includes('moved-forward')) {
      const time = this.formats.time(start, this.store.zone());
      return { word: this.texts.t('booking.flag.moved-forward', { time }), icon: 'schedule', isRefused: false };
    }
    return { word: this.texts.t(`booking.flag.${flags.includes('ambiguous') ? 'ambiguous' : 'free'}`), icon: 'check', isRefused: false };
  }

  private nameOf = (roomIds: readonly string[]): string => this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));
}
