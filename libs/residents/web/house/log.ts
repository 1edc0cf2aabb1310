import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import type { LogLine } from '@bota/residents/domain';
import { addDays, startOfDay } from '@bota/shared/domain';
import { DayField, Empty, Failure, FIELDS, provideDays, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { Refusal } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { HouseClient, logResource, peopleResource } from '../house.client';
import { LOG_KINDS } from './log-kinds';
import { LogRow } from './log-row';
import { LogWords } from './log-words';

type Later = { lines: readonly LogLine[]; next: number | undefined };
type Filter = Record<'person' | 'kind' | 'from' | 'to', string | null>;

/** Everything that was done in the house, latest first. What is looked for stands in the address. */
@Component({
  selector: 'b75-log',
  imports: [DayField, Empty, Failure, LogRow, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader, Skeleton],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './log.html',
  styleUrl: './log.scss',
})
export class LogBook {
  protected readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly house = inject(HouseClient);
  private readonly space = inject(SpaceStore);
  protected readonly words = inject(LogWords);
  protected readonly acts = inject(Acts);
  readonly person = input<string>();
  readonly kind = input<string>();
  /** Civil dates of the house, both included. */
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly kinds = LOG_KINDS;
  protected readonly people = peopleResource();
  protected readonly everybody = computed(() => (this.people.hasValue() ? this.people.value() : []));
  private readonly filter = computed(() => {
    const [from, to] = [this.from(), this.to()];
    const start = (date: string) => startOfDay(date, this.space.zone()).toISOString();
    return {
      person: this.person(),
      kind: this.kind(),
      from: from && start(from),
      to: to && start(addDays(to, 1)),
    };
  });
  protected readonly isFiltered = computed(() => Object.values(this.filter()).some(Boolean));
  protected readonly first = logResource(this.filter);
  /** The pages after the first; a new first page forgets them. */
  private readonly later = linkedSignal<Later>(() => ({
    lines: [],
    next: this.first.hasValue() ? this.first.value().next : undefined,
  }));
  protected readonly lines = computed(() => [...(this.first.hasValue() ? this.first.value().items : []), ...this.later().lines]);
  protected readonly next = computed(() => this.later().next);

  protected look(change: Partial<Filter>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    this.look({ person: null, kind: null, from: null, to: null });
  }

  protected async more(next: number): Promise<void> {
    const filter = this.filter();
    try {
      const page = await this.house.logAfter(filter, next);
      if (filter === this.filter()) this.later.update(({ lines }) => ({ lines: [...lines, ...page.items], next: page.next }));
    } catch (error) {
      this.acts.explain(error);
    }
  }
}
