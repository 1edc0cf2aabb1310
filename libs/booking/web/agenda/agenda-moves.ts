import { inject, Injectable, signal } from '@angular/core';
import type { CalendarItem, Scope } from '@bota/booking/domain';
import { type Alternative, readTime, type Reason } from '@bota/shared/domain';
import { answerOf, Formats, Notices, ProblemTexts, problemOf, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Desk } from '../book/desk';
import { BookingActs } from '../booking/booking-acts';
import type { Place } from '../booking/series-move';
import type { Moved } from './calendar-grid';
import { CalendarStore } from './calendar-store';

/** Why an event went back to its place, or its series, and what is near. */
export type Conflict = { item: CalendarItem; asked: Place; scope: Scope; reasons: readonly Reason[]; alternatives: readonly Alternative[] };

/** Moves an event by dragging: at once on screen, back when it is refused, with a way back when it is not. */
@Injectable()
export class AgendaMoves {
  private readonly acts = inject(BookingActs);
  private readonly calendar = inject(CalendarStore);
  private readonly desk = inject(Desk);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  private readonly formats = inject(Formats);
  private readonly store = inject(SpaceStore);
  private readonly texts = inject(Texts);
  readonly conflict = signal<Conflict | null>(null);

  async move({ item, place, revert }: Moved): Promise<void> {
    this.conflict.set(null);
    const scope = item.recurring ? await this.acts.scopeFor('move') : 'all';
    if (!scope) return revert();
    try {
      const { undo, stayed } = await this.calendar.optimistically(
        (items) => items.map((one) => (one.occurrenceId === item.occurrenceId ? { ...one, ...place } : one)),
        () => this.acts.move(item, place, scope),
      );
      const ofMany = scope === 'following' ? 'Following' : 'Series';
      const what = stayed ? (`moved${ofMany}Around` as const) : item.recurring && scope !== 'this' ? (`moved${ofMany}` as const) : 'moved';
      this.say(what, stayed ?? place, undo);
    } catch (error) {
      revert();
      this.explain(error, { item, asked: place, scope });
    }
  }

  private say(
    what: 'moved' | `moved${'Series' | 'Following'}${'' | 'Around'}`,
    { start, roomIds }: Place,
    undo: () => Promise<unknown>,
  ): void {
    const day = this.formats.day(start, this.store.zone(), 'short');
    const rooms = this.formats.list(roomIds.flatMap((id) => this.store.room(id)?.name ?? []));
    const message = this.texts.t(`booking.${what}`, { day, time: this.formats.time(start, this.store.zone()), rooms });
    const run = async () => {
      await this.acts.attempt(undo);
      this.calendar.reload();
    };
    this.notices.say(message, { label: this.texts.t('ui.undo'), run: () => void run() });
  }

  /** Goes on in the panel, where refused dates of a series may take other rooms and rules be set aside; answers whether it could. */
  async continueInPanel({ item, asked, scope }: Conflict): Promise<boolean> {
    const isReady = await this.acts.attempt(async () => {
      const { booking, move } = await this.acts.moveOf(item, asked, scope);
      const named = booking.occurrences.find(({ id }) => id === item.occurrenceId) ?? null;
      const [start, end] = [move.start, move.end].map((time) => time && readTime(time, booking.zone).wall);
      this.desk.edit(booking, named, scope, { ...move, start, end });
    });
    if (isReady) this.conflict.set(null);
    return isReady;
  }

  private explain(error: unknown, of: Pick<Conflict, 'item' | 'asked' | 'scope'>): void {
    const problem = problemOf(error);
    if (problem?.reasons?.length) {
      this.conflict.set({ ...of, reasons: problem.reasons, alternatives: problem.alternatives ?? [] });
    } else if (answerOf(error)?.status === 412) {
      this.notices.say(this.texts.t('booking.elsewhere.moved'));
    } else {
      const { title, text } = this.problems.explain(error);
      this.notices.say([title, text].filter(Boolean).join('. '));
    }
  }
}
