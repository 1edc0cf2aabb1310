import { inject, Injectable } from '@angular/core';
import type { Booking, CalendarItem, Occurrence } from '@bota/booking/domain';
import { addMinutes, minutesBetween, readTime, wallOf } from '@bota/shared/domain';
import { Confirm, Dialogs, Formats, Notices, ProblemTexts, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Bookings, type EditInput } from '../bookings.client';

export type Scope = 'this' | 'all';
export type Place = { roomIds: string[]; start: string; end: string };

/** What can be done to a booking, asking first where something is lost and saying afterwards what was done. */
@Injectable({ providedIn: 'root' })
export class BookingActs {
  private readonly bookings = inject(Bookings);
  private readonly store = inject(SpaceStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  private readonly formats = inject(Formats);
  private readonly texts = inject(Texts);

  /** Asks whether one date or the whole series is meant; null when neither. */
  async scopeFor(item: Pick<CalendarItem, 'recurring'>): Promise<Scope | null> {
    if (!item.recurring) return 'all';
    const load = () => import('./scope-dialog').then(({ ScopeDialog }) => ScopeDialog);
    return (await this.dialogs.ask<Scope>(load, { maxWidth: 440 })) ?? null;
  }

  /** Moves an occurrence, or with it the whole series by the same wall time. Answers how to move it back. */
  async move(item: CalendarItem, place: Place, scope: Scope): Promise<() => Promise<Booking>> {
    const before = await this.bookings.one(this.store.ref(), item.bookingId);
    const moved = await this.bookings.edit(this.store.ref(), before, this.editOf(before, item, place, scope));
    const back = { roomIds: item.roomIds, start: item.start, end: item.end };
    return () => this.bookings.edit(this.store.ref(), moved, this.editOf(moved, { ...item, ...place }, back, scope));
  }

  private editOf(booking: Booking, item: CalendarItem, place: Place, scope: Scope): EditInput {
    if (scope === 'this') return { scope, occurrenceId: item.occurrenceId, ...place };
    if (!item.recurring) return { scope, ...place };
    const zone = booking.zone;
    const wallShift = minutesBetween(asUtc(wallOf(new Date(item.start), zone)), asUtc(wallOf(new Date(place.start), zone)));
    const start = shifted(wallOf(new Date(booking.start), zone), wallShift);
    const minutes = minutesBetween(asUtc(wallOf(new Date(place.start), zone)), asUtc(wallOf(new Date(place.end), zone)));
    return { scope, roomIds: place.roomIds, start, end: shifted(start, minutes) };
  }

  /** Names what is lost, then cancels; answers whether it did. `said` is heard afterwards. */
  async cancel(booking: Booking, scope: Scope, occurrence: Occurrence | null): Promise<boolean> {
    const coming = booking.occurrences.filter(({ status, may }) => status === 'confirmed' && may.cancel);
    const lost = scope === 'this' && occurrence ? [occurrence] : coming;
    const isSeries = scope === 'all' && booking.recurrence !== null;
    const asked = await this.confirm.ask({
      heading: this.texts.t(`booking.cancel.${isSeries ? 'series' : 'one'}.heading`, { title: booking.title }),
      text: isSeries ? this.texts.count('booking.cancel.count', lost.length) : undefined,
      lost: this.names(lost, booking.zone),
      stays: [
        isSeries ? this.texts.t('booking.cancel.past') : '',
        booking.attendees ? this.texts.count('booking.cancel.people', booking.attendees) : '',
      ]
        .filter(Boolean)
        .join(' '),
      keep: this.texts.t('booking.cancel.keep'),
      act: this.texts.t(`booking.cancel.${isSeries ? 'series' : 'one'}.act`),
    });
    if (!asked) return false;
    return this.attempt(async () => {
      await this.bookings.cancel(
        this.store.ref(),
        booking.id,
        scope === 'this' && occurrence ? { scope, occurrenceId: occurrence.id } : { scope: 'all' },
      );
      this.notices.say(this.texts.t(`booking.cancel.${isSeries ? 'series' : 'one'}.done`, { title: booking.title }));
    });
  }

  /** Takes back what was just booked: without a question, it is the answer to one. */
  undoBooking(booking: Booking): Promise<boolean> {
    return this.attempt(async () => {
      await this.bookings.cancel(this.store.ref(), booking.id, { scope: 'all' });
      this.notices.say(this.texts.t('booking.undone'));
    });
  }

  /** Does it, and says when that fails. */
  async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      const { title, text } = this.problems.explain(error);
      this.notices.say([title, text].filter(Boolean).join('. '));
      return false;
    }
  }

  private names(occurrences: readonly Occurrence[], zone: string): string[] {
    const shown = occurrences
      .slice(0, 6)
      .map(({ start, end }) => `${this.formats.day(start, zone, 'long')}, ${this.formats.timeRange(start, end, zone)}`);
    const more = occurrences.length - shown.length;
    return more > 0 ? [...shown, this.texts.count('booking.cancel.more', more)] : shown;
  }
}

const asUtc = (wall: string) => readTime(`${wall}Z`, 'UTC').instant;
const shifted = (wall: string, minutes: number) => addMinutes(asUtc(wall), minutes).toISOString().slice(0, 16);
