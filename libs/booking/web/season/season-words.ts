import { inject, Injectable } from '@angular/core';
import type { SeasonChoice, SeasonLoss, SeasonResult, SeasonRound, SeasonSlot, SeasonState, SeasonWish } from '@bota/booking/domain';
import { addDays, type Reason } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';

export type Look = { icon: IconName; tone: 'plain' | 'ok' | 'warn' | 'bad'; word: string };
/** A Monday. */
const MONDAY = '2024-01-01';

/** How rounds, places and results are said. */
@Injectable({ providedIn: 'root' })
export class SeasonWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly reasons = inject(ReasonTexts);
  readonly weekdays = [1, 2, 3, 4, 5, 6, 7];

  weekday = (weekday: number): string =>
    new Intl.DateTimeFormat(this.texts.language(), { weekday: 'long', timeZone: 'UTC' }).format(new Date(addDays(MONDAY, weekday - 1)));
  room = (id: string): string => this.space.named(id)?.name ?? '';
  /** Rooms in the order of the house; those it has no more come last. */
  inOrder = (ids: readonly string[]): string[] => {
    const known = this.space
      .rooms()
      .map(({ id }) => id)
      .filter((id) => ids.includes(id));
    return [...known, ...ids.filter((id) => !known.includes(id))];
  };
  times = ({ start, end }: Pick<SeasonSlot, 'start' | 'end'>): string => `${this.formats.clock(start)}–${this.formats.clock(end)}`;
  dates = ({ firstDay, lastDay }: Pick<SeasonRound, 'firstDay' | 'lastDay'>): string =>
    this.formats.dateRange(firstDay, addDays(lastDay, 1));
  rank = (rank: number): string => this.texts.t(`season.rank.${rank}`);

  /** `Salle A, jeudi 18:00–20:00` */
  place = (slot: SeasonSlot): string => this.texts.t('season.place', { room: this.room(slot.roomId), time: this.moment(slot) });
  choice = (choice: SeasonChoice, { attendees }: Pick<SeasonWish, 'attendees'>): string =>
    this.texts.t('season.place', { room: choice.roomId ? this.room(choice.roomId) : this.anyRoom(attendees), time: this.moment(choice) });
  private moment = (one: Omit<SeasonSlot, 'roomId'>) => `${this.weekday(one.weekday)} ${this.times(one)}`;
  private anyRoom = (attendees: number | null) =>
    attendees === null ? this.texts.t('season.anyRoom') : this.texts.count('season.anyRoomFor', attendees);

  state(state: SeasonState): Look {
    const looks: Record<SeasonState, Omit<Look, 'word'>> = {
      preparing: { icon: 'edit', tone: 'plain' },
      open: { icon: 'event_available', tone: 'ok' },
      published: { icon: 'visibility', tone: 'warn' },
      adopted: { icon: 'check', tone: 'ok' },
      closed: { icon: 'lock', tone: 'plain' },
    };
    return { ...looks[state], word: this.texts.t(`season.state.${state}`) };
  }

  outcome({ outcome, rank }: SeasonResult): Look {
    const word =
      outcome === 'granted'
        ? rank === null
          ? this.texts.t('season.onAppeal')
          : this.rank(rank)
        : this.texts.t(`season.outcome.${outcome}`);
    if (outcome === 'granted') return { icon: 'check', tone: 'ok', word };
    return outcome === 'unmet' ? { icon: 'event_busy', tone: 'bad', word } : { icon: 'hourglass_top', tone: 'warn', word };
  }

  /** Why it has what it has. */
  ground = ({ ground }: SeasonResult): string => (ground ? this.texts.t(`season.ground.${ground}`) : '');

  /** Why it has not what it would rather have. */
  loss(loss: SeasonLoss, wish: SeasonWish, wishes: readonly SeasonWish[]): string {
    const choice = wish.choices[loss.rank - 1];
    const what = `${this.rank(loss.rank)} (${choice ? this.choice(choice, wish) : ''})`;
    if (loss.why === 'impossible')
      return this.texts.t(`season.loss.${loss.codes.length ? 'impossible' : 'noRoom'}`, { what, why: this.codes(loss.codes) });
    const other = wishes.find(({ id }) => id === loss.to);
    return this.texts.t(`season.loss.${loss.why}`, {
      what,
      who: other?.organisation ?? '',
      title: other?.title ?? '',
      turn: loss.turn ?? 0,
    });
  }

  codes = (codes: readonly Reason['code'][]): string => this.formats.list(codes.map((code) => this.reasons.word({ code })));
}
