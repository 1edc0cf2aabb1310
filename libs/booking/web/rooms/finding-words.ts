import { inject, Injectable } from '@angular/core';
import { ResidentsStore } from '@bota/residents/web';
import { capital, Formats, Texts } from '@bota/shared/ui';
import { RoomWords } from '@bota/spaces/web';
import { minutesOf, type Span } from './availability';
import type { Findings, Fit, Lack } from './finding';
import { StateWords } from './state-words';

/** How far a proposed time may lie from the wished one to be said as `15 minutes plus tard`. */
const NEAR_MINUTES = 120;

/** What fits and what lacks, in the reader's words. Needs the texts `rooms` and `spaces`. */
@Injectable({ providedIn: 'root' })
export class FindingWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly residents = inject(ResidentsStore);
  private readonly states = inject(StateWords);
  private readonly rooms = inject(RoomWords);

  fit(fit: Fit): string {
    if (fit.is === 'feature') return this.rooms.feature(fit.feature);
    if (fit.is === 'free') return this.texts.t('rooms.fit.free', { range: this.states.range(fit.span) });
    const people = this.texts.count('rooms.people', fit.people);
    return fit.isLarge ? this.texts.t('rooms.fit.large', { people }) : people;
  }

  /** `asked`: the window that was wished, to say how much earlier or later the proposed time is. */
  lack(lack: Lack, asked: Span): string {
    switch (lack.is) {
      case 'small':
        return this.texts.count('rooms.lack.small', lack.capacity);
      case 'feature':
        return this.texts.t(`rooms.lack.feature.${lack.feature}`);
      case 'other-time':
        return this.otherTime(lack, asked);
      case 'shorter':
        return this.texts.t('rooms.lack.shorter', {
          duration: this.formats.duration(minutesOf(lack.slot)),
          slot: this.states.range(lack.slot),
        });
      case 'too-short':
        return this.texts.t('rooms.lack.tooShort', { duration: this.formats.duration(lack.minutes) });
      case 'too-long':
        return this.texts.t('rooms.lack.tooLong', { duration: this.formats.duration(lack.minutes) });
      default:
        return this.texts.t(`rooms.state.${lack.is === 'closed' ? 'closed' : 'taken'}`);
    }
  }

  private otherTime({ taken, slot }: Extract<Lack, { is: 'other-time' }>, asked: Span): string {
    const by = this.residents.organisation(taken?.by)?.name;
    const key = !taken ? 'otherTime' : by ? 'otherTimeBy' : 'otherTimeTaken';
    const why = this.texts.t(`rooms.lack.${key}`, { taken: taken ? this.states.range(taken) : '', by });
    const late = minutesOf({ start: asked.end, end: slot.end });
    const early = minutesOf({ start: slot.start, end: asked.start });
    const shift = Math.max(late, early);
    const form = shift > 0 && shift <= NEAR_MINUTES ? (late > 0 ? 'slotLater' : 'slotEarlier') : 'slot';
    return this.texts.t(`rooms.lack.${form}`, { why, slot: this.states.range(slot), shift: this.formats.duration(Math.max(0, shift)) });
  }

  /** `Quatre autres salles ne conviennent pas : trop petites (Petit salon, Cabine), fermée (Atelier).`; nothing when all fit. */
  not(not: Findings['not']): string {
    const groups = [...not].map(([why, rooms]) =>
      this.texts.count(`rooms.not.${why}`, rooms.length, { rooms: rooms.map(({ name }) => name).join(', ') }),
    );
    const n = [...not.values()].reduce((sum, rooms) => sum + rooms.length, 0);
    return n ? capital(this.texts.count('rooms.not.rooms', n, { reasons: groups.join(', '), words: this.states.number(n) })) : '';
  }
}
