import { inject, Injectable } from '@angular/core';
import { type Booking, type CalendarItem, type Occurrence, type Scope, takesRooms } from '@bota/booking/domain';
import { minutesBetween } from '@bota/shared/domain';
import { Confirm, Dialogs, Formats, Notices, ProblemTexts, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Bookings, type EditInput } from '../bookings.client';
import type { ScopeQuestion } from './scope-dialog';
import { type Place, followingMove, seriesMove, stayedAt } from './series-move';

const SCOPES: readonly Scope[] = ['this', 'following', 'all'];
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

  /** Asks whether one date, that and all after it, or the whole series is meant; null when none. */
  async scopeFor(act: ScopeQuestion['act'], scopes = SCOPES): Promise<Scope | null> {
    const load = () => import('./scope-dialog').then(({ ScopeDialog }) => ScopeDialog);
    const data: ScopeQuestion = { act, scopes };
    return (await this.dialogs.ask<Scope>(load, { maxWidth: 440, data })) ?? null;
  }

  /** The scopes that make a difference at a date of a series: from its first date on is all of it. */
  scopesAt(booking: Booking, occurrence: Occurrence): readonly Scope[] {
    const hasBefore = booking.occurrences.some(
      ({ recurrenceId, status }) => recurrenceId < occurrence.recurrenceId && status !== 'cancelled',
    );
    return hasBefore ? SCOPES : SCOPES.filter((scope) => scope !== 'following');
  }

  /** Moves an occurrence, or with it those after it, or the whole series, by the same wall time. */
  async move(item: CalendarItem, place: Place, scope: Scope): Promise<Moved> {
    const { booking: before, move } = await this.moveOf(item, place, scope);
    const moved = await this.bookings.edit(this.store.ref(), before, move);
    const back = { roomIds: item.roomIds, start: item.start, end: item.end };
    return {
      stayed: item.recurring && scope !== 'this' ? stayedAt(moved, item.occurrenceId, place) : null,
      // What took over from a date on is moved back as a whole: it is a series of its own now.
      undo: () =>
        this.bookings.edit(this.store.ref(), moved, this.editOf(moved, { ...item, ...place }, back, scope === 'this' ? 'this' : 'all')),
    };
  }

  /** A booking with what moving one of its dates asks of it. */
  async moveOf(item: CalendarItem, place: Place, scope: Scope): Promise<{ booking: Booking; move: EditInput }> {
    const booking = await this.bookings.one(this.store.ref(), item.bookingId);
    return { booking, move: this.editOf(booking, item, place, scope) };
  }

  private editOf(booking: Booking, item: CalendarItem, place: Place, scope: Scope): EditInput {
    if (scope === 'this') return { scope, occurrenceId: item.occurrenceId, ...place };
    if (scope === 'following') return followingMove(booking, item, place);
    return item.recurring ? seriesMove(booking, item, place) : { scope, ...place };
  }

  /** Names what is lost, then cancels; answers whether it did. `said` is heard afterwards. */
  async cancel(booking: Booking, scope: Scope, occurrence: Occurrence | null): Promise<boolean> {
    const coming = booking.occurrences.filter((one) => takesRooms(one) && one.may.cancel);
    const isFollowing = scope === 'following' && occurrence !== null;
    const later = coming.filter(({ recurrenceId }) => !occurrence || recurrenceId >= occurrence.recurrenceId);
    const lost = scope === 'this' && occurrence ? [occurrence] : isFollowing ? later : coming;
    const isSeries = scope !== 'this' && booking.recurrence !== null;
    const what = isFollowing ? 'following' : isSeries ? 'series' : 'one';
    const asked = await this.confirm.ask({
      heading: this.texts.t(`booking.cancel.${what}.heading`, { title: booking.title }),
      text: isSeries ? this.texts.count('booking.cancel.count', lost.length) : undefined,
      lost: this.names(lost, booking.zone),
      stays: [
        this.lateness(lost),
        isFollowing ? this.texts.t('booking.cancel.before') : isSeries ? this.texts.t('booking.cancel.past') : '',
        booking.attendees ? this.texts.count('booking.cancel.people', booking.attendees) : '',
      ]
        .filter(Boolean)
        .join(' '),
      keep: this.texts.t('booking.cancel.keep'),
      act: this.texts.t(`booking.cancel.${what}.act`),
    });
    if (!asked) return false;
    return this.attempt(async () => {
      await this.bookings.cancel(
        this.store.ref(),
        booking.id,
        scope !== 'all' && occurrence ? { scope, occurrenceId: occurrence.id } : { scope: 'all' },
      );
      this.notices.say(this.texts.t(`booking.cancel.${what}.done`, { title: booking.title }));
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

  /** What is cancelled after the notice its rooms ask for counts as used: said before it is done. */
  private lateness(lost: readonly Occurrence[]): string {
    const noticeOf = ({ roomIds }: Occurrence) => Math.max(0, ...roomIds.map((id) => this.store.room(id)?.rules.cancelMinutes ?? 0));
    const late = lost.filter((one) => one.status === 'confirmed' && minutesBetween(new Date(), new Date(one.start)) < noticeOf(one));
    const duration = this.formats.duration(Math.max(0, ...late.map(noticeOf)));
    return late.length ? this.texts.count('booking.cancel.late', late.length, { duration }) : '';
  }

  private names(occurrences: readonly Occurrence[], zone: string): string[] {
    const shown = occurrences
      .slice(0, 6)
      .map(({ start, end }) => `${this.formats.day(start, zone, 'long')}, ${this.formats.timeRange(start, end, zone)}`);
    const more = occurrences.length - shown.length;
    return more > 0 ? [...shown, this.texts.count('booking.cancel.more', more)] : shown;
  }
}
