import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { Booking, Occurrence, Scope } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';
import type { Layout } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import type { Ghost } from '../agenda/event-mapping';
import { anew, type BookForm, type Editing, emptyForm, endOf, formOf, startOf } from './book-form';
import { laterWall, nextHour } from './clock';
import { fromRrule, toRrule } from './repeat';
import { restOfRule } from './rest-of-rule';

type Draft = { form: BookForm; key: string; editing: Editing | null };
export type Seed = { roomIds?: string[]; start?: string; end?: string; organisationId?: string; attendees?: number; layout?: Layout };

/** Where a booking is to go: wall times of the house, and the rule when that goes along. */
type Move = Pick<Seed, 'roomIds' | 'start' | 'end'> & { recurrence?: { rrule: string } };

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

  /** Opens on the draft kept from before, else on an empty form at the next full hour. A seed places it, and changes no booking. */
  open(seed: Seed = {}): void {
    const isAsked = !!(seed.start ?? seed.roomIds);
    if (!this.isOpen()) {
      const kept = restored(key(this.space.ref()));
      if (kept && (!isAsked || isUnfinished(kept))) this.take(kept);
      else this.take(this.fresh());
    }
    if (isAsked) this.place(seed);
    this.isOpen.set(true);
  }

  /** Opens on a new booking that was left unfinished, as it was left; else as asked. */
  resume(seed: Seed): void {
    const kept = restored(key(this.space.ref()));
    this.open(kept && isUnfinished(kept) ? {} : seed);
  }

  /** Puts the wish somewhere else: what was typed beside it stays. */
  place({ roomIds, start, end, attendees, layout }: Seed): void {
    this.form.update((form) => ({
      ...form,
      ...(roomIds ? { roomIds } : {}),
      ...(start ? { date: start.slice(0, 10), from: start.slice(11, 16) } : {}),
      ...(start ? this.endAfter(start, end) : {}),
      ...(attendees ? { attendees } : {}),
      ...(layout ? { layout } : {}),
    }));
    this.isRefused.set(null);
  }

  /** Opens on a booking: all of it, or from the date named on, or that date alone; as it is, or on its way to another place. */
  edit(booking: Booking, occurrence: Occurrence | null, scope: Scope, move: Move = {}): void {
    const named = scope === 'all' ? null : occurrence;
    const form = formOf(booking, named, scope);
    const rule = scope === 'this' ? null : named ? restOfRule(booking, named) : (booking.recurrence?.rrule ?? null);
    const isKept = rule !== null && form.repeat.every === 'none';
    const editing: Editing = { bookingId: booking.id, version: booking.version, scope, isSeries: !!booking.recurrence };
    this.take({
      ...this.fresh(),
      form,
      editing: {
        ...editing,
        ...(named ? { occurrenceId: named.id } : {}),
        ...(rule ? { rule: toRrule(form.repeat, form.date, booking.zone) ?? rule } : {}),
        ...(form.excludes.length ? { excludes: form.excludes } : {}),
        ...(form.participants ? { participants: form.participants } : {}),
        ...(isKept ? { keptRule: rule } : {}),
      },
    });
    this.place(move);
    const repeat = move.recurrence && fromRrule(move.recurrence.rrule, this.form().date, booking.zone);
    if (repeat) this.form.update((moved) => ({ ...moved, repeat }));
    this.isOpen.set(true);
  }

  /** Opens on a booking like that one, or like that date of it, to be booked anew. */
  again(booking: Booking, occurrence: Occurrence | null): void {
    this.take({ ...this.fresh(), form: anew(formOf(booking, occurrence), dateOf(new Date(), booking.zone)) });
    this.isOpen.set(true);
  }

  /** Booked or given up: nothing of it is kept. */
  drop(): void {
    this.isOpen.set(false);
    forget(key(this.space.ref()));
    this.take(this.fresh());
  }

  private fresh = (): Draft => ({ form: this.blank(), key: crypto.randomUUID(), editing: null });

  private take({ form, key, editing }: Draft): void {
    // One kept before a field was added lacks it.
    this.form.set({ ...this.blank(), ...form });
    this.editing.set(editing);
    this.key.set(key);
    this.isRefused.set(null);
  }

  private blank(): BookForm {
    const start = nextHour(new Date(), this.space.zone());
    const { endDate, to } = this.endAfter(start, undefined);
    return { ...emptyForm(start.slice(0, 10), start.slice(11), to), endDate };
  }

  private endAfter(start: string, end: string | undefined) {
    const [endDate, to] = (end ?? laterWall(start, HOUR)).slice(0, 16).split('T') as [string, string];
    return { endDate, to };
  }
}

/** Somebody wrote something for a new booking. */
const isUnfinished = ({ form, editing }: Draft): boolean =>
  !editing &&
  (!!form.title || !!form.description || !!form.participants?.length || form.attendees !== null || form.repeat.every !== 'none');

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
