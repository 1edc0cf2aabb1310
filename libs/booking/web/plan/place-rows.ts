import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { OrgBadge, Status } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { PlaceWords } from './place-words';
import type { PlanMoment } from './plan-moment';
import type { Placed } from './placed';

/** The places of a floor as a list: what the drawing shows, in words. */
@Component({
  selector: 'b75-place-rows',
  imports: [MatButton, OrgBadge, RouterLink, Status],
  template: `<ul>
    @for (row of rows(); track row.room.id) {
      <li class="row">
        <div class="body">
          <div class="t">
            @if (row.link && row.is === 'room') {
              <a [routerLink]="['/', space.ref(), 'rooms', row.room.slug]">{{ row.room.name }}</a>
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
            @if (row.act) {
              <a matButton="tonal" [routerLink]="row.link" [queryParams]="row.params" [attr.aria-label]="row.room.name + ', ' + row.act">{{
                row.act
              }}</a>
            }
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
  protected readonly space = inject(SpaceStore);
  readonly placed = input.required<readonly Placed[]>();
  readonly moment = input.required<PlanMoment>();
  readonly mayBook = input(false);
  protected readonly rows = computed(() =>
    this.placed().map((placed) => ({
      ...placed,
      ...this.words.look(placed, this.moment(), this.mayBook()),
      about: this.words.about(placed),
    })),
  );
}
