import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SeasonBooked, SeasonWish } from '@bota/booking/domain';
import { Formats, ProblemTexts, SectionHeader, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { SeasonWords } from './season-words';

/** What came of each place at adoption: its dates, those that were skipped and why, or what refused it. */
@Component({
  selector: 'b75-season-report',
  imports: [RouterLink, SectionHeader, Status],
  template: `<ui-section-header [heading]="texts.t('season.report.title')" [count]="rows().length" />
    <ul>
      @for (row of rows(); track row.id) {
        <li class="row">
          <div class="body">
            <div class="t">
              @if (row.link; as link) {
                <a [routerLink]="link">{{ row.title }}</a>
              } @else {
                {{ row.title }}
              }
            </div>
            <div class="s">
              <span>{{ row.who }}</span>
              @if (row.refusal) {
                <ui-status icon="error" tone="bad">{{ row.refusal }}</ui-status>
              } @else {
                <ui-status icon="check" tone="ok">{{ texts.count('season.report.dates', row.dates) }}</ui-status>
              }
            </div>
            @if (row.skipped.length) {
              <details>
                <summary>{{ texts.count('season.report.skipped', row.skipped.length) }}</summary>
                <ul class="why">
                  @for (one of row.skipped; track one) {
                    <li>{{ one }}</li>
                  }
                </ul>
              </details>
            }
          </div>
        </li>
      }
    </ul>`,
  styleUrl: './season.scss',
})
export class SeasonReport {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  private readonly words = inject(SeasonWords);
  private readonly space = inject(SpaceStore);
  readonly report = input.required<readonly SeasonBooked[]>();
  readonly wishes = input.required<readonly SeasonWish[]>();

  protected readonly rows = computed(() =>
    this.report().flatMap(({ wishId, bookingId, dates, skipped, refusal }) => {
      const wish = this.wishes().find(({ id }) => id === wishId);
      if (!wish) return [];
      return [
        {
          ...{ id: wishId, title: wish.title, who: wish.organisation, dates },
          link: bookingId ? ['/', this.space.ref(), 'bookings', bookingId] : null,
          refusal: refusal && (this.problems.ofCode(refusal) ?? this.texts.t('season.report.refused')),
          skipped: skipped.map(({ start, codes }) =>
            this.texts.t('season.report.date', { date: this.formats.day(start, this.space.zone(), 'dated'), why: this.words.codes(codes) }),
          ),
        },
      ];
    }),
  );
}
