import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { CalendarItem } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { Formats, OrgBadge, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { StateWords } from '../rooms/state-words';

/** One activity of the house: who, what, where, until when. A private one only says that the room is occupied. */
@Component({
  selector: '[b75-doing-row]',
  imports: [MatIcon, OrgBadge, RouterLink, Status],
  templateUrl: './doing-row.html',
  styleUrl: './doing-row.scss',
})
export class DoingRow {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(StateWords);
  private readonly residents = inject(ResidentsStore);
  protected readonly space = inject(SpaceStore);
  readonly item = input.required<CalendarItem>();
  readonly isRunning = input(false);

  protected readonly organisation = computed(() => this.residents.organisation(this.item().organisationId));
  protected readonly where = computed(() => {
    const { start, end, roomIds } = this.item();
    const until = this.texts.t('rooms.until.time', { time: this.formats.time(end, this.space.zone()) });
    return `${this.words.rooms(roomIds)} · ${this.isRunning() ? until : this.formats.timeRange(start, end, this.space.zone())}`;
  });
}
