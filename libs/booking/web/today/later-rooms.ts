import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ResidentsStore } from '@bota/residents/web';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { StateWords } from '../rooms/state-words';
import type { LaterRoom } from './house-now';

/** Rooms that are not free now: why, and when they may be had again. */
@Component({
  selector: 'b75-later-rooms',
  imports: [RouterLink],
  template: `<ul>
    @for (row of rows(); track row.room.id) {
      <li>
        <div>
          <a [routerLink]="['/', space.ref(), 'rooms', row.room.slug]">{{ row.room.name }}</a>
          <div class="sm mut">{{ row.why }}</div>
        </div>
        <span class="sm mut">{{ row.again }}</span>
      </li>
    }
  </ul>`,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 16px;
      align-items: center;
      padding: 8px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    li:last-child {
      border-bottom: 0;
    }
    a {
      font: 600 15px/20px var(--b75-text);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      text-decoration: underline;
    }
  `,
})
export class LaterRooms {
  private readonly texts = inject(Texts);
  private readonly words = inject(StateWords);
  private readonly residents = inject(ResidentsStore);
  protected readonly space = inject(SpaceStore);
  readonly later = input.required<readonly LaterRoom[]>();
  readonly now = input.required<Date>();

  protected readonly rows = computed(() =>
    this.later().map(({ room, state }) => ({
      room,
      why: this.why(state),
      again: state.until
        ? this.texts.t('today.later.from', { time: this.words.moment(state.until, this.now()) })
        : this.texts.t('today.later.notToday'),
    })),
  );

  private why(state: LaterRoom['state']): string {
    const organisation = state.is === 'taken' ? this.residents.organisation(state.item.organisationId) : undefined;
    return organisation ? this.texts.t('today.later.by', { organisation: organisation.name }) : this.texts.t(`rooms.state.${state.is}`);
  }
}
