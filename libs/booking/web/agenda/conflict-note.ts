import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Alternative } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { overridableOf } from '../book/verdict-view';
import { ReasonTexts } from '../booking/reason-texts';
import type { Conflict } from './agenda-moves';

/** Why an event was not moved, and where it could go instead. */
@Component({
  selector: 'b75-conflict-note',
  imports: [MatButton, MatIcon, MatIconButton],
  host: { role: 'alert' },
  template: `<div class="note bad">
    <mat-icon svgIcon="event_busy" />
    <div>
      <b>{{ texts.t('booking.notMoved') }}</b>
      @for (why of reasons(); track why) {
        <span> {{ why }}.</span>
      }
      <div class="near">
        @for (one of near(); track one.alternative) {
          <button matButton="outlined" type="button" (click)="chosen.emit(one.alternative)">{{ one.text }}</button>
        }
        @if (isOfMany()) {
          <button matButton="outlined" type="button" (click)="inPanel.emit()">{{ texts.t('booking.chooseOtherRooms') }}</button>
        } @else if (mayOverride()) {
          <button matButton="outlined" type="button" (click)="inPanel.emit()">{{ texts.t('booking.override.offer') }}</button>
        }
      </div>
    </div>
    <button matIconButton type="button" [attr.aria-label]="texts.t('ui.close')" (click)="closed.emit()">
      <mat-icon svgIcon="close" />
    </button>
  </div>`,
  styles: `
    .note {
      align-items: flex-start;
      margin-bottom: 12px;
      > div {
        flex: 1;
      }
    }
    .near {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 8px;
      button {
        --mat-button-outlined-label-text-color: currentcolor;
        --mat-button-outlined-outline-color: currentcolor;
      }
    }
  `,
})
export class ConflictNote {
  private readonly reasonTexts = inject(ReasonTexts);
  private readonly formats = inject(Formats);
  private readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly conflict = input.required<Conflict>();
  readonly chosen = output<Alternative>();
  /** It goes on in the panel: refused dates of a series may take other rooms, and the coordination may set rules aside. */
  readonly inPanel = output();
  readonly closed = output();
  protected readonly isOfMany = computed(() => this.conflict().item.recurring && this.conflict().scope !== 'this');
  protected readonly mayOverride = computed(
    () => this.store.space.hasValue() && this.store.space.value().may.configure && overridableOf(this.conflict().reasons).length > 0,
  );
  protected readonly reasons = computed(() =>
    this.conflict().reasons.map((reason) => this.reasonTexts.say(reason, this.conflict().asked.start).title),
  );
  protected readonly near = computed(() =>
    this.conflict().alternatives.map((alternative) => ({
      alternative,
      text: `${this.formats.list(alternative.roomIds.flatMap((id) => this.store.room(id)?.name ?? []))}, ${this.formats.timeRange(alternative.start, alternative.end, this.store.zone())}`,
    })),
  );
}
