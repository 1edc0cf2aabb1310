import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { Booking, Occurrence } from '@bota/booking/domain';
import { wallOf } from '@bota/shared/domain';
import { SpaceStore } from '@bota/spaces/web';
import type { Ghost } from '../agenda/event-mapping';
import { type BookForm, type Editing, emptyForm, endOf, formOf, startOf } from './book-form';
import { laterClock } from './clock';

type Draft = { form: BookForm; key: string; editing: Editing | null };
export type Seed = { roomIds?: string[]; start?: string; end?: string; organisationId?: string };

const HOUR = 60;
const key = (space: string) => `b75.draft.${space}`;

/** The one wish being written: shared by the panel and the agenda, kept over a reload, dropped once booked or given up. */
@Injectable({ providedIn: 'root' })
export class Desk {
  private readonly space = inject(SpaceStore);
  readonly isOpen = signal(false);
  readonly form = signal<BookForm>(this.blank());
  readonly editing = signal<Editing | null>(null);
  /** One per draft, the same for every retry. */
  readonly key = signal(crypto.randomUUID() as string);
  /** What the last verdict said; the agenda colours the wish by it. */
  readonly isRefused = signal<boolean | null>(null);

  readonly ghost = computed<Ghost | null>(() => {
    const [start, end] = [startOf(this.form()), endOf(this.form())];
    if (!this.isOpen() || !start || !end || start >= end || !this.form().roomIds.length) return null;
    return { roomIds: this.form().roomIds, start, end, isRefused: this.isRefused() };
  });

  constructor() {
    effect(() => {
      const draft: Draft = { form: this.form(), key: this.key(), editing: this.editing() };
      if (this.isOpen()) keep(key(this.space.ref()), JSON.stringify(draft));
    });
  }

  /** Opens on the draft kept from before, else on an empty form at the next full hour. */
  open(seed: Seed = {}): void {
    const isAsked = !!(seed.start ?? seed.roomIds);
    const kept = isAsked ? null : restored(key(this.space.ref()));
    if (kept) {
      this.form.set(kept.form);
      this.editing.set(kept.editing);
      this.key.set(kept.key);
    } else if (!this.isOpen()) this.begin(this.blank(), null);
    if (isAsked && !this.isOpen() && this.editing()) this.begin(this.blank(), null);
    if (isAsked) this.place(seed);
    this.isOpen.set(true);
  }

  /** Puts the wish somewhere else: what was typed beside it stays. */
  place({ roomIds, start, end }: Seed): void {
    this.form.update((form) => ({
      ...form,
      ...(roomIds ? { roomIds } : {}),
      ...(start ? { date: start.slice(0, 10), from: start.slice(11, 16) } : {}),
      ...(start ? this.endAfter(start, end) : {}),
    }));
    this.isRefused.set(null);
  }

  edit(booking: Booking, occurrence: Occurrence | null): void {
    const form = formOf(booking, occurrence);
    const keptRule = !occurrence && form.repeat.every === 'none' ? booking.recurrence?.rrule : undefined;
    const editing: Editing = { bookingId: booking.id, version: booking.version, scope: occurrence ? 'this' : 'all' };
    this.begin(form, { ...editing, ...(occurrence ? { occurrenceId: occurrence.id } : {}), ...(keptRule ? { keptRule } : {}) });
    this.isOpen.set(true);
  }

  /** Booked or given up: nothing of it is kept. */
  drop(): void {
    this.isOpen.set(false);
    forget(key(this.space.ref()));
    this.begin(this.blank(), null);
  }

  private begin(form: BookForm, editing: Editing | null): void {
    this.form.set(form);
    this.editing.set(editing);
    this.key.set(crypto.randomUUID());
    this.isRefused.set(null);
  }

  private blank(): BookForm {
    const [date, clock] = wallOf(new Date(), this.space.zone()).split('T') as [string, string];
    const from = laterClock(`${clock.slice(0, 2)}:00`, HOUR);
    return emptyForm(date, from, laterClock(from, HOUR));
  }

  private endAfter(start: string, end: string | undefined) {
    const clock = end?.slice(11, 16) ?? laterClock(start.slice(11, 16), HOUR);
    return { endDate: (end ?? start).slice(0, 10), to: clock };
  }
}

function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    return;
  }
}

function restored(name: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

function forget(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    return;
  }
}
