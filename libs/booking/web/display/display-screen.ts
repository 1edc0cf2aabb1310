import { Component, computed, effect, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Language } from '@bota/shared/domain';
import { Formats, PageTitle, Skeleton, Texts } from '@bota/shared/ui';
import { DisplayStore } from './display-store';
import { PairingView } from './pairing-view';
import { RoomScreen } from './room-screen';
import { TodayScreen } from './today-screen';

/** A screen of the house: what it was told to show, or what stands in its address; a code while it belongs to no house. */
@Component({
  selector: 'b75-display',
  imports: [MatIcon, PairingView, RoomScreen, Skeleton, TodayScreen],
  providers: [DisplayStore],
  template: `<main>
      @if (store.shown(); as shown) {
        @if (room(); as room) {
          <b75-room-screen [room]="room" [shown]="shown" [house]="store.house()!" [now]="store.now()" />
        } @else {
          <b75-today-screen [shown]="shown" [house]="store.house()!" [now]="store.now()" />
        }
      } @else if (store.shown() === null) {
        <b75-pairing-view [pairing]="store.pairing()" />
      } @else {
        <ui-skeleton [rows]="4" [rowHeight]="120" />
      }
    </main>
    <p class="stale" role="status">
      @if (store.shown() && store.staleSince(); as since) {
        <span><mat-icon svgIcon="cloud_off" />{{ texts.t('display.stale', { time: time(since) }) }}</span>
      }
    </p>`,
  styleUrl: './display-screen.scss',
  // A house of many rooms is longer than a screen: it can be scrolled without a mouse.
  host: { tabindex: '0' },
})
export class DisplayScreen {
  protected readonly store = inject(DisplayStore);
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  /** By its address; `own`: as it was paired. */
  readonly view = input<'own' | 'room' | 'today'>('own');
  /** Slug or id of a room, in the address. */
  readonly id = input<string>();

  protected readonly room = computed(() => {
    const shown = this.store.shown();
    if (!shown || this.view() === 'today') return undefined;
    const id = this.view() === 'room' ? this.id() : shown.display.roomId;
    return shown.rooms.items.find((room) => room.id === id || room.slug === id);
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.house.set(this.store.shown()?.house.name ?? 'Bota 75'));
    effect(() => {
      const shown = this.store.shown();
      if (shown) void this.speak(shown.display.language, shown.house.languages);
    });
  }

  /** Texts that cannot be had while the house is away are brought with a later answer. */
  private async speak(language: Language, beside: readonly Language[]): Promise<void> {
    try {
      await this.texts.speak(language);
      await Promise.all(beside.map((other) => this.texts.bring(other)));
    } catch {
      // The screen goes on with the texts that it has.
    }
  }

  protected time = (moment: Date): string => this.formats.time(moment, this.store.shown()?.house.zone ?? 'Europe/Brussels');
}
