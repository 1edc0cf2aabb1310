import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { type CalendarItem, openingOn, takesRooms } from '@bota/booking/domain';
import { addDays, startOfDay } from '@bota/shared/domain';
import { capital, Formats, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import type { Dates } from '../bookings.client';
import type { AgendaQuery } from './agenda-query';
import { AgendaWords } from './agenda-words';
import type { Blocked } from './blocked.rules';
import { EventDress } from './event-dress';

type Row = {
  key: string;
  start: Date;
  time: string;
  item: CalendarItem | null;
  title: string;
  who: string;
  look: string;
  words: string;
  isMine: boolean;
};

/** A room on a day: when it is open, and what takes it; hours outside the opening are not listed one by one. */
type Group = { room: Room; hours: string; isOpen: boolean; rows: Row[]; isOthers: boolean };

/** The agenda as a table: the same content and the same acts, for keyboards and screen readers. */
@Component({
  selector: 'b75-agenda-table',
  imports: [MatButton, MatIcon, NgTemplateOutlet, RouterLink],
  templateUrl: './agenda-table.html',
  styleUrl: './agenda-table.scss',
})
export class AgendaTable {
  private readonly dress = inject(EventDress);
  private readonly formats = inject(Formats);
  private readonly words = inject(AgendaWords);
  protected readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly dates = input.required<Dates>();
  readonly rooms = input.required<readonly Room[]>();
  readonly items = input.required<readonly CalendarItem[]>();
  /** Which of them the filters ask for: others are not listed, but take their rooms all the same. */
  readonly isAsked = input<(item: CalendarItem) => boolean>(() => true);
  readonly blocked = input.required<readonly Blocked[]>();
  readonly colour = input<AgendaQuery['colour']>('organisation');
  readonly mayBook = input(false);
  readonly opened = output<CalendarItem>();
  readonly book = output<{ room: Room; date: string }>();

  protected readonly days = computed(() => {
    const days = [];
    for (let date = this.dates().from; date < this.dates().to; date = addDays(date, 1)) {
      days.push({ date, name: capital(this.formats.date(date, 'full')), rooms: this.roomsOn(date) });
    }
    return days;
  });

  private roomsOn(date: string): Group[] {
    const zone = this.store.zone();
    const [start, end] = [startOfDay(date, zone), startOfDay(addDays(date, 1), zone)];
    const isOn = (span: { start: string | Date; end: string | Date }) => new Date(span.start) < end && new Date(span.end) > start;
    const items = this.items().filter((item) => takesRooms(item) && isOn(item));
    const blocked = this.blocked().filter((one) => isOn(one) && !(one.why === 'closed' && one.byHours));
    return this.rooms().map((room) => ({
      room,
      ...this.openingOf(room, date, end),
      isOthers: items.some(({ roomIds }) => roomIds.includes(room.id)),
      rows: [
        ...items.filter((item) => item.roomIds.includes(room.id) && this.isAsked()(item)).map((item) => this.itemRow(item)),
        ...blocked.filter(({ roomId }) => roomId === room.id).map((one) => this.blockedRow(one, start, end)),
      ].sort((a, b) => a.start.getTime() - b.start.getTime()),
    }));
  }

  private openingOf(room: Room, date: string, dayEnd: Date): Pick<Group, 'hours' | 'isOpen'> {
    const opening = openingOn(room, date, this.store.zone());
    if (!opening) return { isOpen: false, hours: this.texts.t('booking.table.closed') };
    return { isOpen: true, hours: room.rules.hours ? this.texts.t('booking.table.open', { time: this.span(opening, dayEnd) }) : '' };
  }

  /** Until the end of the day is until 24:00. */
  private span({ start, end }: { start: Date; end: Date }, dayEnd: Date): string {
    const zone = this.store.zone();
    return `${this.formats.time(start, zone)}–${+end === +dayEnd ? '24:00' : this.formats.time(end, zone)}`;
  }

  private itemRow(item: CalendarItem): Row {
    const isPrivate = item.title === undefined;
    return {
      key: item.occurrenceId,
      start: new Date(item.start),
      time: this.words.time(item),
      item,
      title: item.title ?? this.texts.t('booking.occupied'),
      who: isPrivate ? this.texts.t('booking.private') : this.words.organisation(item),
      look: this.dress.look(item, this.colour()),
      words: this.dress.words(item, this.colour()),
      isMine: item.mine,
    };
  }

  private blockedRow(one: Blocked, dayStart: Date, dayEnd: Date): Row {
    const [start, end] = [one.start < dayStart ? dayStart : one.start, one.end > dayEnd ? dayEnd : one.end];
    const time = this.span({ start, end }, dayEnd);
    return {
      key: `${one.why} ${+one.start}`,
      start,
      time,
      item: null,
      title: this.words.blocked(one),
      who: '',
      look: '',
      words: '',
      isMine: false,
    };
  }
}
