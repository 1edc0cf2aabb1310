import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatFabButton, MatIconButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { MatSidenavModule } from '@angular/material/sidenav';
import { ActivatedRoute, Router } from '@angular/router';
import type { Booking, CalendarItem } from '@bota/booking/domain';
import { type Alternative, inLanguage, readTime, wallOf } from '@bota/shared/domain';
import { Failure, Notices, PageTitle, Skeleton, Texts } from '@bota/shared/ui';
import { ResidentsStore } from '@bota/residents/web';
import { Session } from '@bota/people/web';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { BookableOrganisations } from '../book/bookable-organisations';
import { BookingPanel } from '../book/booking-panel';
import { Desk, type Seed } from '../book/desk';
import { BookingActs } from '../booking/booking-acts';
import { BookingSheet } from '../booking/booking-sheet';
import { agendaClock } from './agenda-clock';
import { AgendaFilters } from './agenda-filters';
import { AgendaLegend } from './agenda-legend';
import { AgendaMoves } from './agenda-moves';
import { AgendaPhone } from './agenda-phone';
import { type AgendaQuery, datesOf, readQuery, stepDate, type View, VIEWS, writeQuery } from './agenda-query';
import { AgendaTable } from './agenda-table';
import { AgendaWords } from './agenda-words';
import { closedTimes, takenElsewhere } from './blocked.rules';
import { CalendarGrid, type Picked, type ResourceRow } from './calendar-grid';
import { CalendarStore } from './calendar-store';
import { ConflictNote } from './conflict-note';
import { toBackgrounds, toDraftEvent, toEvents } from './event-mapping';
import { itemsOf } from './items-of';
import { isWanted, roomRows } from './room-rows';
import { hourWidth, shownHours } from './shown-hours';
import { WeekStrip } from './week-strip';
import { width } from './width';

/** Rows from which the calendar scrolls inside the page, so that only visible rows are drawn. */
const MANY_ROOMS = 14;

/** The agenda: who is where and when, in five views, as a table, or as a list per room on a phone; booking beside it. */
@Component({
  selector: 'b75-agenda',
  imports: [
    AgendaFilters,
    AgendaLegend,
    AgendaPhone,
    AgendaTable,
    BookingPanel,
    BookingSheet,
    CalendarGrid,
    ConflictNote,
    Failure,
    MatButton,
    MatButtonToggleModule,
    MatFabButton,
    MatIcon,
    MatIconButton,
    MatSidenavModule,
    Skeleton,
    WeekStrip,
  ],
  providers: [CalendarStore, AgendaMoves],
  host: { class: 'fill', '(keydown.escape)': 'escape($event)' },
  templateUrl: './agenda.html',
  styleUrl: './agenda.scss',
})
export class Agenda {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly residents = inject(ResidentsStore);
  private readonly session = inject(Session);
  private readonly words = inject(AgendaWords);
  private readonly acts = inject(BookingActs);
  private readonly notices = inject(Notices);
  protected readonly desk = inject(Desk);
  protected readonly moves = inject(AgendaMoves);
  protected readonly bookable = inject(BookableOrganisations);
  protected readonly store = inject(SpaceStore);
  protected readonly calendar = inject(CalendarStore);
  protected readonly texts = inject(Texts);
  private readonly grid = viewChild(CalendarGrid);

  protected readonly width = width();
  protected readonly clock = agendaClock();
  protected readonly views = VIEWS;
  protected readonly showsFilters = signal(false);
  private readonly params = toSignal<Record<string, string | undefined>>(this.route.queryParams, { requireSync: true });
  protected readonly query = computed<AgendaQuery>(() => {
    const query = readQuery({ ...this.params(), room: this.params()['only'] }, this.clock.today());
    return this.width().isPhone && !query.asTable ? { ...query, view: 'day' } : query;
  });
  protected readonly dates = computed(() => datesOf(this.query().view, this.query().date), {
    equal: (a, b) => a.from === b.from && a.to === b.to,
  });
  protected readonly title = computed(() => this.words.title(this.query().view, this.query().date, this.width().isPhone));
  protected readonly myOrganisations = computed(() => {
    const mine = new Set(this.session.me()?.memberships.map(({ organisationId }) => organisationId));
    return this.residents.organisations().filter(({ id }) => mine.has(id));
  });

