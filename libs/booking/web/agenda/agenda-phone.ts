import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { type CalendarItem, takesRooms } from '@bota/booking/domain';
import { addDays, inLanguage, startOfDay } from '@bota/shared/domain';
import { Formats, type IconName, Status, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import type { AgendaQuery } from './agenda-query';
import { AgendaWords } from './agenda-words';
import type { Blocked } from './blocked.rules';
import { PhoneEvent } from './phone-event';
import { type RoomState, stateOf } from './room-state';

const TONES = { free: 'ok', taken: 'warn', partly: 'plain', closed: 'plain' } as const;

/** The day as a list per room, for one thumb. */
@Component({
  selector: 'b75-agenda-phone',
  imports: [MatIcon, MatIconButton, PhoneEvent, RouterLink, Status],
  templateUrl: './agenda-phone.html',
  styleUrl: './agenda-phone.scss',
})
export class AgendaPhone {
  private readonly formats = inject(Formats);
  protected readonly store = inject(SpaceStore);
  protected readonly words = inject(AgendaWords);
  protected readonly texts = inject(Texts);
  readonly date = input.required<string>();
  readonly rooms = input.required<readonly Room[]>();
  readonly items = input.required<readonly CalendarItem[]>();
  /** Which of them the filters ask for: others are not listed, but take their rooms all the same. */
  readonly isAsked = input<(item: CalendarItem) => boolean>(() => true);
  readonly blocked = input.required<readonly Blocked[]>();
  readonly now = input.required<Date>();
  readonly isToday = input(false);
  readonly colour = input<AgendaQuery['colour']>('organisation');
  readonly mayBook = input(false);
  readonly opened = output<CalendarItem>();
  readonly book = output<Room>();

  protected readonly floors = computed(() => {
    const found = new Map<string, { name: string; rooms: ReturnType<AgendaPhone['row']>[] }>();
    for (const room of this.rooms()) {
      const floor = this.store.floorOf(room);
      const group = found.get(floor?.id ?? '') ?? { name: floor ? inLanguage(floor.name, this.texts.language()) : '', rooms: [] };
      group.rooms.push(this.row(room));
      found.set(floor?.id ?? '', group);
    }
    return [...found.values()];
  });

  private row(room: Room) {
    const [start, end] = [startOfDay(this.date(), this.store.zone()), startOfDay(addDays(this.date(), 1), this.store.zone())];
    const items = this.items().filter((item) => takesRooms(item) && item.roomIds.includes(room.id));
    const shown = items
      .filter(this.isAsked())
      .filter((item) => new Date(item.start) < end && new Date(item.end) > (this.isToday() ? this.now() : start));
    const state = this.isToday() ? stateOf(room, this.now(), { items: this.items(), blocked: this.blocked(), end }) : null;
    return {
      room,
      details: this.words.roomDetails(room, true),
      status: state && this.status(state),
      items: shown,
    };
  }

  private status({ is, until }: RoomState) {
    const time = until ? this.formats.time(until, this.store.zone()) : '';
    const icon: IconName = is === 'free' ? 'check' : 'event_busy';
    return { tone: TONES[is], icon, text: this.texts.t(`booking.state.${is}${until && is !== 'partly' ? 'Until' : ''}`, { time }) };
  }
}
