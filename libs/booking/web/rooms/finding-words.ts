import { inject, Injectable } from '@angular/core';
import type { Miss, RoomFindings, RuledOut } from '@bota/booking/domain';
import { dateOf, type Reason } from '@bota/shared/domain';
import { capital, Formats, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';
import { QuotaWords } from '../quotas/quota-words';
import { minutesOf, type Span } from './availability';
import { StateWords } from './state-words';
import type { FullWish } from './wish';

/** How far a proposed time may lie from the wished one to be said as `15 minutes plus tard`. */
const NEAR_MINUTES = 120;
/** So many seats to each person, and so many more: the room is large for them. */
const [LARGE, SPARE] = [3, 10];

const RULINGS: Partial<Record<RuledOut['because'], string>> = {
  OVER_CAPACITY: 'small',
  CLOSED: 'closed',
  IN_THE_PAST: 'past',
  TOO_LONG: 'length',
  TOO_SHORT: 'length',
  OFF_STEP: 'length',
  LACKS: 'features',
  NOT_ENTITLED: 'entitled',
  SEASON_ROUND: 'season',
  LEAD_TIME: 'lead',
  HORIZON: 'horizon',
};

/** What fits and what lacks, in the reader's words. Needs the texts `rooms`, `booking` and `spaces`. */
@Injectable({ providedIn: 'root' })
export class FindingWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly reasons = inject(ReasonTexts);
  private readonly states = inject(StateWords);
  private readonly rooms = inject(RoomWords);
  private readonly space = inject(SpaceStore);
  private readonly quotas = inject(QuotaWords);

  /** Everything that was asked and that the room has; `free`: the free stretch that the proposed time lies in. */
  fits(room: Room, { people, features, layout }: FullWish, misses: readonly Miss[], free: Span | undefined): string[] {
    const lacks = (is: Miss['is']) => misses.some((miss) => miss.is === is);
    return [
      ...(people !== undefined && !lacks('small') ? [this.people(room, people)] : []),
      ...features.filter((feature) => room.features.includes(feature)).map((feature) => this.rooms.feature(feature)),
      ...(layout && !lacks('layout') ? [capital(this.texts.t(`spaces.layout.${layout}`))] : []),
      ...(free && !lacks('other-time') ? [this.texts.t('rooms.fit.free', { range: this.states.range(free) })] : []),
    ];
  }

  private people({ capacity }: Room, n: number): string {
    const people = this.texts.count('rooms.people', n);
    const isLarge = capacity !== null && capacity >= LARGE * n && capacity - n > SPARE;
    return isLarge ? this.texts.t('rooms.fit.large', { people }) : people;
  }

  /** `asked`: the window that was wished, to say how much earlier or later the proposed time `slot` is. */
  lack(miss: Miss, slot: Span, asked: Span): string {
    switch (miss.is) {
      case 'small':
        return this.texts.count('rooms.lack.small', miss.places);
      case 'feature':
        return this.texts.t(`rooms.lack.feature.${miss.feature}`);
      case 'layout':
        return this.texts.t('rooms.lack.layout', { layout: this.texts.t(`spaces.layout.${miss.layout}`) });
      case 'needs-approval':
        return this.texts.t('rooms.lack.needsApproval');
      case 'quota':
        return this.quotas.reason(miss.because[0] ?? { code: 'QUOTA_EXCEEDED' });
      case 'other-time':
      case 'other-day':
        return this.otherTime(miss.because, slot, asked);
      default:
        return this.otherLength(miss, slot, asked);
    }
  }

  private otherLength({ is, minutes, because }: Extract<Miss, { is: 'shorter' | 'longer' }>, slot: Span, asked: Span): string {
    const duration = this.formats.duration(minutes);
    if (because.some(({ code }) => code === 'TOO_LONG')) return this.texts.t('rooms.lack.tooLong', { duration });
    if (is === 'longer') return this.texts.t('rooms.lack.tooShort', { duration });
    return this.texts.t('rooms.lack.shorter', { why: this.why(because, asked), duration, slot: this.states.range(slot) });
  }

  private why(because: readonly Reason[], asked: Span): string {
    const [first] = because;
    if (!first) return this.texts.t('rooms.lack.otherTime');
    // The time proposed says when; the reason says only why.
    const { until, ...reason } = first;
    const isTold = first.code === 'CLOSED' || first.code === 'BUFFER';
    return this.reasons.say(isTold ? reason : { ...reason, ...(until && { until }) }, asked.start.toISOString()).title;
  }

  private otherTime(because: readonly Reason[], slot: Span, asked: Span): string {
    const why = this.why(because, asked);
    const zone = this.space.zone();
    if (dateOf(slot.start, zone) !== dateOf(asked.start, zone)) {
      return this.texts.t('rooms.lack.slotDay', { why, day: this.formats.day(slot.start, zone, 'long'), slot: this.states.range(slot) });
    }
    const late = minutesOf({ start: asked.end, end: slot.end });
    const early = minutesOf({ start: slot.start, end: asked.start });
    const shift = Math.max(late, early);
    const form = shift > 0 && shift <= NEAR_MINUTES ? (late > 0 ? 'slotLater' : 'slotEarlier') : 'slot';
    return this.texts.t(`rooms.lack.${form}`, { why, slot: this.states.range(slot), shift: this.formats.duration(Math.max(0, shift)) });
  }

  /** `Quatre autres salles ne conviennent pas : trop petites (Petit salon, Cabine), fermée (Atelier).`; nothing when all fit. */
  not(not: RoomFindings['not']): string {
    const groups = new Map<string, string[]>();
    for (const { roomId, because } of not) {
      const why = RULINGS[because] ?? 'taken';
      groups.set(why, [...(groups.get(why) ?? []), this.space.named(roomId)?.name ?? '']);
    }
    const said = [...groups].map(([why, rooms]) => this.texts.count(`rooms.not.${why}`, rooms.length, { rooms: rooms.join(', ') }));
    const n = not.length;
    return n ? capital(this.texts.count('rooms.not.rooms', n, { reasons: said.join(', '), words: this.states.number(n) })) : '';
  }
}
