import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RoomFinding, RoomFindings } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
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
  readonly nextDay = output();
  readonly look = output<Partial<Wish>>();

  protected readonly asked = computed(() => windowOf(this.wish(), this.house().zone));
  protected readonly free = computed(() => this.withRooms(this.findings().free));
  protected readonly near = computed(() => this.withRooms(this.findings().near));
  protected readonly others = computed(() => this.words.not(this.findings().not));
  protected readonly tomorrow = computed(() => this.formats.date(addDays(this.wish().date, 1), 'long'));
  protected readonly shorter = computed(() => {
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
