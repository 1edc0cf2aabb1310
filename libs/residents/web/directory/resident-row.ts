import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Resident } from '@bota/residents/domain';
import { OrgBadge, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { PlaceWords } from '../place-words';
import { ResidentWords } from '../resident-words';

/** An organisation in the directory: its mark, its name, what it does, since when. */
@Component({
  selector: '[b75-resident-row]',
  imports: [OrgBadge, RouterLink, Status],
  template: `<ui-org-badge class="lead" size="large" [organisation]="resident().organisation" />
    <div class="body">
      <h3 class="t">
        <a [routerLink]="['/', space.ref(), 'residents', resident().organisation.slug]">{{ resident().organisation.name }}</a>
      </h3>
      <p>{{ words.description(resident()) }}</p>
      <div class="s">
        <span>{{ words.since(resident()) }}</span>
        @if (places(); as places) {
          <span>{{ places }}</span>
        }
      </div>
    </div>
    <div class="end">
      <ui-status [icon]="words.status(resident()).icon" [tone]="words.status(resident()).tone">{{
        words.status(resident()).word
      }}</ui-status>
    </div>`,
  styles: `
    p {
      max-width: 68ch;
      margin-top: 2px;
      text-wrap: pretty;
    }
    .s {
      font: var(--mat-sys-body-small);
    }
  `,
})
export class ResidentRow {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ResidentWords);
  protected readonly space = inject(SpaceStore);
  private readonly placeWords = inject(PlaceWords);
  readonly resident = input.required<Resident>();
  protected readonly places = computed(() => this.resident().occupies.map(this.placeWords.place).filter(Boolean).join(' · '));
}
