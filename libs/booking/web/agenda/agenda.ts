import { Component, computed, effect, ElementRef, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { MatButton, MatFabButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSidenavModule } from '@angular/material/sidenav';
import { type Booking, type CalendarItem, takesRooms } from '@bota/booking/domain';
import { type Alternative, dateOf } from '@bota/shared/domain';
import { Failure, type IconName, Notices, PageTitle, Segments, Skeleton, Texts } from '@bota/shared/ui';
import { ResidentsStore } from '@bota/residents/web';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { BookableOrganisations } from '../book/bookable-organisations';
import { BookingPanel } from '../book/booking-panel';
import { Desk, type Seed } from '../book/desk';
import { BookingActs } from '../booking/booking-acts';
import { BookingSheet } from '../booking/booking-sheet';
import { AgendaAddress, ON_PHONE } from './agenda-address';
import { AgendaFilters } from './agenda-filters';
import { AgendaLegend } from './agenda-legend';
import { AgendaMoves, type Conflict } from './agenda-moves';
import { AgendaPhone } from './agenda-phone';
import { AgendaPhoneList } from './agenda-phone-list';
import { hasFilter, type View, VIEWS, writeQuery } from './agenda-query';
import { AgendaPicture } from './agenda-picture';
import { AgendaPrint, printing } from './agenda-print';
import { AgendaTable } from './agenda-table';
import { AgendaViews } from './agenda-views';
import { AgendaWords } from './agenda-words';
import { AgendaYear } from './agenda-year';
import { CalendarGrid, type Picked } from './calendar-grid';
import type { GridView } from './calendar-parts';
import { CalendarStore } from './calendar-store';
import { ConflictNote } from './conflict-note';
import { DragVerdict } from './drag-verdict';
import { itemsOf } from './items-of';
import { seedFrom } from './seed-from';
import { mark, reveal } from './reveal';
import { SavedViewsStore } from './saved-views.store';
import { SideFocus } from './side-focus';
import { WeekStrip } from './week-strip';

/** The agenda: who is where and when, in six views, as a table, or as a list per room or per day on a phone; booking beside it. */
@Component({
  selector: 'b75-agenda',
  imports: [
    AgendaFilters,
    AgendaLegend,
    AgendaPhone,
    AgendaPhoneList,
    AgendaPrint,
    AgendaTable,
    AgendaViews,
    AgendaYear,
    BookingPanel,
    BookingSheet,
    CalendarGrid,
    ConflictNote,
    Failure,
    MatButton,
    MatFabButton,
    MatIcon,
    MatIconButton,
    MatSidenavModule,
    Segments,
    Skeleton,
    WeekStrip,
  ],
  providers: [AgendaAddress, CalendarStore, AgendaPicture, AgendaMoves, DragVerdict, SavedViewsStore],
  host: { class: 'fill', '(keydown.escape)': 'escape($event)' },
  templateUrl: './agenda.html',
  styleUrl: './agenda.scss',
})
export class Agenda {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly focus = new SideFocus(this.host);
  private readonly residents = inject(ResidentsStore);
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
  /** The code of both comes with the first that is opened: the side opens, or what is open gives way, when it is there. */
  private readonly panel = viewChild('panel');
  private readonly sheet = viewChild('sheet');

  protected readonly drag = inject(DragVerdict);
  protected readonly isPrinting = printing();
  protected readonly address = inject(AgendaAddress);
  protected readonly picture = inject(AgendaPicture);
  protected readonly query = this.address.query;
  protected readonly width = this.address.width;
  protected readonly views = computed(() => VIEWS.map((value) => ({ value, text: this.texts.t(`booking.agenda.views.${value}`) })));
  /** An address with filters shows them. */
  protected readonly showsFilters = signal(hasFilter(this.query()));
  protected readonly title = computed(() => this.words.title(this.query().view, this.query().date, this.width().isPhone));
  protected readonly gridView = computed<GridView>(() => {
    const { view } = this.query();
    return view === 'year' ? 'day' : view;
  });
  /** What a phone shows otherwise. */
  protected readonly otherViews = computed(() => ON_PHONE.filter((view) => view !== this.query().view));
  protected readonly viewIcons: Partial<Record<View, IconName>> = { day: 'calendar_today', list: 'list', year: 'calendar_month' };
  /** A day is chosen in the strip of its week. */
  protected readonly hasStrip = computed(() => this.width().isPhone && !['year', 'list'].includes(this.query().view));
  /** What may be kept: everything but the date. */
  protected readonly keptQuery = computed(() => {
    const { room, ...rest } = writeQuery(this.query(), this.address.clock.today());
    const said = Object.entries({ ...rest, date: null, only: room }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return new URLSearchParams(said).toString().replaceAll('%2C', ',');
  });
  /** The filters, as the server counts by them. */
  protected readonly narrowed = computed(() => {
    const { me, mine, organisation: slug } = this.query();
    const who = me ? '&who=me' : mine ? '&who=organisations' : '';
    const organisation = slug && this.residents.organisations().find((one) => one.slug === slug);
    const isSome = this.picture.rooms().length < this.store.rooms().length;
    const rooms = isSome
      ? `&rooms=${this.picture
          .rooms()
          .map(({ id }) => id)
          .join(',')}`
      : '';
    return `${who}${organisation ? `&organisation=${organisation.id}` : ''}${rooms}`;
  });
  protected readonly printed = computed(() => this.picture.items().filter((item) => this.picture.isAsked()(item)));
  protected readonly myOrganisations = this.bookable.mine;

  protected readonly openItem = computed<CalendarItem | undefined>(() => {
    const id = this.address.params()['open'];
    return id ? this.calendar.items().find(({ occurrenceId }) => occurrenceId === id) : undefined;
  });
  protected readonly isBooking = computed(() => this.address.params()['book'] === '1' && this.bookable.mayBook());
  private readonly side = computed(() => {
    if (this.isBooking()) return this.panel() ? 'panel' : 'coming';
    if (!this.openItem()) return 'none';
    return this.sheet() ? 'sheet' : 'coming';
  });
  protected readonly panelOpen = linkedSignal<{ is: 'panel' | 'coming' | 'sheet' | 'none' }, boolean>({
    source: () => ({ is: this.side() }),
    computation: ({ is }, before) => (is === 'coming' ? !!before?.value : is !== 'none'),
  });

  /** Beside the side there is room for a short one: the calendar does not move down when something opens. */
  protected readonly heading = computed(() => {
    const { view, date } = this.query();
    return this.panelOpen() ? this.words.title(view, date, true) : this.title();
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    inject(SavedViewsStore);
    effect(() => pageTitle.say(this.title()));
    effect(() => this.calendar.dates.set(this.address.dates()));
    effect(() => {
      const shown = this.panel() ?? (this.sheet() && this.openItem()?.occurrenceId);
      if (shown && this.panelOpen()) setTimeout(() => this.focus.enter());
    });
    const openId = computed(() => this.openItem()?.occurrenceId);
    effect(() => {
      const id = openId();
      if (id) void reveal(this.host, id);
    });
    effect(() => {
      const isAsked = this.isBooking() && this.store.roomList.hasValue();
      untracked(() => (isAsked ? this.startBooking() : this.desk.isOpen.set(false)));
    });
  }

  protected show(view: View): void {
    this.address.go({ view });
  }

  protected print = (): void => window.print();

  /** A wish from a drag or a room; without one what is on the desk. */
  protected book(seed: Seed = {}): void {
    if (seed.roomIds ?? seed.start) this.desk.open(seed);
    this.address.set({ book: '1', open: null });
  }

  /** What is on the desk, on its own day. */
  protected bookAgain(): void {
    this.address.set({ book: '1', open: null, date: this.desk.form().date });
  }

  /** On the day that is looked at, unless a wish was left unfinished. */
  protected bookHere(): void {
    this.desk.resume({ start: this.address.freeStart(this.query().date) });
    this.book();
  }

  protected bookRoom(room: Room, date = this.query().date): void {
    this.book({ roomIds: [room.id], start: this.address.freeStart(date) });
  }

  protected pick({ roomId, start, end, isWholeDay }: Picked): void {
    const rooms = roomId ?? this.store.roomBySlug(this.query().room ?? '')?.id;
    const from = isWholeDay ? { start: this.address.freeStart(start.slice(0, 10)) } : { start, end };
    this.book({ ...(rooms ? { roomIds: [rooms] } : {}), ...from });
    this.grid()?.clearSelection();
  }

  protected open(item: CalendarItem): void {
    this.address.set({ open: item.occurrenceId, book: null });
  }

  protected closePanel(): void {
    this.address.set({ open: null, book: null });
  }

  /** From anywhere on the page; a list or dialog that takes the key has it first. */
  protected escape(event: Event): void {
    // Lists answer the key at the end of its way, after us.
    setTimeout(() => this.panelOpen() && !event.defaultPrevented && this.closePanel());
  }

  protected panelChanged(): void {
    if (!this.panelOpen()) setTimeout(() => this.focus.leave());
  }

  protected saved({ booking, wasEdit }: { booking: Booking; wasEdit: boolean }): void {
    this.closePanel();
    if (wasEdit) this.calendar.reload();
    else this.calendar.add(itemsOf(booking));
    void this.showMade(booking);
    const undo = async () => {
      await this.acts.undoBooking(booking);
      this.calendar.reload();
    };
    const said = { requested: 'booking.asked', held: 'booking.kept' }[booking.status as string] ?? 'booking.booked';
    const message = this.texts.t(wasEdit ? 'booking.changed' : said, { title: booking.title });
    this.notices.say(message, wasEdit ? undefined : { label: this.texts.t('ui.undo'), run: () => void undo() });
  }

  /** Where it stands now: its first date here, or its day when none of them is looked at. */
  private async showMade({ occurrences }: Booking): Promise<void> {
    const taking = occurrences.filter(takesRooms);
    const dates = taking.map(({ start }) => dateOf(new Date(start), this.store.zone()));
    const { from, to } = this.address.dates();
    const index = Math.max(
      0,
      dates.findIndex((date) => from <= date && date < to),
    );
    const [made, date = from] = [taking[index], dates[index]];
    if (date < from || date >= to) this.address.go({ date });
    const element = made && (await reveal(this.host, made.id));
    if (element) mark(element);
  }

  protected retryMove({ roomIds, start, end }: Alternative): void {
    const conflict = this.moves.conflict();
    if (conflict) void this.moves.move({ item: conflict.item, place: { roomIds, start, end }, revert: () => undefined });
  }

  protected async moveInPanel(conflict: Conflict): Promise<void> {
    if (await this.moves.continueInPanel(conflict)) this.address.set({ book: '1', open: null });
  }

  private startBooking(): void {
    const seed = seedFrom(this.address.params(), this.store);
    if (seed || !this.desk.isOpen()) this.desk.open(seed ?? {});
    const date = this.desk.form().date;
    this.address.set(
      {
        room: null,
        start: null,
        end: null,
        attendees: null,
        layout: null,
        ...(seed ? { date: date === this.address.clock.today() ? null : date } : {}),
      },
      true,
    );
  }
}
