import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { ResidentsStore } from '@bota/residents/web';
import { dateOf } from '@bota/shared/domain';
import { capital, Formats, orgClasses, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { awaitedOf } from '../check-in/awaited';
import { CheckInAct } from '../check-in/check-in-act';
import { StateWords } from '../rooms/state-words';
import { countdown, type Mine } from './my-next';
import { RepeatLine } from './repeat-line';

/** My next booking, big, with how long until it begins. */
@Component({
  selector: 'b75-next-booking',
  imports: [CheckInAct, MatButton, MatIcon, RepeatLine, RouterLink],
  templateUrl: './next-booking.html',
  styleUrl: './next-booking.scss',
})
export class NextBooking {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(StateWords);
  private readonly residents = inject(ResidentsStore);
  protected readonly space = inject(SpaceStore);
  readonly mine = input.required<Mine>();
  readonly now = input.required<Date>();
  readonly checkedIn = output();
  protected readonly awaited = computed(() => awaitedOf(this.item()));

  protected readonly item = computed(() => this.mine().item);
  protected readonly look = computed(() => orgClasses(this.residents.organisation(this.item().organisationId)));
  protected readonly when = computed(
    () => `${this.distance()} · ${this.formats.timeRange(this.item().start, this.item().end, this.space.zone())}`,
  );
  protected readonly where = computed(() => {
    const [room, more] = this.item().roomIds.flatMap((id) => this.space.room(id) ?? []);
    const names = this.words.rooms(this.item().roomIds);
    return room && !more ? [names, this.words.floor(room)].filter(Boolean).join(', ') : names;
  });

  private distance(): string {
    const near = countdown(this.item(), this.now());
    if (near.is === 'later') return capital(this.words.relativeDay(dateOf(new Date(this.item().start), this.space.zone()), this.now()));
    return this.texts.t(`today.countdown.${near.is}`, { duration: this.formats.duration(near.minutes) });
  }
}