  protected readonly rooms = computed<readonly Room[]>(() => this.store.rooms().filter((room) => isWanted(room, this.query())));
  protected readonly blocked = computed(() => [
    ...takenElsewhere(this.calendar.items(), this.store.rooms()),
    ...closedTimes(this.calendar.calendar()?.closures ?? [], { rooms: this.store.rooms(), zone: this.store.zone(), dates: this.dates() }),
  ]);
  /** Bookings of the rooms the filters keep. */
  protected readonly items = computed(() => {
    const wanted = new Set(this.rooms().map(({ id }) => id));
    return this.calendar.items().filter(({ roomIds }) => roomIds.some((id) => wanted.has(id)));
  });
  protected readonly tableItems = computed(() => (this.query().mine ? this.items().filter(({ mine }) => mine) : this.items()));
  private readonly hasRows = computed(() => ['day', 'week'].includes(this.query().view));
  private readonly bookingEvents = computed(() =>
    toEvents(this.items(), {
      organisation: this.residents.organisation,
      label: this.words.label,
      blockedLabel: this.words.blocked,
      words: { occupied: this.texts.t('booking.occupied'), draft: '' },
      onlyMine: this.query().mine,
    }),
  );
  private readonly backgrounds = computed(() => {
    const { view, room } = this.query();
    if (view === 'month' || view === 'list' || view === 'week' || (!this.hasRows() && !room)) return [];
    const wanted = new Set(this.rooms().map(({ id }) => id));
    return toBackgrounds(
      this.blocked().filter(({ roomId }) => wanted.has(roomId)),
      { blockedLabel: this.words.blocked },
    );
  });
  protected readonly events = computed(() => {
    const ghost = this.desk.ghost();
    return [...this.bookingEvents(), ...this.backgrounds(), ...(ghost ? [toDraftEvent(ghost, this.texts.t('booking.agenda.draft'))] : [])];
  });
  protected readonly rows = computed<ResourceRow[]>(() =>
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
  protected readonly floorNames = computed(
    () => new Map(this.store.floors().map(({ id, name }) => [id, inLanguage(name, this.texts.language())])),
  );
  protected readonly hours = computed(() => shownHours([...this.items(), ...this.ghostSpan()], this.store.zone()), {
    equal: (a, b) => a.from === b.from && a.to === b.to,
  });
  /** The wish on a day that is shown: the hours make room for it. */
  private ghostSpan(): { start: string; end: string }[] {
    const [ghost, { from, to }, zone] = [this.desk.ghost(), this.dates(), this.store.zone()];
    if (!ghost || ghost.start < from || ghost.start.slice(0, 10) >= to) return [];
    return [{ start: readTime(ghost.start, zone).instant.toISOString(), end: readTime(ghost.end, zone).instant.toISOString() }];
  }
  protected readonly showsNow = computed(() => {
    const clock = wallOf(this.clock.now(), this.store.zone()).slice(11);
    return this.hours().from <= clock && clock < this.hours().to;
  });
  protected readonly slotWidth = computed(() => hourWidth(this.items()));
  protected readonly gridHeight = computed(() => (this.rooms().length > MANY_ROOMS && this.hasRows() ? '100%' : 'auto'));

  protected readonly openItem = computed<CalendarItem | undefined>(() => {
    const id = this.params()['open'];
    return id ? this.calendar.items().find(({ occurrenceId }) => occurrenceId === id) : undefined;
  });
  protected readonly isBooking = computed(() => this.params()['book'] === '1' && this.bookable.mayBook());
  protected readonly panelOpen = computed(() => this.isBooking() || !!this.openItem());

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.say(this.title()));
    effect(() => this.calendar.dates.set(this.dates()));
    effect(() => {
      const isAsked = this.isBooking() && this.store.roomList.hasValue();
      untracked(() => (isAsked ? this.startBooking() : this.desk.isOpen.set(false)));
    });
  }

  protected go(change: Partial<AgendaQuery>): void {
    const { room, ...rest } = writeQuery({ ...this.query(), ...change }, this.clock.today());
    void this.router.navigate([], { relativeTo: this.route, queryParams: { ...rest, only: room }, queryParamsHandling: 'merge' });
  }

  protected step(by: 1 | -1): void {
    this.go({ date: stepDate(this.query().view, this.query().date, by) });
  }

  protected show(view: View): void {
    this.go({ view });
  }

  /** A wish from a drag, a room, or plainly the button. */
  protected book(seed: Seed = {}): void {
    if (seed.roomIds ?? seed.start) this.desk.open(seed);
    this.address({ book: '1', open: null });
  }

  /** On the day that is looked at. */
  protected bookHere(): void {
    this.book({ start: this.freeStart(this.query().date) });
  }

  protected bookRoom(room: Room, date = this.query().date): void {
    this.book({ roomIds: [room.id], start: this.freeStart(date) });
  }

  protected pick({ roomId, start, end, isWholeDay }: Picked): void {
    const rooms = roomId ?? this.store.roomBySlug(this.query().room ?? '')?.id;
    const from = isWholeDay ? { start: this.freeStart(start.slice(0, 10)) } : { start, end };
    this.book({ ...(rooms ? { roomIds: [rooms] } : {}), ...from });
    this.grid()?.clearSelection();
  }

  protected open(item: CalendarItem): void {
    this.address({ open: item.occurrenceId, book: null });
  }

  protected closePanel(): void {
    this.address({ open: null, book: null });
  }

  /** From anywhere on the page; a list or dialog that takes the key has it first. */
  protected escape(event: Event): void {
    if (this.panelOpen() && !event.defaultPrevented) this.closePanel();
  }

  /** Closed by Escape or the scrim: what was typed is kept for the next time. */
  protected panelChanged(isOpen: boolean): void {
    if (!isOpen && this.panelOpen()) this.closePanel();
  }

  protected saved({ booking, wasEdit }: { booking: Booking; wasEdit: boolean }): void {
    this.closePanel();
    if (wasEdit) this.calendar.reload();
    else this.calendar.add(itemsOf(booking));
    const undo = async () => {
      await this.acts.undoBooking(booking);
      this.calendar.reload();
    };
    const message = this.texts.t(wasEdit ? 'booking.changed' : 'booking.booked', { title: booking.title });
    this.notices.say(message, wasEdit ? undefined : { label: this.texts.t('ui.undo'), run: () => void undo() });
  }

  protected retryMove({ roomIds, start, end }: Alternative): void {
    const conflict = this.moves.conflict();
    if (conflict) void this.moves.move({ item: conflict.item, place: { roomIds, start, end }, revert: () => undefined });
  }

  private startBooking(): void {
    const { room: slug, start, end } = this.params();
    const room = slug ? this.store.roomBySlug(slug) : undefined;
    const hasSeed = !!(room ?? start);
    if (hasSeed || !this.desk.isOpen())
      this.desk.open({ ...(room ? { roomIds: [room.id] } : {}), ...(start ? { start, ...(end ? { end } : {}) } : {}) });
    const date = this.desk.form().date;
    this.address({ room: null, start: null, end: null, ...(hasSeed ? { date: date === this.clock.today() ? null : date } : {}) }, true);
  }

  private address(queryParams: Record<string, string | null>, replaceUrl = false): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }

  /** The next full hour today, ten o’clock on another day. */
  private freeStart(date: string): string {
    const next = new Date(Math.ceil(this.clock.now().getTime() / 3_600_000) * 3_600_000);
    const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: this.store.zone() }).format(next);
    return `${date}T${date === this.clock.today() ? hour : '10'}:00`;
  }
}
