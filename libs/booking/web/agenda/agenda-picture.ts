import { computed, inject, Injectable } from '@angular/core';
import type { CalendarItem } from '@bota/booking/domain';
import { inLanguage, readTime, wallOf } from '@bota/shared/domain';
import { Texts } from '@bota/shared/ui';
import { ResidentsStore } from '@bota/residents/web';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { Desk } from '../book/desk';
import { AgendaAddress } from './agenda-address';
import { AgendaWords } from './agenda-words';
import { closedTimes, takenElsewhere } from './blocked.rules';
import type { ResourceRow } from './calendar-grid';
import { CalendarStore } from './calendar-store';
import { EventDress } from './event-dress';
import { toBackgrounds, toDraftEvent, toEvents } from './event-mapping';
import { isWanted, roomRows } from './room-rows';
import { hourWidth, shownHours } from './shown-hours';

/** Rows from which the calendar scrolls inside the page, so that only visible rows are drawn. */
const MANY_ROOMS = 14;

/** What the agenda shows of the house, from what is known and what the address asks. Provided by the page. */
@Injectable()
export class AgendaPicture {
  private readonly address = inject(AgendaAddress);
  private readonly calendar = inject(CalendarStore);
  private readonly store = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  private readonly desk = inject(Desk);
  private readonly dress = inject(EventDress);
  private readonly words = inject(AgendaWords);
  private readonly texts = inject(Texts);

  readonly rooms = computed<readonly Room[]>(() => this.store.rooms().filter((room) => isWanted(room, this.address.query())));
  readonly blocked = computed(() => [
    ...takenElsewhere(this.calendar.items(), this.store.rooms()),
    ...closedTimes(this.calendar.calendar()?.closures ?? [], {
      rooms: this.store.rooms(),
      zone: this.store.zone(),
      dates: this.address.dates(),
    }),
  ]);
  /** Bookings of the rooms the filters keep. */
  readonly items = computed(() => {
    const wanted = new Set(this.rooms().map(({ id }) => id));
    const { me } = this.address.query();
    return this.calendar.items().filter(({ roomIds, own }) => (!me || own) && roomIds.some((id) => wanted.has(id)));
  });
  /** Whose bookings the filters ask for; without such a filter, everybody's. */
  readonly isAsked = computed<(item: CalendarItem) => boolean>(() => {
    const { mine, organisation: slug } = this.address.query();
    if (mine) return (item) => item.mine;
    return slug ? ({ organisationId }) => this.residents.organisation(organisationId)?.slug === slug : () => true;
  });
  private readonly hasRows = computed(() => ['day', 'week'].includes(this.address.query().view));
  private readonly bookingEvents = computed(() => {
    const { colour, view } = this.address.query();
    // A list holds what is asked for; beside others in a calendar it stands out.
    const items = view === 'list' ? this.items().filter(this.isAsked()) : this.items();
    return toEvents(items, {
      label: this.words.label,
      blockedLabel: this.words.blocked,
      words: { occupied: this.texts.t('booking.occupied'), draft: '' },
      isDimmed: (item) => !this.isAsked()(item),
      dress: (item) => ({ look: this.dress.look(item, colour), mark: this.dress.mark(item, colour) }),
    });
  });
  private readonly backgrounds = computed(() => {
    const { view, room } = this.address.query();
    if (view === 'month' || view === 'list' || view === 'week' || (!this.hasRows() && !room)) return [];
    const wanted = new Set(this.rooms().map(({ id }) => id));
    return toBackgrounds(
      this.blocked().filter(({ roomId }) => wanted.has(roomId)),
      { blockedLabel: this.words.blocked },
    );
  });
  readonly events = computed(() => {
    const ghost = this.desk.ghost();
    return [...this.bookingEvents(), ...this.backgrounds(), ...(ghost ? [toDraftEvent(ghost, this.texts.t('booking.agenda.draft'))] : [])];
  });
  readonly rows = computed<ResourceRow[]>(() =>
    roomRows(this.rooms()).map(({ room, part }, order) => ({
      id: room.id,
      title: room.name,
      order,
      floor: room.floorId ?? '',
      part: part === 'none' ? '' : `part ${part}`,
      label: {
        name: room.name,
        href: `/${this.store.ref()}/rooms/${room.slug}`,
        stepFree: room.features.includes('step-free') ? this.texts.t('spaces.feature.step-free') : null,
        details: this.words.roomDetails(room),
      },
    })),
  );
  readonly floorNames = computed(() => new Map(this.store.floors().map(({ id, name }) => [id, inLanguage(name, this.texts.language())])));
  readonly hours = computed(() => shownHours([...this.items(), ...this.ghostSpan()], this.store.zone()), {
    equal: (a, b) => a.from === b.from && a.to === b.to,
  });
  readonly showsNow = computed(() => {
    const clock = wallOf(this.address.clock.now(), this.store.zone()).slice(11);
    return this.hours().from <= clock && clock < this.hours().to;
  });
  readonly slotWidth = computed(() => hourWidth(this.items()));
  readonly gridHeight = computed(() => (this.rooms().length > MANY_ROOMS && this.hasRows() ? '100%' : 'auto'));

  /** The wish on a day that is shown: the hours make room for it. */
  private ghostSpan(): { start: string; end: string }[] {
    const [ghost, { from, to }, zone] = [this.desk.ghost(), this.address.dates(), this.store.zone()];
    if (!ghost || ghost.start < from || ghost.start.slice(0, 10) >= to) return [];
    return [{ start: readTime(ghost.start, zone).instant.toISOString(), end: readTime(ghost.end, zone).instant.toISOString() }];
  }
}
