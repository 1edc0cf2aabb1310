import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { SectionHeader, Texts } from '@bota/shared/ui';

/** A table of the statistics: what it says, its file, and a frame in which it scrolls. What chooses among its rows stands before it (`[choice]`). */
@Component({
  selector: 'b75-statistics-table',
  imports: [MatButton, MatIcon, SectionHeader],
  template: `<ui-section-header [heading]="heading()">
      <a matButton [href]="file()" download><mat-icon svgIcon="download" />{{ texts.t('statistics.csv') }}</a>
    </ui-section-header>
    <p class="mut">{{ hint() }}</p>
    <ng-content select="[choice]" />
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="heading()"><ng-content /></div>`,
  styles: `
    :host {
      display: block;
    }
    p {
      max-width: 72ch;
      margin: 12px 0;
    }
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class StatisticsTableFrame {
  protected readonly texts = inject(Texts);
  readonly heading = input.required<string>();
  readonly hint = input.required<string>();
  /** Address of the table as CSV. */
  readonly file = input.required<string>();
}
