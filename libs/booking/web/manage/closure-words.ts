import { inject, Injectable } from '@angular/core';
import { addDays, dateOf, inLanguage } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import type { Closure } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';

export type SaidClosure = { id: string; where: string; why: string; when: string };

/** What is closed, why, and when. */
@Injectable({ providedIn: 'root' })
export class ClosureWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);

  say(closure: Closure): SaidClosure {
    return {
      id: closure.id,
      where: closure.roomId ? (this.space.named(closure.roomId)?.name ?? '') : this.texts.t('manage.closures.house'),
      why: inLanguage(closure.reason, this.texts.language()),
      when: this.when(closure),
    };
  }

  /** Whole days by their dates, an end at midnight as the end of the last one. */
  private when({ start, end }: Closure): string {
    const zone = this.space.zone();
    const [from, last] = [{ on: new Date(start), time: this.formats.time(start, zone) }, this.formats.endTime(end, zone)];
    if (from.time === '0:00' && last.time === '24:00') return this.days(dateOf(from.on, zone), addDays(dateOf(last.on, zone), 1));
    if (dateOf(from.on, zone) === dateOf(last.on, zone)) return `${this.formats.day(start, zone, 'full')}, ${from.time}–${last.time}`;
    const moment = ({ on, time }: typeof last) => `${this.formats.day(on, zone, 'dated')}, ${time}`;
    return this.texts.t('manage.closures.span', { from: moment(from), to: moment(last) });
  }

  private days(from: string, to: string): string {
    if (addDays(from, 1) === to) return this.texts.t('manage.closures.day', { date: this.formats.date(from, 'full') });
    return this.texts.t('manage.closures.days', this.formats.firstAndLast(from, to));
  }
}
