import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { CalendarItem, OnDisplay } from '@bota/booking/domain';
import { Formats, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { QrCode } from '../check-in/qr-code';
import type { House } from '../rooms/availability';
import { knownUntil, onScreen } from './room-on-screen';
import { ScreenWords, SIGNS } from './screen-words';

const MOST = 4;

/** At the door of a room: its state by colour and word, what is on and what comes, the time, and a code. */
@Component({
  selector: 'b75-room-screen',
  imports: [MatIcon, QrCode],
  templateUrl: './room-screen.html',
  styleUrl: './room-screen.scss',
  host: { '[class]': 'state().is' },
})
export class RoomScreen {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ScreenWords);
  private readonly formats = inject(Formats);
  readonly room = input.required<Room>();
  readonly shown = input.required<OnDisplay>();
  readonly house = input.required<House>();
  readonly now = input.required<Date>();

  protected readonly state = computed(() => onScreen(this.room(), this.house(), this.now(), knownUntil(this.shown())));
  protected readonly sign = computed(() => SIGNS[this.state().is]);
  private readonly moment = computed(() => ({ shown: this.shown(), now: this.now() }));
  protected readonly detail = computed(() => this.words.detail(this.state(), this.moment()));
  protected readonly apart = computed(() => this.words.apart(this.state(), this.moment()));
  protected readonly others = computed(() => this.words.others(this.state(), this.moment()));
  protected readonly next = computed(() => this.state().next.slice(0, MOST));
  protected readonly zone = computed(() => this.shown().house.zone);
  protected readonly clock = computed(() => this.formats.time(this.now(), this.zone()));
  protected readonly date = computed(() => this.formats.day(this.now(), this.zone(), 'long'));
  /** By its id, as the sheet at the door. */
  protected readonly address = computed(() => `${location.origin}/${this.shown().house.slug}/rooms/${this.room().id}/check-in`);
  protected readonly invitation = computed(() => {
    const { is, checkInUntil } = this.state();
    return this.texts.t(`display.scan.${checkInUntil ? 'checkIn' : is === 'free' ? 'book' : 'later'}`);
  });
  protected readonly checkIn = computed(() => {
    const until = this.state().checkInUntil;
    return until ? this.texts.t('display.checkIn', { time: this.formats.time(until, this.zone()) }) : '';
  });

  protected when = (item: CalendarItem): string => this.formats.timeRange(item.start, item.end, this.zone());
  protected who = (item: CalendarItem): string => this.words.organisation(item, this.shown());
}
