import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Empty, Failure, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { RoundForm } from './round-form';
import { SeasonWords } from './season-words';
import { roundsResource } from './season.client';

/** The rounds of the house for its coordinators, the latest season first. */
@Component({
  selector: 'b75-season-rounds',
  imports: [Empty, Failure, MatButton, MatIcon, RoundForm, RouterLink, SectionHeader, Skeleton, Status],
  template: `<section>
    <ui-section-header [heading]="texts.t('season.title')" [count]="rows()?.length ?? null">
      @if (rows()?.length && !isAdding()) {
        <button matButton type="button" (click)="isAdding.set(true)"><mat-icon svgIcon="add" />{{ texts.t('season.add') }}</button>
      }
    </ui-section-header>
    @if (rows(); as rows) {
      <ul>
        @for (row of rows; track row.id) {
          <li class="row">
            <div class="body">
              <div class="t">
                <a [routerLink]="['/', space.ref(), 'house', 'season', row.id]">{{ row.name }}</a>
              </div>
              <div class="s">
                <ui-status [icon]="row.look.icon" [tone]="row.look.tone">{{ row.look.word }}</ui-status>
                <span>{{ row.dates }}</span>
                <span>{{ texts.count('season.wishes', row.wishes) }}</span>
              </div>
            </div>
          </li>
        }
      </ul>
      @if (isAdding()) {
        <b75-round-form (saved)="open($event)" />
      } @else if (!rows.length) {
        <ui-empty icon="event_repeat" [heading]="texts.t('season.none')"
          >{{ texts.t('season.noneHint') }}
          <button action matButton="filled" type="button" (click)="isAdding.set(true)">{{ texts.t('season.add') }}</button>
        </ui-empty>
      }
    } @else if (rounds.error(); as error) {
      <ui-failure [error]="error" (retry)="rounds.reload()" />
    } @else {
      <ui-skeleton [rows]="3" />
    }
  </section>`,
  styleUrl: './season.scss',
})
export class SeasonRoundsPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly words = inject(SeasonWords);
  private readonly router = inject(Router);
  protected readonly rounds = roundsResource();
  protected readonly isAdding = signal(false);
  protected readonly rows = computed(() =>
    this.rounds.hasValue()
      ? this.rounds.value().items.map((round) => ({
          ...{ id: round.id, name: round.name, look: this.words.state(round.state), dates: this.words.dates(round) },
          wishes: round.counts.reduce((sum, { wishes }) => sum + wishes, 0),
        }))
      : null,
  );

  protected open(id: string): void {
    void this.router.navigate(['/', this.space.ref(), 'house', 'season', id]);
  }
}
