import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { Router } from '@angular/router';
import { FullCalendarComponent, FullCalendarModule } from '@fullcalendar/angular';
import theme from '@fullcalendar/angular/themes/monarch';
import type {
  CalendarOptions,
  DateSelectInfo,
  DateSpanApi,
  EventApi,
  EventDisplayInfo,
  EventDropInfo,
  EventInput,
  EventResizeDoneInfo,
} from 'fullcalendar';
import resourceTimeline from 'fullcalendar-scheduler/resource-timeline';
import type { ResourceApi, ResourceInput } from 'fullcalendar-scheduler';
import type { CalendarItem } from '@bota/booking/domain';
import { dateOf, wallOf } from '@bota/shared/domain';
import { atFirstAct, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { moveFocus } from './arrow-focus';
import { calendarLocales, LOCALE_NAMES } from './calendar-locales';
import { FC_VIEWS, type GridView, isLoaded, loadedParts, loadPart, loadViews, type Part, partOf } from './calendar-parts';
import { plainRoles, reachHours } from './plain-roles';
import type { Hovered } from './drag-verdict';
import { eventContent, roomContent, type RoomLabel } from './event-content';
import type { EventProps } from './event-mapping';
import type { Place } from '../booking/series-move';
import { width } from './width';

const DONE = true;

export type Picked = { roomId?: string; start: string; end: string; isWholeDay: boolean };
export type Moved = { item: CalendarItem; place: Place; revert: () => void };
export type ResourceRow = ResourceInput & { id: string; floor: string; label: RoomLabel; part: string };

/** FullCalendar with our rooms, our drawing and our words; it knows nothing of where data come from. */
@Component({
  selector: 'b75-calendar-grid',
  host: { '[class]': '"view-" + view()', '(keydown)': 'moveFocus($event)' },
  imports: [FullCalendarModule],
  encapsulation: ViewEncapsulation.None,
  template: `@if (parts()) {
    <full-calendar [options]="options()" [events]="events()" [resources]="rows()" />
  }`,
  styleUrl: './calendar-theme.scss',
})
export class CalendarGrid {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly store = inject(SpaceStore);
  private readonly router = inject(Router);
  private readonly calendar = viewChild(FullCalendarComponent);
  private readonly width = width();
  private asked: Hovered | null = null;
  protected readonly moveFocus = moveFocus;
  readonly view = input.required<GridView>();
  readonly date = input.required<string>();
  readonly events = input.required<EventInput[]>();
  readonly rows = input.required<ResourceRow[]>();
  readonly floorNames = input.required<ReadonlyMap<string, string>>();
  readonly hours = input.required<{ from: string; to: string }>();
  /** Least width of an hour, in px: below it the axis scrolls. */
  readonly slotWidth = input(52);
  readonly maySelect = input(false);
  /** Whether the present moment lies within the hours shown. */
  readonly showsNow = input(true);
  readonly height = input<'auto' | '100%'>('auto');
  readonly picked = output<Picked>();
  readonly opened = output<CalendarItem>();
  /** A day of the month that holds more than is drawn. */
  readonly dayOpened = output<string>();
  readonly moved = output<Moved>();
  /** What is held over which place while it is dragged; null when it is let go. */
  readonly hovered = output<Hovered | null>();

  /** What is loaded; the present view stands until the next one is there. */
  protected readonly parts = signal<ReturnType<typeof loadedParts> | null>(null);
  private readonly wanted = computed(() => [...partOf(this.view()), ...(this.isDraggable() ? (['drag'] as const) : [])]);
  private readonly isDraggable = computed(() => this.maySelect() || this.events().some(({ editable }) => editable));

  protected readonly options = computed<CalendarOptions>(() => ({
    ...this.fixed,
    ...this.parts()?.options,
    plugins: [resourceTimeline, theme, ...(this.parts()?.plugins ?? [])],
    views: { ...this.fixed.views, ...this.parts()?.options.views, ...this.hourly() },
    ...(isLoaded('drag') && this.dragging),
    locale: LOCALE_NAMES[this.texts.language()],
    timeZone: this.store.zone(),
    slotMinTime: this.hours().from,
    slotMaxTime: this.hours().to,
    selectable: this.maySelect(),
    height: this.height(),
    virtualization: this.height() === '100%',
    noEventsText: this.texts.t('booking.agenda.nothing'),
    moreLinkText: (n: number) => this.texts.count('booking.agenda.more', n),
    resourceColumns: [{ field: 'title', headerContent: this.texts.t('booking.agenda.rooms') }],
    nowIndicator: this.showsNow(),
    slotMinWidth: this.slotWidth(),
    ...(this.floorNames().size ? { resourceGroupField: 'floor' } : {}),
    resourceGroupHeaderContent: ({ fieldValue }: { fieldValue: string }) => this.floorNames().get(fieldValue) ?? '',
    eventContent: this.drawer(),
    backgroundEventContent: this.drawer(),
  }));

  /** So many bookings beside each other that their titles can be read; the others are behind a link. */
  private readonly hourly = computed<CalendarOptions['views']>(() => {
    const views = this.parts()?.options.views;
    return views?.timeGridWeek && { timeGridWeek: { ...views.timeGridWeek, eventMaxStack: this.width().isWide ? 2 : 1 } };
  });

  private readonly drawer = computed(() => {
    const zone = this.store.zone();
    const words = {
      private: this.texts.t('booking.private'),
      rooms: (ids: readonly string[]) => this.formats.list(ids.flatMap((id) => this.store.room(id)?.name ?? [])),
      draft: this.texts.t('booking.agenda.draft'),
      time: (at: Date) => this.formats.time(at, zone),
      timeRange: (start: Date, end: Date) => this.formats.timeRange(start, end, zone),
    };
    return (info: EventDisplayInfo) => eventContent(info, words);
  });

  /** Options that never change: the same functions each time, so that FullCalendar redraws only what did. */
  private readonly fixed: CalendarOptions = {
    schedulerLicenseKey: 'AGPL-My-Frontend-And-Backend-Are-Open-Source',
    locales: calendarLocales,
    headerToolbar: false,
    initialView: 'resourceTimelineDay',
    borderless: true,
    firstDay: 1,
    dayMaxEvents: 4,
    editable: false,
    eventOverlap: true,
    snapDuration: '00:15',
    slotHeaderInterval: '01:00',
    eventMinWidth: 8,
    rowEventTitleSticky: false,
    resourceOrder: 'order',
    refetchResourcesOnNavigate: false,
    eventInteractive: true,
    slotHeaderContent: ({ isTime, date, text }) => (isTime ? this.formats.time(date, this.store.zone()) : text),
    nowIndicatorHeaderContent: ({ date }) => this.formats.time(date, this.store.zone()),
    resourceCellContent: ({ resource }) => (resource ? roomContent(resource.extendedProps['label']) : ''),
    resourceColumnsWidth: 172,
    resourceColumnHeaderInnerClass: 'vh',
    resourceColumnDividerClass: 'rooms-edge',
    resourceIndentClass: 'fc-indent',
    resourceCellInnerClass: 'room-in',
    resourceCellClass: ({ resource }) => `room-cell ${resource?.extendedProps['part'] ?? ''}`,
    resourceGroupHeaderClass: 'floor-cell',
    resourceGroupHeaderInnerClass: 'floor-in',
    resourceGroupLaneClass: 'floor-lane',
    resourceLaneBottomClass: 'fc-none',
    timelineBottomClass: 'fc-none',
    dayHeaderInnerClass: 'day-head',
    slotHeaderInnerClass: 'slot-in',
    slotHeaderClass: ({ isToday }) => `slot-head ${isToday ? 'today' : ''}`,
    nowIndicatorSnap: false,
    nowIndicatorLineClass: 'now-line',
    nowIndicatorDotClass: 'now-dot',
    popoverClass: 'b75-more',
    eventInnerClass: 'fc-in',
    backgroundEventInnerClass: 'fc-in',
    listItemEventClass: 'fc-row',
    listDayHeaderClass: 'list-day',
    listDayHeaderContent: ({ level, date, text }) => (level ? text : this.formats.day(date, this.store.zone(), 'long')),
    listDayHeaderInnerClass: ({ level, isToday }) => (level ? 'vh' : `list-name ${isToday ? 'today' : ''}`),
    eventClass: ({ event }) => `fc-ev ${(event.extendedProps as EventProps).kind} is-${event.id}`,
    backgroundEventClass: ({ event }) => `fc-bg ${(event.extendedProps as EventProps).kind}`,
    nowIndicatorHeaderClass: 'now-label',
    resourceCellDidMount: ({ el }) => this.routeLinks(el),
    moreLinkClick: ({ date, view }) => (view.type === FC_VIEWS.month ? this.openDay(date) : 'popover'),
    eventClick: ({ event, jsEvent }) => this.open(event, jsEvent),
    select: (info) => this.pick(info),
    eventAllow: (span, event) => this.hover(span, event?.extendedProps as EventProps | undefined),
    selectAllow: (span) => this.hover(span),
    unselect: () => this.hovered.emit(null),
    views: {
      resourceTimelineDay: { slotDuration: '01:00' },
      resourceTimelineWeek: {
        slotDuration: { days: 1 },
        snapDuration: { days: 1 },
        slotMinWidth: 110,
        slotHeaderInterval: { days: 1 },
        slotHeaderFormat: { weekday: 'short', day: 'numeric' },
        eventDurationEditable: false,
        nowIndicatorHeaderClass: 'fc-none', // it would hide the name of the day
      },
    },
  };
  private readonly dragging: CalendarOptions = {
    eventDragStop: () => this.hovered.emit(null),
    eventResizeStop: () => this.hovered.emit(null),
    eventDrop: (info) => this.drop(info),
    eventResize: (info) => this.drop(info),
  };

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const resized = new ResizeObserver(() => reachHours(host));
      resized.observe(host);
      const stop = plainRoles(host);
      destroyed.onDestroy(() => resized.disconnect());
      destroyed.onDestroy(stop);
    });
    atFirstAct(loadViews);
    effect(() => void this.load(this.wanted()));
    afterRenderEffect(() => {
      const api = this.calendar()?.getApi();
      const [view, date] = [FC_VIEWS[this.view()], this.date()];
      if (!this.parts() || !api || !partOf(this.view()).every(isLoaded)) return;
      if (api.view.type !== view) api.changeView(view, date);
      else api.gotoDate(date);
      this.options();
      requestAnimationFrame(() => reachHours(host));
    });
  }

  /** Takes the selection of a drag away once the wish is drawn by us. */
  clearSelection(): void {
    this.calendar()?.getApi().unselect();
  }

  private async load(wanted: readonly Part[]): Promise<void> {
    await Promise.all(wanted.map(loadPart));
    this.parts.set(loadedParts());
  }

  /** Links to rooms are drawn outside Angular: they go through the router all the same. */
  private routeLinks(el: HTMLElement): void {
    el.addEventListener('click', (click) => {
      const link = (click.target as HTMLElement).closest('a');
      if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      void this.router.navigateByUrl(link.getAttribute('href') ?? '/');
    });
  }

  /** Any place may be hovered: whether it is free is said, and the server has the last word. */
  private hover(span: DateSpanApi & { resource?: ResourceApi }, props?: EventProps): boolean {
    const item = props?.kind === 'booking' ? props.item : null;
    const roomIds = span.resource ? [span.resource.id] : (item?.roomIds ?? []);
    if (roomIds.length > 0 && !span.allDay) this.gather({ item, place: { roomIds, ...this.timeOf(item, span) } });
    return true;
  }

  /** FullCalendar asks for each room of a booking by itself: they are told together. */
  private gather({ item, place }: Hovered): void {
    const before = this.asked;
    const isSame = before?.item === item && before.place.start === place.start;
    const roomIds = [...new Set([...(isSame ? before.place.roomIds : []), ...place.roomIds])];
    this.asked = { item, place: { ...place, roomIds } };
    if (!before)
      queueMicrotask(() => {
        this.hovered.emit(this.asked);
        this.asked = null;
      });
  }

  /** A wall time that comes twice means the first: what only changes its room keeps its own. */
  private timeOf(item: CalendarItem | null, { start, end }: { start: Date; end: Date }): Pick<Place, 'start' | 'end'> {
    const zone = this.store.zone();
    const keep = (moment: Date, own?: string) => (own && wallOf(moment, zone) === wallOf(new Date(own), zone) ? own : moment.toISOString());
    return { start: keep(start, item?.start), end: keep(end, item?.end) };
  }

  private open(event: EventApi, click: Event): void {
    const props = event.extendedProps as EventProps;
    click.preventDefault();
    if (props.kind === 'booking') this.opened.emit(props.item);
  }

  /** FullCalendar 7.0.2 loses the place of what it would open in a month. What is no name of a view tells it that nothing is left to do. */
  private openDay(date: Date): string {
    this.dayOpened.emit(dateOf(date, this.store.zone()));
    return DONE as unknown as string;
  }

  private pick(info: DateSelectInfo & { resource?: ResourceApi }): void {
    this.hovered.emit(null);
    this.picked.emit({ roomId: info.resource?.id, start: info.startStr, end: info.endStr, isWholeDay: info.allDay });
  }

  private drop(info: EventDropInfo | EventResizeDoneInfo): void {
    const { event, revert } = info;
    const props = event.extendedProps as EventProps;
    if (props.kind !== 'booking' || !event.start || !event.end) return revert();
    const roomIds = (event as EventApi & { getResources(): ResourceApi[] }).getResources().map(({ id }) => id);
    const times = this.timeOf(props.item, { start: event.start, end: event.end });
    const place = { roomIds: roomIds.length ? roomIds : props.item.roomIds, ...times };
    this.moved.emit({ item: props.item, place, revert });
  }
}
