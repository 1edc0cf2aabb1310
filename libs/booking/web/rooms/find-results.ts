import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RoomFinding, RoomFindings } from '@bota/booking/domain';
import { addDays, dateOf } from '@bota/shared/domain';
import { Empty, Formats, SectionHeader, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import type { House } from './availability';
import { FindingRow } from './finding-row';
import { FindingWords } from './finding-words';
import { type FullWish, type Wish, windowOf } from './wish';

export type FoundRoom = { finding: RoomFinding; room: Room };

/** Rooms that are free, rooms that nearly fit, and one sentence on the others. */
@Component({
  selector: 'b75-find-results',
  imports: [Empty, FindingRow, MatButton, SectionHeader],
  templateUrl: './find-results.html',
  styles: `
    section {
      margin-bottom: 32px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: center;
    }
  `,
})
export class FindResults {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(FindingWords);
  private readonly space = inject(SpaceStore);
  readonly findings = input.required<RoomFindings>();
  readonly house = input.required<House>();
  readonly wish = input.required<FullWish>();
  readonly mayBook = input(true);
  readonly look = output<Partial<Wish>>();

  protected readonly asked = computed(() => windowOf(this.wish(), this.house().zone));
  protected readonly free = computed(() => this.withRooms(this.findings().free));
  protected readonly near = computed(() => this.withRooms(this.findings().near));
  protected readonly others = computed(() => this.words.not(this.findings().not));
  /** The next day on which it may be free: of a wish that is past, today. */
  protected readonly nextDate = computed(() => {
    const today = dateOf(new Date(), this.house().zone);
    return this.wish().date < today ? today : addDays(this.wish().date, 1);
  });
  protected readonly nextDayWords = computed(() => this.formats.date(this.nextDate(), 'long'));
  /** As many as the largest room holds, when none is large enough: another day or hour helps nobody then. */
  protected readonly most = computed(() => {
    const { not } = this.findings();
    if (!not.length || not.some(({ because }) => because !== 'OVER_CAPACITY')) return null;
    return Math.max(0, ...not.map(({ roomId }) => this.space.room(roomId)?.capacity ?? 0)) || null;
  });
  protected readonly hint = computed(() => this.texts.t(`rooms.find.${this.most() ? 'tooManyHint' : 'noneHint'}`));
  protected readonly shorter = computed(() => {
    if (this.most()) return null;
    const half = Math.ceil(this.wish().minutes / 2 / 15) * 15;
    return half >= 30 && half < this.wish().minutes ? half : null;
  });
  protected readonly shorterWords = computed(() => this.formats.duration(this.shorter() ?? 0));
  protected readonly summary = computed(() => {
    const [free, near] = [this.free().length, this.near().length];
    const words = free ? this.texts.count('rooms.find.summary', free) : this.texts.t('rooms.find.summary.none');
    return near ? `${words}, ${this.texts.count('rooms.find.summaryNear', near)}.` : `${words}.`;
  });

  /** A room that was made this minute is not known here yet. */
  private withRooms(findings: readonly RoomFinding[]): FoundRoom[] {
    return findings.flatMap((finding) => {
      const room = this.space.room(finding.roomId);
      return room ? [{ finding, room }] : [];
    });
  }
}
