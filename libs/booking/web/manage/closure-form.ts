import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { addDays, dateOf, type LocalizedText } from '@bota/shared/domain';
import { DayField, ErrorSummary, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { LocalizedField, SpaceStore } from '@bota/spaces/web';
import { readClock } from '../book/clock';
import { AffectedList } from './affected-list';
import { Manage } from './manage.client';
import { readEnd } from './week-draft';

const PAUSE_MS = 300;
type Draft = { isHouse: boolean; roomIds: string[]; from: string; fromTime: string; to: string; toTime: string; reason: LocalizedText };

/** Announces a closure, and says while it is written which bookings it would meet. They stay. */
@Component({
  selector: 'b75-closure-form',
  imports: [AffectedList, DayField, ErrorSummary, LocalizedField, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './closure-form.html',
  styleUrl: './manage.scss',
})
export class ClosureForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly manage = inject(Manage);
  readonly closed = output();
  protected readonly form = signal<Draft>(this.blank());
  private readonly wasSent = signal(false);

  /** On the wire; undefined while something lacks. */
  private readonly draft = computed(() => {
    const { isHouse, roomIds, reason } = this.form();
    const [start, end] = [this.wall('from'), this.wall('to')];
    if (!start || !end || start >= end || !(isHouse || roomIds.length)) return undefined;
    return { roomIds: isHouse ? [] : roomIds, start, end, reason };
  });
  private readonly question = computed(
    () => {
      const draft = this.draft();
      return draft && { change: 'closure' as const, roomIds: draft.roomIds, start: draft.start, end: draft.end };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly affected = resource({
    params: () => this.question(),
    loader: async ({ params, abortSignal }) => {
      await new Promise((done) => setTimeout(done, PAUSE_MS));
      return abortSignal.aborted ? undefined : this.manage.affected(params);
    },
  });
  protected readonly errors = computed(() => {
    if (!this.wasSent()) return [];
    const { isHouse, roomIds } = this.form();
    const [start, end] = [this.wall('from'), this.wall('to')];
    const faults = [
      ...(isHouse || roomIds.length ? [] : [{ field: 'closure-house', message: 'manage.closures.roomNeeded' }]),
      ...(start ? [] : [{ field: 'closure-from', message: 'manage.closures.fromNeeded' }]),
      ...(end ? [] : [{ field: 'closure-to', message: 'manage.closures.toNeeded' }]),
      ...(start && end && start >= end ? [{ field: 'closure-to', message: 'manage.closures.order' }] : []),
    ];
    return faults.map(({ field, message }) => ({ field, message: this.texts.t(message) }));
  });

  protected set(change: Partial<Draft>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  /** The last day follows the first. */
  protected begin(from: string): void {
    this.set({ from, ...(from > this.form().to && { to: from }) });
  }

  protected turn(id: string, isIn: boolean): void {
    const { roomIds } = this.form();
    this.set({ roomIds: isIn ? [...roomIds, id] : roomIds.filter((one) => one !== id) });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    const draft = this.draft();
    if (!draft) return;
    if (!(await this.acts.attempt(() => this.manage.close(draft), this.texts.t('manage.closures.saved')))) return;
    this.wasSent.set(false);
    this.form.set(this.blank());
    this.closed.emit();
  }

  private wall(side: 'from' | 'to'): string | null {
    const form = this.form();
    const time = side === 'from' ? readClock(form.fromTime) : readEnd(form.toTime);
    if (!form[side] || !time) return null;
    return time === '24:00' ? `${addDays(form[side], 1)}T00:00` : `${form[side]}T${time}`;
  }

  private blank(): Draft {
    const tomorrow = addDays(dateOf(new Date(), this.space.zone()), 1);
    return { isHouse: true, roomIds: [], from: tomorrow, fromTime: '00:00', to: tomorrow, toTime: '24:00', reason: {} };
  }
}
