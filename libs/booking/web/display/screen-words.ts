import { inject, Injectable } from '@angular/core';
import type { CalendarItem, OnDisplay } from '@bota/booking/domain';
import { addDays, dateOf, inLanguage, type Language, minutesBetween } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import type { OnScreen } from './room-on-screen';

export const SIGNS: Record<OnScreen['is'], IconName> = {
  free: 'check',
  soon: 'schedule',
  busy: 'block',
  pause: 'hourglass_top',
  closed: 'lock',
  unknown: 'cloud_off',
};

type Moment = { shown: OnDisplay; now: Date };

/** What a screen says, large in its own language and small in the others of the house. */
@Injectable({ providedIn: 'root' })
export class ScreenWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  state = (state: OnScreen): string => this.texts.t(`display.state.${state.is}`);

  /** `jusqu’à 17:00`, `dans 10 minutes, à 15:00`, `Permanence logement, jusqu’à 14:15`: one that is over sooner than the room is free stands apart. */
  detail(state: OnScreen, moment: Moment): string {
    const until = this.until(this.texts.language(), state, moment);
    return [isTillFree(state) && state.present?.title, until].filter(Boolean).join(', ');
  }

  /** What is on, with its own time, where the room stays taken after it: `Permanence logement, 13:00–14:15`. */
  apart(state: OnScreen, { shown }: Moment): string {
    const { present } = state;
    if (!present?.title || isTillFree(state)) return '';
    return `${present.title}, ${this.formats.timeRange(present.start, present.end, shown.house.zone)}`;
  }

  /** The same, short, in the other languages; each with its own. */
  others(state: OnScreen, moment: Moment): { language: Language; text: string }[] {
    const own = this.texts.language();
    return moment.shown.house.languages
      .filter((language) => language !== own && this.texts.isThere(language))
      .map((language) => {
        const word = this.texts.in(language, `display.state.${state.is}`).toLocaleLowerCase(language);
        const isOf = state.is === 'free' || state.is === 'busy';
        return { language, text: [word, this.until(language, state, moment)].filter(Boolean).join(isOf ? ' ' : ', ') };
      });
  }

  organisation = (item: CalendarItem, { organisations }: OnDisplay): string =>
    organisations.find(({ id }) => id === item.organisationId)?.name ?? '';

  title = (item: CalendarItem): string => item.title ?? this.texts.t('display.occupied');

  /** `24 places, deuxième étage`. */
  facts(room: Room, { rooms }: OnDisplay): string {
    const places = room.capacity ? this.texts.count('display.places', room.capacity) : '';
    const floor = rooms.floors.find(({ id }) => id === room.floorId);
    return [places, floor ? inLanguage(floor.name, this.texts.language()).toLocaleLowerCase(this.texts.language()) : '']
      .filter(Boolean)
      .join(', ');
  }

  private until(language: Language, { is, until }: OnScreen, { shown, now }: Moment): string {
    const { zone } = shown.house;
    if (is === 'unknown') return '';
    // Closed for longer than anybody knows.
    if (!until && is === 'closed') return '';
    if (!until) return this.texts.in(language, `display.until.${is === 'free' ? 'day' : 'none'}`);
    const time = this.formats.time(until, zone);
    if (is === 'soon')
      return this.texts.in(language, 'display.until.soon', { time, n: Math.max(1, Math.round(minutesBetween(now, until))) });
    if (is === 'free' || is === 'busy') return this.texts.in(language, 'display.until.time', { time });
    return this.texts.in(language, `display.until.${freeOn(dateOf(until, zone), dateOf(now, zone))}`, { time });
  }
}

function freeOn(date: string, today: string): 'again' | 'tomorrow' | 'anotherDay' {
  if (date === today) return 'again';
  return date === addDays(today, 1) ? 'tomorrow' : 'anotherDay';
}

const isTillFree = ({ present, until }: OnScreen): boolean => !until || !present || new Date(present.end) >= until;
