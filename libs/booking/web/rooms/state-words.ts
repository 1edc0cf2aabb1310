import { inject, Injectable } from '@angular/core';
import { addDays, dateOf } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import { dayOf, type RoomState, type Span } from './availability';
import type { BarPiece } from './day-bar';

const IN_WORDS = 12;

/** What rooms are doing and until when, in the reader's words and the clock of the house. Needs the texts `rooms` and `spaces`. */
@Injectable({ providedIn: 'root' })
export class StateWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly words = inject(RoomWords);

  /** The floor inside a sentence: it begins small. */
  floor(room: Room): string {
    const name = this.words.floorOf(room);
    return name.charAt(0).toLocaleLowerCase() + name.slice(1);
  }

  /** `24 places · étage 2 · sans marche`. */
  brief(room: Room): string {
    const stepFree = room.features.includes('step-free') ? this.texts.t('rooms.stepFree') : '';
    return [this.words.places(room), this.floor(room), stepFree].filter(Boolean).join(' · ');
  }

  /** `Grande salle (Salle A et Salle B)`. */
  withParts(room: Room): string {
    const parts = this.words.parts(room);
    return parts ? `${room.name} (${parts})` : room.name;
  }

  rooms = (ids: readonly string[]): string =>
    this.formats.list(
      ids.flatMap((id) => {
        const room = this.space.room(id);
        return room ? [this.withParts(room)] : [];
      }),
    );

  /** A small number in a word, a large one in figures. */
  number = (n: number): string => (n > 1 && n <= IN_WORDS ? this.texts.t(`rooms.number.${n}`) : this.formats.number(n));

  time = (moment: Date): string => this.formats.time(moment, this.space.zone());

  /** `jusqu’à 17:00`, `toute la journée` when the day ends first. */
  until(moment: Date, now: Date): string {
    const { end } = dayOf(dateOf(now, this.space.zone()), this.space.zone());
    return moment >= end ? this.texts.t('rooms.until.day') : this.texts.t('rooms.until.time', { time: this.time(moment) });
  }

  /** A moment later today by its time, else by its day as well. */
  moment(moment: Date, now: Date): string {
    const day = this.relativeDay(dateOf(moment, this.space.zone()), now);
    return dateOf(moment, this.space.zone()) === dateOf(now, this.space.zone()) ? this.time(moment) : `${day}, ${this.time(moment)}`;
  }

  /** `aujourd’hui`, `demain, mercredi`, `jeudi 26 novembre`. */
  relativeDay(date: string, now: Date): string {
    const today = dateOf(now, this.space.zone());
    if (date === today) return this.texts.t('rooms.today');
    const day = this.formats.date(date, 'long');
    return date === addDays(today, 1) ? this.texts.t('rooms.tomorrow', { weekday: day.split(' ')[0]?.replace(',', '') }) : day;
  }

  range = ({ start, end }: Span): string => this.formats.timeRange(start, end, this.space.zone());

  /** What a room is doing now: `Libre jusqu’à 15:00`, `Occupée, libre à 14:15`, `Fermée`. */
  state(state: RoomState, now: Date): { word: string; detail: string; tone: 'ok' | 'plain'; icon: IconName } {
    if (state.is === 'free')
      return { word: this.texts.t('rooms.state.free'), detail: this.until(state.until, now), tone: 'ok', icon: 'check' };
    const again = state.until ? this.again(state.until, now) : '';
    const icons = { taken: 'event_busy', pause: 'hourglass_top', closed: 'block' } as const;
    return { word: this.texts.t(`rooms.state.${state.is}`), detail: again, tone: 'plain', icon: icons[state.is] };
  }

  /** `à nouveau libre à 14:15`, `à nouveau libre demain, mercredi, 8:00`. */
  private again(moment: Date, now: Date): string {
    const isToday = dateOf(moment, this.space.zone()) === dateOf(now, this.space.zone());
    return this.texts.t(isToday ? 'rooms.again' : 'rooms.againDay', { time: this.moment(moment, now) });
  }

  /** The day of a room for those who do not see the bar. */
  bar(pieces: readonly BarPiece[], axis: Span): string {
    const taken = pieces.filter(({ kind }) => kind === 'taken');
    const closed = pieces.filter(({ kind }) => kind === 'closed');
    if (closed.some(({ width }) => width >= 100)) return this.texts.t('rooms.bar.closed');
    const spans = (some: readonly Span[]) =>
      this.formats.list(some.map(({ start, end }) => this.texts.t('rooms.bar.span', { from: this.time(start), to: this.time(end) })));
    const parts = [
      ...(taken.length
        ? [this.texts.t('rooms.bar.taken', { spans: spans(taken) })]
        : [this.texts.t('rooms.bar.free', { spans: spans([axis]) })]),
      ...(closed.length ? [this.texts.t('rooms.bar.shut', { spans: spans(closed) })] : []),
    ];
    return parts.join(' ');
  }
}
