import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { CalendarItem, Taken } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';
import type { Place } from '../booking/series-move';
import { readerAsks } from '../rooms/reader-asks';
import { AgendaAddress } from './agenda-address';
import { CalendarStore } from './calendar-store';

/** Where something is held over the calendar; `item` null: a wish being drawn. */
export type Hovered = { item: CalendarItem | null; place: Place };
type Rules = typeof import('../rooms/verdict');

/** Says of the place under the pointer, before anything is let go there, whether it is free, and if not why. Provided by the page. */
@Injectable()
export class DragVerdict {
  private readonly store = inject(SpaceStore);
  private readonly calendar = inject(CalendarStore);
  private readonly residents = inject(ResidentsStore);
  private readonly address = inject(AgendaAddress);
  private readonly reasons = inject(ReasonTexts);
  private readonly formats = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly asker = readerAsks();
  /** They come with the first drag. */
  private readonly rules = signal<Rules | null>(null);
  readonly hovered = signal<Hovered | null>(null);

  readonly said = computed(() => {
    const [hovered, rules] = [this.hovered(), this.rules()];
    if (!hovered || !rules) return null;
    const { start, end, roomIds } = hovered.place;
    const where = this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));
    const place = [where, this.formats.timeRange(start, end, this.store.zone())].filter(Boolean).join(', ');
    const [reason] = this.judge(hovered, rules);
    const why = reason ? this.reasons.say(reason, start).title : this.texts.t('booking.book.free');
    return { isFree: !reason, place, why };
  });

  constructor() {
    effect(() => {
      if (this.hovered() && !untracked(this.rules)) void import('../rooms/verdict').then((rules) => this.rules.set(rules));
    });
  }

  private judge({ item, place }: Hovered, { reasonsHere }: Rules) {
    const wished = {
      rooms: place.roomIds.flatMap((id) => this.store.room(id) ?? []),
      span: { start: new Date(place.start), end: new Date(place.end) },
      ...{ item, now: this.address.clock.now(), asker: this.asker(), named: this.named },
    };
    const { items, closures } = this.calendar.calendar() ?? { items: [], closures: [] };
    return reasonsHere(wished, { rooms: this.store.rooms(), items, closures, zone: this.store.zone() });
  }

  /** With the name of the organisation, as the server says it. */
  private readonly named = (by: Taken['by']): Taken['by'] => {
    const organisation = this.residents.organisation(by.organisationId)?.name;
    return organisation ? { ...by, organisation } : by;
  };
}
