import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { type RoomOffer, type Substitute, sharedOut, type Verdict } from '@bota/booking/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';

const FIRST = 4;

/** The refused dates of a series, each with the rooms that are free then: one by one, or all at once. */
@Component({
  selector: 'b75-other-rooms',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatSelectModule],
  templateUrl: './other-rooms.html',
  styleUrl: './other-rooms.scss',
})
export class OtherRooms {
  private readonly store = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly reasonTexts = inject(ReasonTexts);
  protected readonly texts = inject(Texts);
  readonly dates = input.required<readonly Verdict[]>();
  readonly value = input.required<readonly Substitute[]>();
  readonly changed = output<Substitute[]>();
  protected readonly showsAll = signal(false);

  private readonly offered = computed(() => this.dates().filter(({ elsewhere }) => elsewhere?.length));
  protected readonly rows = computed(() => this.offered().map((verdict) => this.rowOf(verdict)));
  protected readonly shown = computed(() => (this.showsAll() ? this.rows() : this.rows().slice(0, FIRST)));
  protected readonly hidden = computed(() => this.rows().length - this.shown().length);
  protected readonly chosen = computed(() => this.rows().filter(({ room }) => room).length);

  /** As few different rooms as it takes. */
  protected chooseAll(): void {
    const offers = this.offered().map(({ date, elsewhere = [] }) => ({ date, offers: elsewhere.map(({ roomIds }) => roomIds) }));
    this.changed.emit(sharedOut(offers));
  }

  protected choose(date: string, room: string | null): void {
    const others = this.value().filter((one) => one.date !== date);
    this.changed.emit(room ? [...others, { date, roomIds: room.split(',') }] : others);
  }

  private rowOf({ date, start, reasons: [reason], verdict, elsewhere = [] }: Verdict) {
    const day = this.formats.day(start, this.store.zone(), 'long');
    const chosen = this.value().find((one) => one.date === date)?.roomIds;
    const offers = elsewhere.map((offer) => ({ room: offer.roomIds.join(), name: this.nameOf(offer.roomIds), more: this.moreOf(offer) }));
    const room = chosen?.join() ?? '';
    // One that was taken meanwhile stays in sight.
    const isLost = room !== '' && !offers.some((one) => one.room === room);
    return {
      ...{ date, day, room },
      why: verdict === 'refused' && reason ? this.reasonTexts.say({ ...reason, start }).title : '',
      offers: isLost ? [{ room, name: this.nameOf(room.split(',')), more: '' }, ...offers] : offers,
    };
  }

  private nameOf = (roomIds: readonly string[]): string => this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));

  private moreOf({ differenceCents = 0 }: RoomOffer): string {
    if (differenceCents === 0) return '';
    const amount = this.formats.money(Math.abs(differenceCents));
    return this.texts.t(`booking.book.${differenceCents > 0 ? 'dearer' : 'cheaper'}`, { amount });
  }
}
