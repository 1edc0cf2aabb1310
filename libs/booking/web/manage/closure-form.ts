import { Component, computed, inject, Injector, linkedSignal, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal, settled } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import type { Closing, ClosingDraft } from '@bota/booking/domain';
import { addDays, dateOf, type FieldError, type LocalizedText } from '@bota/shared/domain';
import { Confirm, DayField, ErrorSummary, Failure, FIELDS, problemOf, provideDays, Texts } from '@bota/shared/ui';
import { LocalizedField, SpaceStore } from '@bota/spaces/web';
import { readClock } from '../book/clock';
import { AffectedChoices } from './affected-choices';
import { choicesOn, type ClosingChoices, countsOf, KEEP_ALL, type NotMoved, seenIn, withoutPlace, withoutPlaces } from './closing-draft';
import { CountWords } from './count-words';
import { Manage } from './manage.client';
import { readEnd } from './week-draft';

const PAUSE_MS = 300;
type Draft = { isHouse: boolean; roomIds: string[]; from: string; fromTime: string; to: string; toTime: string; reason: LocalizedText };
type Wish = Pick<ClosingDraft, 'roomIds' | 'start' | 'end' | 'reason' | 'choices' | 'message' | 'seen'>;

/** Announces a closure, and says while it is written which bookings it would meet: what becomes of them is chosen before. */
@Component({
  selector: 'b75-closure-form',
  imports: [AffectedChoices, DayField, ErrorSummary, Failure, LocalizedField, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './closure-form.html',
  styleUrl: './manage.scss',
})
export class ClosureForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  private readonly counts = inject(CountWords);
  private readonly injector = inject(Injector);
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
  protected readonly closure = computed(
    () => {
      const draft = this.draft();
      return draft && { roomIds: draft.roomIds, start: draft.start, end: draft.end };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly affected = resource({
    params: () => this.closure(),
    loader: async ({ params, abortSignal }) => {
      await new Promise((done) => setTimeout(done, PAUSE_MS));
      return abortSignal.aborted ? undefined : this.manage.affected({ change: 'closure', ...params });
    },
  });
  protected readonly found = computed(() => (this.affected.hasValue() ? this.affected.value() : undefined));
  protected readonly failure = computed(() => this.affected.error());
  /** Pressed before it is known what the closure meets. */
  protected readonly isWaiting = signal(false);
  /** Another closure meets others: what is to become of them is chosen anew. */
  protected readonly choices = linkedSignal<unknown, ClosingChoices>({
    source: this.closure,
    computation: (_, before) => ({ ...KEEP_ALL, message: before?.value.message ?? '' }),
  });
  protected readonly refused = linkedSignal<unknown, ReadonlyMap<string, NotMoved>>({
    source: this.closure,
    computation: () => new Map(),
  });
  /** Dates that the list did not show when it was to be closed. */
  protected readonly fresh = linkedSignal<unknown, ReadonlySet<string>>({ source: this.closure, computation: () => new Set() });
  private readonly wish = computed(
    () => {
      const [draft, found, choices] = [this.draft(), this.found(), this.choices()];
      return draft && { ...draft, choices: found ? choicesOn(found, choices) : [], message: choices.message.trim(), seen: seenIn(found) };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** The same wish again, after an answer that was lost, is done once. */
  private readonly key = linkedSignal({ source: this.wish, computation: () => crypto.randomUUID() });
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
    const found = this.found();
    const lost = (found ? withoutPlace(found, this.choices()) : []).map(({ occurrenceId, title = '' }) => ({
      field: `place-${occurrenceId}`,
      message: this.texts.t('manage.choices.placeNeeded', { title }),
    }));
    if (this.failure()) faults.push({ field: 'closure-met', message: 'manage.choices.unknown' });
    return [...faults.map(({ field, message }) => ({ field, message: this.texts.t(message) })), ...lost];
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

  /** Nothing closes before one could see what that meets; what one sees only now is asked about, also when all of it is kept. */
  protected async save(): Promise<void> {
    if (this.isWaiting()) return;
    this.wasSent.set(true);
    const seen = this.found();
    await this.whenKnown();
    const [wish, found] = [this.wish(), this.found()];
    if (!wish || !found || this.errors().length > 0) return;
    const isToAsk = wish.choices.length > 0 || (found !== seen && found.count > 0);
    if (isToAsk && !(await this.isAgreed(this.counts.say(countsOf(found, this.choices()))))) return;
    if (
      !(await this.acts.attempt(
        () => this.send(wish),
        (done) => this.said(done),
      ))
    )
      return;
    this.wasSent.set(false);
    this.form.set(this.blank());
    this.choices.set(KEEP_ALL);
    this.closed.emit();
  }

  private async whenKnown(): Promise<void> {
    this.isWaiting.set(true);
    // Who leaves the page meanwhile closes nothing.
    await settled(this.affected, this.injector).catch(() => undefined);
    this.isWaiting.set(false);
  }

  protected lookAgain(): void {
    this.affected.reload();
  }

  private isAgreed(text: string): Promise<boolean> {
    const t = (key: string) => this.texts.t(`manage.choices.confirm.${key}`);
    return this.confirm.ask({ heading: t('heading'), text, keep: t('keep'), act: t('act') });
  }

  /** What could not move, or was not seen, says so where it is chosen. */
  private async send(wish: Wish): Promise<Closing> {
    this.refused.set(new Map());
    try {
      return await this.manage.close(wish, this.key());
    } catch (error) {
      const errors = problemOf(error)?.errors ?? [];
      const refused = refusedOf(errors, wish);
      const fresh = errors.filter(({ path }) => path === 'seen').map(({ message }) => message);
      this.refused.set(refused);
      this.choices.update((choices) => withoutPlaces(choices, refused.keys()));
      // As they are now, which may be why.
      if (refused.size + fresh.length > 0) this.affected.reload();
      this.fresh.update((before) => new Set([...before, ...fresh]));
      throw error;
    }
  }

  private said({ settled }: Closing): string {
    const isSettled = settled.cancelled + settled.moved > 0;
    return [this.texts.t('manage.closures.saved'), ...(isSettled ? [`${this.counts.say(settled)}.`] : [])].join(' ');
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

/** By the ids of their dates: the errors name them by their order. */
function refusedOf(errors: readonly FieldError[], { choices }: Wish): ReadonlyMap<string, NotMoved> {
  const dated = errors.flatMap((error) => {
    const [, index, part] = /^choices\.(\d+)(\.was)?$/.exec(error.path) ?? [];
    const choice = choices[Number(index)];
    return choice?.act === 'move' ? [[choice.occurrenceId, { ...error, place: choice, isChanged: !!part }] as const] : [];
  });
  return new Map(dated);
}
