import { inject, Injectable } from '@angular/core';
import type { CalendarItem } from '@bota/booking/domain';
import { orgClasses, Texts } from '@bota/shared/ui';
import { ResidentsStore } from '@bota/residents/web';
import type { AgendaQuery } from './agenda-query';
import { KIND_LOOKS, kindOf } from './event-kind';

type Colour = AgendaQuery['colour'];

/** How a booking looks by what the colours say, in every form of the agenda, and the same in words. */
@Injectable({ providedIn: 'root' })
export class EventDress {
  private readonly residents = inject(ResidentsStore);
  private readonly texts = inject(Texts);

  look(item: CalendarItem, colour: Colour): string {
    if (colour === 'kind') return KIND_LOOKS[kindOf(item)];
    return item.title === undefined ? 'priv' : orgClasses(this.residents.organisation(item.organisationId));
  }

  /** What stands in it beside its time: initials, or the kind. */
  mark(item: CalendarItem, colour: Colour): string {
    return colour === 'kind' ? this.kind(item) : (this.residents.organisation(item.organisationId)?.initials ?? '');
  }

  /** What a colour cannot say alone: the kind when it is coloured by it, and how it stands where it is not plainly confirmed. */
  words(item: CalendarItem, colour: Colour): string {
    const kind = colour === 'kind' ? this.kind(item) : '';
    const status =
      item.status === 'confirmed' || (kind && kindOf(item) === item.status) ? '' : this.texts.t(`booking.status.${item.status}`);
    return [kind, status].filter(Boolean).join(', ');
  }

  private kind = (item: CalendarItem): string => this.texts.t(`booking.kind.${kindOf(item)}`);
}
