import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Formats, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { type Awaited, checkInState } from './awaited';
import { CheckIns } from './check-in.client';

/** At the door of a date: the one button while it is open, from when it will be, that one is there, or that the room was released. */
@Component({
  selector: 'b75-check-in-act',
  imports: [MatButton, MatIcon, Refusal, Status],
  providers: [Acts],
  templateUrl: './check-in-act.html',
  styleUrl: './check-in-act.scss',
})
export class CheckInAct {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly checkIns = inject(CheckIns);
  readonly date = input.required<Awaited>();
  readonly now = input.required<Date>();
  /** Of the reader's own organisation; else the coordination says it for them. */
  readonly isMine = input(true);
  readonly done = output();

  protected readonly state = computed(() => {
    const rooms = this.date().roomIds.flatMap((id) => this.space.room(id) ?? []);
    return checkInState(this.date(), rooms, this.now());
  });
  protected time = (moment: Date): string => this.formats.time(moment, this.space.zone());

  protected checkIn(): Promise<boolean> {
    return this.attempt(() => this.checkIns.checkIn(this.date()), 'booking.checkIn.done');
  }

  protected reinstate(): Promise<boolean> {
    return this.attempt(() => this.checkIns.reinstate(this.date()), 'booking.checkIn.givenBack');
  }

  private attempt(act: () => Promise<unknown>, said: string): Promise<boolean> {
    const doing = async () => {
      await act();
      this.done.emit();
    };
    return this.acts.attempt(doing, this.texts.t(said, { title: this.date().title }));
  }
}
