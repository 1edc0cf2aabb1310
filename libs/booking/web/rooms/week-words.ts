import { inject, Injectable } from '@angular/core';
import type { CalendarItem } from '@bota/booking/domain';
import { inLanguage } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { ResidentsStore } from '@bota/residents/web';
import { SpaceStore } from '@bota/spaces/web';
import type { Blocked } from '../agenda/blocked.rules';

/** What stands in the week of a room, said in one sentence each. Needs the texts `rooms`. */
@Injectable({ providedIn: 'root' })
export class WeekWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);

  title = (item: CalendarItem): string => item.title ?? this.texts.t('rooms.room.occupied');

  label(item: CalendarItem): string {
    const when = `${this.formats.day(item.start, this.space.zone(), 'long')} ${this.formats.timeRange(item.start, item.end, this.space.zone())}`;
    return [this.title(item), this.residents.organisation(item.organisationId)?.name, when].filter(Boolean).join(', ');
  }

  blocked(blocked: Blocked): string {
    if (blocked.why !== 'closed') {
      return this.texts.t('rooms.room.through', {
        room: this.formats.list(blocked.roomIds.flatMap((id) => this.space.room(id)?.name ?? [])),
      });
    }
    const reason = blocked.reason ? inLanguage(blocked.reason, this.texts.language()) : '';
    return reason ? this.texts.t('rooms.room.closedBecause', { reason }) : this.texts.t('rooms.room.closed');
  }
}
