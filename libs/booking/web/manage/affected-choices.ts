import { Component, computed, effect, inject, input, linkedSignal, model } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import type { AffectedBookings, CalendarItem, PlacesQuery } from '@bota/booking/domain';
import type { Alternative } from '@bota/shared/domain';
import { FIELDS, Segments, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';
import { AffectedWords } from './affected-words';
import {
  type Act,
  canMove,
  choicesOn,
  chosenFor,
  type ClosingChoices,
  commonAct,
  countsOf,
  firstApart,
  isOpen,
  isSamePlace,
  type NotMoved,
  withDate,
} from './closing-draft';
import { CountWords } from './count-words';
import { Manage } from './manage.client';

const SHOWN = 8;
type Found = Alternative[] | 'asked' | 'failed';

/** What a closure meets, date by date, and what is to become of each: it stays, ends or goes elsewhere. */
@Component({
  selector: 'b75-affected-choices',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, RouterLink, Segments],
  providers: [FIELDS],
  templateUrl: './affected-choices.html',
  styleUrl: './affected-choices.scss',
})
export class AffectedChoices {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly words = inject(AffectedWords);
  private readonly counts = inject(CountWords);
  private readonly reasons = inject(ReasonTexts);
  private readonly manage = inject(Manage);
  readonly affected = input.required<AffectedBookings | undefined>();
  readonly closure = input.required<PlacesQuery['closure'] | undefined>();
  /** Why dates could not go where they were to go, by their ids. */
  readonly refused = input<ReadonlyMap<string, NotMoved>>(new Map());
  /** Dates that were booked since the list was shown first. */
  readonly fresh = input<ReadonlySet<string>>(new Set());
  readonly choices = model.required<ClosingChoices>();

  /** Where dates could go, once that was asked; another closure leaves other places. */
  private readonly places = linkedSignal<unknown, ReadonlyMap<string, Found>>({ source: this.closure, computation: () => new Map() });
  protected readonly isWhole = linkedSignal({ source: this.closure, computation: () => false });
  private readonly items = computed(() => this.affected()?.items ?? []);
  protected readonly common = computed(() => commonAct(this.affected() ?? NOTHING, this.choices()));
  protected readonly openCount = computed(() => this.items().filter(isOpen).length);
  /** What is new is somewhere among them. */
  private readonly shown = computed(() => (this.isWhole() || this.fresh().size > 0 ? Infinity : SHOWN));
  protected readonly hidden = computed(() => Math.max(0, this.items().length - this.shown()));
  protected readonly rows = computed(() =>
    this.items()
      .slice(0, this.shown())
      .map((item) => this.row(item)),
  );
  protected readonly hasChanges = computed(() => {
    const { cancelled, moved } = countsOf(this.affected() ?? NOTHING, this.choices());
    return cancelled + moved > 0;
  });
  protected readonly summary = computed(() => this.counts.say(countsOf(this.affected() ?? NOTHING, this.choices())));
  protected readonly forAll = computed(() => this.segments(['keep', 'cancel', 'move']));
  protected readonly forOthers = computed(() => this.segments(['keep', 'cancel']));

  constructor() {
    effect(() => {
      const found = [...this.refused()].flatMap(([id, { alternatives }]) => (alternatives ? [[id, alternatives] as const] : []));
      this.places.update((places) => new Map([...places, ...found]));
    });
  }

  private row(item: CalendarItem) {
    const { act, place } = chosenFor(this.choices(), item);
    const found = this.places().get(item.occurrenceId);
    const offered = Array.isArray(found) ? found.map((one) => ({ value: one, text: this.words.place(one, item) })) : [];
    return {
      ...this.words.row(item),
      ...{ item, act, isOpen: isOpen(item), isFresh: this.fresh().has(item.occurrenceId) },
      segments: this.segments(['keep', 'cancel', ...(canMove(item) ? (['move'] as const) : [])], item),
      places: offered,
      place: offered.findIndex(({ value }) => place && isSamePlace(value, place)),
      found: Array.isArray(found) ? (found.length > 0 ? 'some' : 'none') : (found ?? 'asked'),
      why: this.why(item),
    };
  }

