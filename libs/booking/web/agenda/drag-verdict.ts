import { computed, inject, Injectable, signal } from '@angular/core';
import { type CalendarItem, reasonsAgainst, type RoomFacts, type Taken } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { ResidentsStore } from '@bota/residents/web';
import type { Reason } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import type { Place } from '../booking/series-move';
import { ReasonTexts } from '../booking/reason-texts';
import { closureFacts, takenIn } from '../rooms/availability';
import { AgendaAddress } from './agenda-address';
import { CalendarStore } from './calendar-store';

/** Where something is held over the calendar; `item` null: a wish being drawn. */
export type Hovered = { item: CalendarItem | null; place: Place };

/** A room as the rules know it: its parts keep their own buffers when it is booked whole. */
export function withPartBuffers(room: Room, rooms: readonly Room[]): RoomFacts {
  const parts = rooms.filter(({ unitIds }) => unitIds.every((unitId) => room.unitIds.includes(unitId)));
  const bufferMinutes = Math.max(0, ...parts.map(({ rules }) => rules.bufferMinutes ?? 0));
  return { ...room, rules: { ...room.rules, bufferMinutes } };
}

/** Says of the place under the pointer, before anything is let go there, whether it is free, and if not why. Provided by the page. */
@Injectable()
export class DragVerdict {
  private readonly store = inject(SpaceStore);
  private readonly calendar = inject(CalendarStore);
  private readonly session = inject(Session);
  private readonly residents = inject(ResidentsStore);
  private readonly address = inject(AgendaAddress);
  private readonly reasons = inject(ReasonTexts);
  private readonly formats = inject(Formats);
  private readonly texts = inject(Texts);
  readonly hovered = signal<Hovered | null>(null);

  readonly said = computed(() => {
    const hovered = this.hovered();
    if (!hovered) return null;
    const { start, end, roomIds } = hovered.place;
    const where = this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));
    const place = [where, this.formats.timeRange(start, end, this.store.zone())].filter(Boolean).join(', ');
    const [reason] = this.judge(hovered);
    const why = reason ? this.reasons.say(reason, start).title : this.texts.t('booking.book.free');
    return { isFree: !reason, place, why };
  });

  /** By the rules the server books with, from what is on screen. */
  private judge({ item, place }: Hovered): Reason[] {
    const rooms = place.roomIds.flatMap((id) => this.store.room(id) ?? []);
    const items = this.calendar.items().filter(({ occurrenceId }) => occurrenceId !== item?.occurrenceId);
    const closures = this.calendar.calendar()?.closures ?? [];
    const house = { rooms: this.store.rooms(), items, closures, zone: this.store.zone() };
    const span = { start: new Date(place.start), end: new Date(place.end) };
    const now = this.address.clock.now();
    if (span.start < now) return [{ code: 'IN_THE_PAST' }];
    return reasonsAgainst({
      ...{ span, zone: house.zone, now, asker: this.asker() },
      rooms: rooms.map((room) => withPartBuffers(room, house.rooms)),
      closures: closureFacts(closures),
      taken: rooms.flatMap((room) => takenIn(room, house)).map((one) => ({ ...one, by: this.named(one.by) })),
      ...(item?.attendees && { attendees: item.attendees }),
      ...(item?.setUpMinutes && { setUpMinutes: item.setUpMinutes }),
      ...(item?.tearDownMinutes && { tearDownMinutes: item.tearDownMinutes }),
    });
  }

  /** With the name of the organisation, as the server says it. */
  private named(by: Taken['by']): Taken['by'] {
    const organisation = this.residents.organisation(by.organisationId)?.name;
    return organisation ? { ...by, organisation } : by;
  }

  private asker() {
    const organisationIds = this.session.me()?.memberships.map(({ organisationId }) => organisationId) ?? [];
    return { organisationIds, isCoordinator: this.store.space.hasValue() && this.store.space.value().may.configure };
  }
}
