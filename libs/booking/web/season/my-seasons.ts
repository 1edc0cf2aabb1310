import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Empty, Failure, PageHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { SeasonWords } from './season-words';
import { roundsResource } from './season.client';

/** The rounds of the house for its residents; the only one that runs opens at once. */
@Component({
  selector: 'b75-my-seasons',
  imports: [Empty, Failure, PageHeader, RouterLink, Skeleton, Status],
  template: `<ui-page-header [heading]="texts.t('season.title')" [lead]="texts.t('season.lead')" />
    @if (rounds.hasValue()) {
      <ul>
        @for (row of rows(); track row.id) {
          <li class="row">
            <div class="body">
              <div class="t">
                <a [routerLink]="['/', space.ref(), 'season', row.id]">{{ row.name }}</a>
              </div>
              <div class="s">
                <ui-status [icon]="row.look.icon" [tone]="row.look.tone">{{ row.look.word }}</ui-status>
                <span>{{ row.dates }}</span>
              </div>
            </div>
          </li>
        } @empty {
          <li>
            <ui-empty icon="event_repeat" [heading]="texts.t('season.none')">{{ texts.t('season.noneForResidents') }}</ui-empty>
          </li>
        }
      </ul>
    } @else if (rounds.error(); as error) {
      <ui-failure [error]="error" (retry)="rounds.reload()" />
    } @else {
      <ui-skeleton [rows]="3" />
    }`,
})
export class MySeasons {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly words = inject(SeasonWords);
  protected readonly rounds = roundsResource();
  private readonly all = computed(() => (this.rounds.hasValue() ? this.rounds.value().items : []));
  protected readonly rows = computed(() =>
    this.all().map((round) => ({ id: round.id, name: round.name, look: this.words.state(round.state), dates: this.words.dates(round) })),
  );

  constructor() {
    const router = inject(Router);
    effect(() => {
      const running = this.all().filter(({ state }) => state === 'open' || state === 'published');
      if (running.length === 1) void router.navigate(['/', this.space.ref(), 'season', running[0]?.id], { replaceUrl: true });
    });
  }
}