  /** What is in the way of the place that was chosen; another choice is another matter. */
  private why(item: CalendarItem): string | null {
    const refused = this.refused().get(item.occurrenceId);
    const { act, place } = chosenFor(this.choices(), item);
    if (!refused || act !== 'move' || place) return null;
    if (refused.isChanged) return this.texts.t('manage.choices.changed');
    const [reason] = refused.reasons ?? [];
    const why = reason ? this.reasons.say(reason, item.start).title : this.texts.t('manage.choices.notThere');
    return `${this.words.place(refused.place, item)} · ${why}`;
  }

  private segments<One extends Act>(acts: readonly One[], item?: CalendarItem) {
    const word = (act: Act) => (act === 'cancel' && item?.status === 'requested' ? 'decline' : act);
    return acts.map((value) => ({ value, text: this.texts.t(`manage.choices.act.${word(value)}`) }));
  }

  protected async pick(item: CalendarItem, act: Act): Promise<void> {
    this.choices.update((choices) => withDate(choices, item.occurrenceId, { act }));
    if (act === 'move') await this.findPlace(item);
  }

  protected place(item: CalendarItem, place: Alternative | undefined): void {
    this.choices.update((choices) => withDate(choices, item.occurrenceId, { act: 'move', ...(place && { place }) }));
  }

  /** One after the other: what takes the first place is left out for the next, and what has no place anywhere stays. */
  protected async pickAll(act: Act): Promise<void> {
    const open = this.items().filter(isOpen);
    for (const item of open) {
      const own = act === 'move' && !canMove(item) ? 'keep' : act;
      this.choices.update((choices) => withDate(choices, item.occurrenceId, { act: own }));
    }
    this.pickOthers(act === 'cancel' ? 'cancel' : 'keep');
    if (act !== 'move') return;
    this.isWhole.set(true);
    for (const item of open.filter(canMove)) {
      await this.findPlace(item);
      if (this.isNowhere(item) && this.isToMove(item)) await this.pick(item, 'keep');
    }
  }

  protected pickOthers(others: 'keep' | 'cancel'): void {
    this.choices.update((choices) => ({ ...choices, others }));
  }

  protected say(message: string): void {
    this.choices.update((choices) => ({ ...choices, message }));
  }

  protected async findPlace(item: CalendarItem): Promise<void> {
    const [closure, id] = [this.closure(), item.occurrenceId];
    if (!closure) return;
    const known = this.places().get(id);
    const found = Array.isArray(known) ? known : await this.ask(closure, id);
    if (!Array.isArray(found) || this.closure() !== closure || !this.isToMove(item)) return;
    const place = firstApart(found, this.choices());
    if (place) this.place(item, place);
  }

  private isNowhere({ occurrenceId }: CalendarItem): boolean {
    const found = this.places().get(occurrenceId);
    return Array.isArray(found) && found.length === 0;
  }

  private isToMove(item: CalendarItem): boolean {
    const { act, place } = chosenFor(this.choices(), item);
    return act === 'move' && !place;
  }

  private async ask(closure: PlacesQuery['closure'], id: string): Promise<Found> {
    const keep = (found: Found) => this.closure() === closure && this.places.update((places) => new Map([...places, [id, found]]));
    keep('asked');
    const others = choicesOn(this.affected() ?? NOTHING, this.choices()).filter(({ occurrenceId }) => occurrenceId !== id);
    const found = await this.manage.places({ closure, occurrenceId: id, choices: others }).catch((): Found => 'failed');
    keep(found);
    return found;
  }
}

const NOTHING: AffectedBookings = { count: 0, items: [], others: [] };
