import { inject, Injectable } from '@angular/core';
import { dateOf, inLanguage } from '@bota/shared/domain';
import type { CalendarItem } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { capital, Formats, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { PreparingWords } from '../booking/preparing-words';
import { datesOf, type View } from './agenda-query';
import type { Blocked } from './blocked.rules';
import { kindOf } from './event-kind';
import { mainFeature } from './room-rows';

/** The sentences of the agenda: its title, what an event or a hatch says, what stands under a room. */
@Injectable({ providedIn: 'root' })
export class AgendaWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly store = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  private readonly preparing = inject(PreparingWords);

  /** The day, the week or the month in words; in few, without the year that it is. */
  title(view: View, date: string, isShort = false): string {
    const isThisYear = date.slice(0, 4) === dateOf(new Date(), this.store.zone()).slice(0, 4);
    if (view === 'day') return capital(this.formats.date(date, isShort ? (isThisYear ? 'short' : 'shortDated') : 'full'));
    if (view === 'year') return date.slice(0, 4);
    if (view === 'month') return capital(this.formats.month(date));
    const { from, to } = datesOf(view, date);
    return this.formats.dateRange(from, to, isShort ? (isThisYear ? 'dayMonth' : 'dayMonthDated') : 'dated');
  }

  organisation = (item: CalendarItem): string => this.residents.organisation(item.organisationId)?.name ?? '';
  rooms = (ids: readonly string[]): string => this.formats.list(ids.flatMap((id) => this.store.room(id)?.name ?? []));
  time = (item: Pick<CalendarItem, 'start' | 'end'>): string => this.formats.timeRange(item.start, item.end, this.store.zone());

  label = (item: CalendarItem): string =>
    [
      item.title ?? `${this.texts.t('booking.occupied')}, ${this.texts.t('booking.private')}`,
      this.organisation(item),
      `${this.formats.day(item.start, this.store.zone(), 'long')} ${this.time(item)}`,
      this.rooms(item.roomIds),
      this.preparing.say(item, this.store.zone()),
      item.status === 'confirmed' ? '' : this.texts.t(`booking.status.${item.status}`),
      this.texts.t(`booking.kind.${kindOf(item)}`),
      item.recurring ? this.texts.t('booking.agenda.recurring') : '',
      item.mine ? this.texts.t('booking.agenda.isMine') : '',
    ]
      .filter(Boolean)
      .join(', ');

  blocked = (blocked: Blocked): string => {
    if (blocked.why === 'closed') {
      const reason = blocked.reason ? inLanguage(blocked.reason, this.texts.language()) : '';
      return reason ? this.texts.t('booking.agenda.closedFor', { reason }) : this.texts.t('booking.agenda.closed');
    }
    const names = blocked.roomIds.flatMap((id) => this.store.room(id)?.name ?? []);
    if (blocked.why === 'by') return this.texts.t('booking.agenda.takenBy', { rooms: this.formats.list(names) });
    return this.texts.t('booking.agenda.takenInPart', { rooms: this.formats.either(names) });
  };

  /** `40 pl. · écran`, or the parts of a composed room. */
  roomDetails(room: Room, isLong = false): string {
    const seats = room.capacity ? this.texts.count(isLong ? 'booking.book.seats' : 'booking.agenda.seats', room.capacity) : '';
    const parts = room.partIds.flatMap((id) => this.store.room(id)?.name ?? []);
    const feature = mainFeature(room) ?? (isLong || !room.features.includes('step-free') ? undefined : 'step-free');
    const more = parts.length ? parts.join(' + ') : feature ? this.texts.t(`spaces.feature.${feature}`).toLocaleLowerCase() : '';
    const stepFree =
      isLong && !parts.length && room.features.includes('step-free') ? this.texts.t('spaces.feature.step-free').toLocaleLowerCase() : '';
    return [seats, more, stepFree].filter(Boolean).join(' · ');
  }
}
