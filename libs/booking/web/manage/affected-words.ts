import { inject, Injectable } from '@angular/core';
import type { CalendarItem } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import type { Alternative } from '@bota/shared/domain';
import { Formats } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

export type AffectedRow = { id: string; booking: string; title: string; when: string };

/** Dates that a change meets, and places they could take, in words. */
@Injectable({ providedIn: 'root' })
export class AffectedWords {
  private readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly residents = inject(ResidentsStore);

  row(item: CalendarItem): AffectedRow {
    const who = this.residents.organisation(item.organisationId ?? '')?.name;
    const when = [this.time(item), this.rooms(item.roomIds), who].filter(Boolean).join(' · ');
    return { id: item.occurrenceId, booking: item.bookingId, title: item.title ?? '', when };
  }

  /** Another room first, for a date that keeps its time. */
  place = (place: Alternative, { start, end }: CalendarItem): string => {
    const isSameTime = Date.parse(place.start) === Date.parse(start) && Date.parse(place.end) === Date.parse(end);
    return [this.rooms(place.roomIds), ...(isSameTime ? [] : [this.time(place)])].join(' · ');
  };

  private rooms = (ids: readonly string[]): string => this.formats.list(ids.flatMap((id) => this.space.named(id)?.name ?? []));

  private time({ start, end }: Pick<CalendarItem, 'start' | 'end'>): string {
    const zone = this.space.zone();
    return `${this.formats.day(start, zone, 'short')} ${this.formats.timeRange(start, end, zone)}`;
  }
}
