import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { type OutsideRequest, Visibility } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { type Alternative, readTime, type ReasonCode, wallOf } from '@bota/shared/domain';
import { DayField, FIELDS, problemOf, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { previewResource } from '../bookings.client';
import { BookableOrganisations } from '../book/bookable-organisations';
import { readClock } from '../book/clock';
import { OverrideField } from '../book/override-field';
import { PriceNote } from '../book/price-note';
import { VerdictBox } from '../book/verdict';
import { overridable, verdictOf, type VerdictView } from '../book/verdict-view';

/** Where and when a neighbour is received, and by whom. */
export type Placed = {
  organisationId: string;
  roomIds: string[];
  start: string;
  end: string;
  title: string;
  visibility: Visibility;
  overrideReason?: string;
};
type Draft = Omit<Placed, 'start' | 'end' | 'overrideReason'> & { date: string; from: string; to: string; overrideReason: string | null };
const LEAST_REASON = 3;

/** Prefilled with what was asked; says while one chooses whether it is free. */
@Component({
  selector: 'b75-outside-accept',
  imports: [DayField, MatButton, MatFormFieldModule, MatIcon, MatInput, OverrideField, PriceNote, VerdictBox],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './outside-accept.html',
  styleUrl: './outside-accept.scss',
})
export class OutsideAccept {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly bookable = inject(BookableOrganisations);
  private readonly session = inject(Session);
  readonly request = input.required<OutsideRequest>();
  readonly isBusy = input(false);
  readonly placed = output<Placed>();
  readonly dropped = output();

  protected readonly visibilities = Visibility.options;
  protected readonly draft = linkedSignal<string, Draft>({ source: () => this.request().id, computation: () => this.first() });
  protected readonly id = (name: string): string => `accept-${name}-${this.request().id}`;
  private readonly times = computed(() => {
    const { date, from, to } = this.draft();
    const [start, end] = [readClock(from), readClock(to)];
    return date && start && end && start < end ? { start: `${date}T${start}`, end: `${date}T${end}` } : null;
  });
  protected readonly start = computed(() => {
    const times = this.times();
    return times ? readTime(times.start, this.space.zone()).instant.toISOString() : undefined;
  });
  private readonly preview = previewResource(this.space.ref, () => {
    const [times, { roomIds, organisationId, overrideReason }] = [this.times(), this.draft()];
    if (!times || !roomIds.length) return undefined;
    const over = (overrideReason?.trim().length ?? 0) >= LEAST_REASON ? { overrideReason: overrideReason?.trim() } : {};
    return {
      ...times,
      roomIds,
      forOutsiders: true,
      attendees: this.request().attendees,
      ...(organisationId && { organisationId }),
      ...over,
    };
  });
  protected readonly previewed = computed(() => (this.preview.hasValue() ? this.preview.value() : undefined));
  protected readonly view = computed<VerdictView>(() => {
    if (!this.times() || !this.draft().roomIds.length) return { is: 'incomplete' };
    if (this.preview.isLoading()) return { is: 'checking' };
    if (this.preview.hasValue()) return verdictOf(this.preview.value(), 'refuse');
    const error = this.preview.error();
    return problemOf(error)?.code === 'booking/ends-before-it-starts' ? { is: 'incomplete' } : { is: 'failed', error };
  });
  /** The rules in the way, also once a reason set them aside. */
  protected readonly rules = linkedSignal<readonly ReasonCode[], readonly ReasonCode[]>({
    source: () => overridable(this.view()),
    computation: (codes, before) => (codes.length || this.draft().overrideReason === null ? codes : (before?.value ?? [])),
  });
  protected readonly isReady = computed(() => this.view().is === 'free' && !!this.draft().organisationId && !!this.draft().title.trim());

  protected set(change: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected choose({ roomIds, start, end }: Alternative): void {
    const [from, to] = [start, end].map((moment) => wallOf(new Date(moment), this.space.zone())) as [string, string];
    this.set({ roomIds: [...roomIds], date: from.slice(0, 10), from: from.slice(11, 16), to: to.slice(11, 16) });
  }

  protected accept(): void {
    const times = this.times();
    if (!times || !this.isReady()) return;
    const { organisationId, roomIds, title, visibility, overrideReason } = this.draft();
    const over = overrideReason?.trim() ? { overrideReason: overrideReason.trim() } : {};
    this.placed.emit({ organisationId, roomIds, title: title.trim(), visibility, ...times, ...over });
  }

  private first(): Draft {
    const { start, end, roomId, purpose } = this.request();
    const [from, to] = [start, end].map((moment) => wallOf(new Date(moment), this.space.zone())) as [string, string];
    const mine = this.session.me()?.memberships[0]?.organisationId ?? '';
    return {
      ...{ organisationId: mine, roomIds: roomId ? [roomId] : [], title: purpose, visibility: 'residents', overrideReason: null },
      ...{ date: from.slice(0, 10), from: from.slice(11, 16), to: to.slice(11, 16) },
    };
  }
}
