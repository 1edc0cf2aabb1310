import { afterRenderEffect, Component, computed, inject, input, output, viewChild, ViewEncapsulation } from '@angular/core';
import { FullCalendarComponent, FullCalendarModule } from '@fullcalendar/angular';
import interaction from '@fullcalendar/angular/interaction';
import theme from '@fullcalendar/angular/themes/monarch';
import timeGrid from '@fullcalendar/angular/timegrid';
import type { CalendarOptions, EventApi, EventDisplayInfo } from 'fullcalendar';
import { type ComponentChild, h } from 'fullcalendar/preact';
import type { CalendarItem } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { closedTimes, takenElsewhere } from '../agenda/blocked.rules';
import { calendarLocales, LOCALE_NAMES } from '../agenda/calendar-locales';
import { eventContent } from '../agenda/event-content';
import { EventDress } from '../agenda/event-dress';
import { type EventProps, toBackgrounds, toEvents } from '../agenda/event-mapping';
import { type House, type Span } from './availability';
import { weekHours } from './week-hours';
import { WeekWords } from './week-words';

/** The week of one room in FullCalendar: bookings, closed time and time taken through another room hatched. */
@Component({
  selector: 'b75-week-grid',
  imports: [FullCalendarModule],
  encapsulation: ViewEncapsulation.None,
  template: `<full-calendar [options]="options()" [events]="events()" />`,
  styleUrl: './week-grid.scss',
})
export class WeekGrid {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(WeekWords);
  private readonly dress = inject(EventDress);
  private readonly calendar = viewChild.required(FullCalendarComponent);
  readonly room = input.required<Room>();
  readonly house = input.required<House>();
  /** First civil date of the week. */
  readonly monday = input.required<string>();
  readonly maySelect = input(false);
  readonly opened = output<CalendarItem>();
  readonly picked = output<Span>();

  private readonly dressed = (item: CalendarItem) => ({
    look: this.dress.look(item, 'organisation'),
    mark: this.dress.mark(item, 'organisation'),
  });
  protected readonly events = computed(() => {
    const { items, closures, zone } = this.house();
    const own = items.filter(({ roomIds }) => roomIds.includes(this.room().id));
    const dates = { from: this.monday(), to: addDays(this.monday(), 7) };
    const blocked = [...takenElsewhere(items, this.house().rooms), ...closedTimes(closures, { rooms: [this.room()], zone, dates })];
    const words = { occupied: this.texts.t('rooms.room.occupied'), draft: '' };
    const label = (item: CalendarItem) => this.words.label(item);
    const blockedLabel = this.words.blocked.bind(this.words);
    return [
      ...toEvents(own, { dress: this.dressed, label, blockedLabel, words, isDimmed: () => false }),
      ...toBackgrounds(
        blocked.filter(({ roomId }) => roomId === this.room().id),
        { blockedLabel },
      ),
    ];
  });

  protected readonly options = computed<CalendarOptions>(() => {
    const { from, to } = weekHours(this.room(), this.house());
    return {
      ...this.fixed,
      initialDate: this.monday(),
      locale: LOCALE_NAMES[this.texts.language()],
      timeZone: this.house().zone,
      slotMinTime: from,
      slotMaxTime: to,
      selectable: this.maySelect(),
      eventContent: this.draw,
      backgroundEventContent: this.draw,
    };
  });

  private readonly draw = (info: EventDisplayInfo) =>
    eventContent(info, {
      private: '',
      draft: '',
      time: (at) => this.formats.time(at, this.house().zone),
      timeRange: (start, end) => this.formats.timeRange(start, end, this.house().zone),
    });

  private readonly fixed: CalendarOptions = {
    plugins: [timeGrid, interaction, theme],
    locales: calendarLocales,
    initialView: 'timeGridWeek',
    headerToolbar: false,
    borderless: true,
    firstDay: 1,
    nowIndicator: true,
    allDaySlot: false,
    editable: false,
    height: 'auto',
    slotDuration: '01:00',
    snapDuration: '00:15',
    slotHeaderInterval: '02:00',
    longPressDelay: 350,
    eventInteractive: true,
    eventInnerClass: 'fc-in',
    backgroundEventInnerClass: 'fc-in',
    slotHeaderInnerClass: 'slot-in',
    dayHeaderInnerClass: 'day-in',
    dayHeaderContent: ({ date, isToday }) => this.dayHead(date, isToday),
    slotHeaderContent: ({ isTime, date, text }) => (isTime ? this.formats.time(date, this.house().zone) : text),
    eventClass: ({ event }) => `fc-ev ${isShort(event) ? 'short' : ''}`,
    backgroundEventClass: 'fc-bg',
    eventDidMount: ({ el, event }) => {
      const props = event.extendedProps as EventProps;
      if (props.kind === 'booking') el.setAttribute('aria-label', props.label);
    },
    eventClick: ({ event, jsEvent }) => {
      const props = event.extendedProps as EventProps;
      jsEvent.preventDefault();
      if (props.kind === 'booking' && props.item.title !== undefined) this.opened.emit(props.item);
    },
    select: ({ start, end }) => this.picked.emit({ start, end }),
  };

  /** `mar. 24`, the day of today in a circle. */
  private dayHead(date: Date, isToday: boolean): ComponentChild {
    const zone = this.house().zone;
    const number = h('b', isToday ? { class: 'today' } : null, this.formats.day(date, zone, 'number'));
    return h('span', { class: 'day-head' }, this.formats.day(date, zone, 'weekday'), ' ', number);
  }

  constructor() {
    afterRenderEffect(() => this.calendar().getApi().gotoDate(this.monday()));
  }
}

/** Two lines do not fit: the title keeps to one. */
const isShort = ({ start, end }: EventApi) => !!start && !!end && end.getTime() - start.getTime() < 2 * 3_600_000;
