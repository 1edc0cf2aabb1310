import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { addDays } from '@bota/shared/domain';
import { Empty, Formats, SectionHeader, Texts } from '@bota/shared/ui';
import type { House } from './availability';
import { type Findings, windowOf } from './finding';
import { FindingRow } from './finding-row';
import { FindingWords } from './finding-words';
import type { FullWish } from './wish';

/** Rooms that are free, rooms that nearly fit, and one sentence on the others. */
@Component({
  selector: 'b75-find-results',
  imports: [Empty, FindingRow, MatButton, SectionHeader],
  templateUrl: './find-results.html',
  styles: `
    section {
      margin-bottom: 32px;
    }
  `,
})
export class FindResults {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(FindingWords);
  readonly findings = input.required<Findings>();
  readonly house = input.required<House>();
  readonly wish = input.required<FullWish>();
  readonly now = input.required<Date>();
  readonly mayBook = input(true);
  readonly nextDay = output();

  protected readonly asked = computed(() => windowOf(this.wish(), this.house().zone));
  protected readonly others = computed(() => this.words.not(this.findings().not));
  protected readonly tomorrow = computed(() => this.formats.date(addDays(this.wish().date, 1), 'long'));
  protected readonly summary = computed(() => {
    const { free, near } = this.findings();
    const words = free.length ? this.texts.count('rooms.find.summary', free.length) : this.texts.t('rooms.find.summary.none');
    return near.length ? `${words}, ${this.texts.count('rooms.find.summaryNear', near.length)}.` : `${words}.`;
  });
}
