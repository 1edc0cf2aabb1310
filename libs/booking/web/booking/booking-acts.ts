import { inject, Injectable } from '@angular/core';
import type { Booking, CalendarItem, Occurrence } from '@bota/booking/domain';
import { Confirm, Dialogs, Formats, Notices, ProblemTexts, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Bookings, type EditInput } from '../bookings.client';
import { type Place, seriesMove, stayedAt } from './series-move';

export type Scope = 'this' | 'all';
/** How to move it back, and where the date itself stayed because it was changed alone before. */
export type Moved = { undo: () => Promise<Booking>; stayed: Place | null };

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

  /** Moves an occurrence, or with it the whole series by the same wall time. */
  async move(item: CalendarItem, place: Place, scope: Scope): Promise<Moved> {
    const before = await this.bookings.one(this.store.ref(), item.bookingId);
    const moved = await this.bookings.edit(this.store.ref(), before, this.editOf(before, item, place, scope));
    const back = { roomIds: item.roomIds, start: item.start, end: item.end };
    return {
      stayed: item.recurring && scope === 'all' ? stayedAt(moved, item.occurrenceId, place) : null,
      undo: () => this.bookings.edit(this.store.ref(), moved, this.editOf(moved, { ...item, ...place }, back, scope)),
    };
  }

  private editOf(booking: Booking, item: CalendarItem, place: Place, scope: Scope): EditInput {
    if (scope === 'this') return { scope, occurrenceId: item.occurrenceId, ...place };
    return item.recurring ? seriesMove(booking, item, place) : { scope, ...place };
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
