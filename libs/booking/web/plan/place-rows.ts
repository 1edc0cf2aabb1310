import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { OrgBadge, Status } from '@bota/shared/ui';
import { PlaceWords } from './place-words';
import type { Placed } from './placed';

/** The places of a floor as a list: what the drawing shows, in words. */
@Component({
  selector: 'b75-place-rows',
  imports: [OrgBadge, RouterLink, Status],
  template: `<ul>
    @for (row of rows(); track row.room.id) {
      <li class="row">
        <div class="body">
          <div class="t">
            @if (row.link && row.is === 'room') {
              <a [routerLink]="row.link">{{ row.room.name }}</a>
            } @else {
              {{ row.room.name }}
            }
          </div>
          <div class="s">{{ row.about }}</div>
        </div>
        <div class="end">
          @if (row.is === 'office' && row.occupants.length) {
            <ul>
              @for (occupant of row.occupants; track occupant.organisation.id) {
                <li>
                  <ui-org-badge size="small" [organisation]="occupant.organisation" />
                  <a [routerLink]="words.resident(occupant.organisation.slug)">{{ occupant.organisation.name }}</a>
                </li>
              }
            </ul>
          } @else {
            <span class="sm mut">{{ row.detail }}</span>
            <ui-status [icon]="row.icon" [tone]="row.look === 'free' ? 'ok' : 'plain'">{{ row.word }}</ui-status>
          }
        </div>
      </li>
    }
  </ul>`,
  styles: `
    .end ul {
      display: grid;
      gap: 6px;
    }
    .end li {
      display: flex;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class PlaceRows {
  protected readonly words = inject(PlaceWords);
  readonly placed = input.required<readonly Placed[]>();
  readonly now = input.required<Date>();
  protected readonly rows = computed(() =>
    this.placed().map((placed) => ({ ...placed, ...this.words.look(placed, this.now()), about: this.words.about(placed) })),
  );
}
