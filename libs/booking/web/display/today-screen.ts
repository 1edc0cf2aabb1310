import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { CalendarItem, OnDisplay } from '@bota/booking/domain';
import { capital, Formats, Texts } from '@bota/shared/ui';
import { QrCode } from '../check-in/qr-code';
import type { House } from '../rooms/availability';
import { knownUntil, onScreen } from './room-on-screen';
import { ScreenWords, SIGNS } from './screen-words';

/** So many rooms stand under one another on the smallest screen that lies. */
const ONE_COLUMN = 10;

/** In the entrance: each room, whether it is free, what is on and what comes. */
@Component({
  selector: 'b75-today-screen',
  imports: [MatIcon, QrCode],
  templateUrl: './today-screen.html',
  styleUrl: './today-screen.scss',
  host: { '[style.--rows]': 'rows().length', '[style.--half]': 'half()', '[class.many]': 'rows().length > ONE_COLUMN' },
})
export class TodayScreen {
  protected readonly texts = inject(Texts);
  protected readonly ONE_COLUMN = ONE_COLUMN;
  private readonly words = inject(ScreenWords);
  private readonly formats = inject(Formats);
  readonly shown = input.required<OnDisplay>();
  readonly house = input.required<House>();
  readonly now = input.required<Date>();

  private readonly zone = computed(() => this.shown().house.zone);
  protected readonly clock = computed(() => this.formats.time(this.now(), this.zone()));
  protected readonly date = computed(() => capital(this.formats.day(this.now(), this.zone(), 'long')));
  protected readonly address = computed(() => `${location.origin}/${this.shown().house.slug}/rooms`);
  protected readonly rows = computed(() => {
    const moment = { shown: this.shown(), now: this.now() };
    return this.house().rooms.map((room) => {
      const state = onScreen(room, this.house(), this.now(), knownUntil(this.shown()));
      const { present, next } = state;
      const [first] = next;
      return {
        id: room.id,
        name: room.name,
        facts: this.words.facts(room, this.shown()),
        is: state.is,
        sign: SIGNS[state.is],
        word: this.words.state(state),
        until: this.words.detail({ ...state, present: undefined }, moment),
        present: present ? this.said(present) : null,
        next: first ? { when: this.formats.timeRange(first.start, first.end, this.zone()), ...this.said(first) } : null,
      };
    });
  });

  protected readonly half = computed(() => Math.ceil(this.rows().length / 2));

  private said = (item: CalendarItem) => ({ title: this.words.title(item), who: this.words.organisation(item, this.shown()) });
}
