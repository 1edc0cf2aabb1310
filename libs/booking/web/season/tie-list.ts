import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SeasonTie, SeasonWish } from '@bota/booking/domain';
import { RowFocus, Texts } from '@bota/shared/ui';
import { SeasonWords } from './season-words';

/** Claims that nothing tells apart: the coordinators say who has the place, or draw. */
@Component({
  selector: 'b75-tie-list',
  imports: [MatButton, RowFocus],
  template: `<p>{{ texts.t('season.tie.lead') }}</p>
    <ol uiRowFocus>
      @for (tie of rows(); track tie.key) {
        <li class="panel">
          <h3>{{ tie.title }}</h3>
          <ul>
            @for (claim of tie.claims; track claim.wishId) {
              <li class="row">
                <div class="body">
                  <div class="t">{{ claim.who }}</div>
                  <div class="s">
                    <span>{{ claim.title }}</span>
                    <span>{{ claim.place }}</span>
                    <span>{{ claim.rank }}</span>
                  </div>
                </div>
                <div class="end">
                  <button
                    matButton="outlined"
                    type="button"
                    [disabled]="isBusy()"
                    disabledInteractive
                    (click)="decide.emit({ key: tie.key, wishId: claim.wishId })"
                  >
                    {{ texts.t('season.tie.give') }}<span class="vh"> {{ claim.who }}, {{ claim.place }}</span>
                  </button>
                </div>
              </li>
            }
          </ul>
        </li>
      }
    </ol>
    <p class="acts">
      <button matButton="tonal" type="button" [disabled]="isBusy()" disabledInteractive (click)="draw.emit()">
        {{ texts.t('season.tie.draw') }}
      </button>
      <span class="sm mut">{{ texts.t('season.tie.drawHint') }}</span>
    </p>`,
  styleUrls: ['./season.scss', './tie-list.scss'],
})
export class TieList {
  protected readonly texts = inject(Texts);
  private readonly words = inject(SeasonWords);
  readonly ties = input.required<readonly SeasonTie[]>();
  readonly wishes = input.required<readonly SeasonWish[]>();
  readonly isBusy = input(false);
  readonly decide = output<{ key: string; wishId: string }>();
  readonly draw = output();

  protected readonly rows = computed(() =>
    this.ties().map(({ key, turn, claims }) => ({
      ...{ key, title: this.texts.t('season.tie.turn', { turn }) },
      claims: claims.map(({ wishId, rank, slot }) => {
        const wish = this.wishes().find(({ id }) => id === wishId);
        return {
          wishId,
          who: wish?.organisation ?? '',
          title: wish?.title ?? '',
          place: this.words.place(slot),
          rank: this.words.rank(rank),
        };
      }),
    })),
  );
}
