import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { AffectedBookings } from '@bota/booking/domain';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { AffectedWords } from './affected-words';

const SHOWN = 8;

/** Which bookings a change meets: how many, and the soonest with their addresses. `about` names the sentence: `manage.affected.<about>`, or `.none.<about>`. */
@Component({
  selector: 'b75-affected-list',
  imports: [MatIcon, RouterLink],
  host: { role: 'status' },
  template: `@if (affected(); as found) {
    <div class="note" [class.warn]="found.count">
      <mat-icon [svgIcon]="found.count ? 'event_busy' : 'check'" />
      <div>
        <b>{{ found.count ? texts.count('manage.affected.' + about(), found.count) : texts.t('manage.affected.none.' + about()) }}</b>
        @if (found.count) {
          <ul>
            @for (row of rows(); track row.id) {
              <li>
                <a [routerLink]="['/', space.ref(), 'bookings', row.booking]">{{ row.title }}</a> {{ row.when }}
              </li>
            }
          </ul>
          @if (found.count > rows().length) {
            <p>{{ texts.count('manage.affected.more', found.count - rows().length) }}</p>
          }
        }
      </div>
    </div>
  }`,
  styles: `
    b {
      display: block;
    }
    ul {
      margin-top: 6px;
    }
    li {
      padding: 2px 0;
    }
  `,
})
export class AffectedList {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly words = inject(AffectedWords);
  readonly affected = input.required<AffectedBookings | undefined>();
  readonly about = input.required<'archiving' | 'rules' | 'hours'>();

  protected readonly rows = computed(() => (this.affected()?.items ?? []).slice(0, SHOWN).map((item) => this.words.row(item)));
}
