import { inject, Injectable } from '@angular/core';
import { capital, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { StateWords } from '../rooms/state-words';
import type { Doing, FreeRoom, LaterRoom } from './house-now';

/** The moment in one sentence: what time it is, how many rooms are free, how much is going on. */
@Injectable({ providedIn: 'root' })
export class MomentWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly states = inject(StateWords);

  clock = (now: Date): string => this.texts.t('today.moment.clock', { time: this.formats.time(now, this.space.zone()) });

  say(now: Date, { free, later, doing }: { free: readonly FreeRoom[]; later: readonly LaterRoom[]; doing: Doing }): string {
    if (!free.length && later.length && later.every(({ state }) => state.is === 'closed'))
      return `${this.clock(now)} ${this.closed(now, later)}`;
    const rooms = capital(this.counted('today.moment.rooms', free.length));
    return `${this.clock(now)} ${rooms}, ${this.counted('today.moment.doing', doing.running.length)}.`;
  }

  private closed(now: Date, later: readonly LaterRoom[]): string {
    const until = later.flatMap(({ state }) => state.until ?? [])[0];
    return until ? this.texts.t('today.moment.closedUntil', { time: this.states.moment(until, now) }) : this.texts.t('today.moment.closed');
  }

  private counted(key: string, n: number): string {
    return n === 0 ? this.texts.t(`${key}.none`) : this.texts.count(key, n, { words: this.states.number(n) });
  }
}
