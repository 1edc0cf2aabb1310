import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type CalendarImportReport, EventState, type ImportedEvent } from '@bota/booking/domain';
import { readTime } from '@bota/shared/domain';
import { type CountChip, CountChips, Formats, type IconName, ProblemTexts, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';

type Filter = EventState | 'all';
const AT_ONCE = 100;
const AHEAD: ReadonlySet<EventState> = new Set(['created', 'updated', 'cancelled'] as const);
const LOOKS: Record<EventState, { icon: IconName; tone: 'plain' | 'ok' | 'warn' | 'bad' }> = {
  created: { icon: 'add', tone: 'ok' },
  updated: { icon: 'edit', tone: 'ok' },
  cancelled: { icon: 'event_busy', tone: 'warn' },
  unchanged: { icon: 'check', tone: 'plain' },
  'left-out': { icon: 'info', tone: 'plain' },
  refused: { icon: 'error', tone: 'bad' },
};

/** The events of a calendar, by what becomes of them, with what stands in the way of each. */
@Component({
  selector: 'b75-event-list',
  imports: [CountChips, MatButton, RouterLink, Status],
  templateUrl: './event-list.html',
  styleUrl: './event-list.scss',
})
export class EventList {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly reasons = inject(ReasonTexts);
  private readonly problems = inject(ProblemTexts);
  protected readonly space = inject(SpaceStore);
  readonly report = input.required<CalendarImportReport>();
  protected readonly looks = LOOKS;

  protected readonly filters = computed(() => {
    const { counts, items } = this.report();
    const states = EventState.options
      .filter((state) => counts[state] > 0)
      .map((state) => ({ value: state as Filter, count: counts[state] }));
    return [{ value: 'all' as Filter, count: items.length }, ...states].map((one) => ({ ...one, text: this.label(one.value) }));
  });
  /** What was looked at before, as long as there is some of it. */
  protected readonly filter = linkedSignal<CountChip<Filter>[], Filter>({
    source: this.filters,
    computation: (filters, before) => filters.find(({ value }) => value === before?.value)?.value ?? 'all',
  });
  protected readonly most = linkedSignal({ source: this.filter, computation: () => AT_ONCE });
  private readonly chosen = computed(() => this.report().items.filter(({ state }) => this.filter() === 'all' || state === this.filter()));
  protected readonly shown = computed(() =>
    this.chosen()
      .slice(0, this.most())
      .map((item) => ({ ...item, when: this.when(item), details: this.details(item), find: this.find(item) })),
  );
  protected readonly further = computed(() => Math.min(AT_ONCE, this.chosen().length - this.shown().length));

  /** What will be, until it was done. */
  private label = (filter: Filter): string =>
    this.texts.t(this.report().isDone && filter !== 'all' ? `icalendar.state.${filter}` : `icalendar.states.${filter}`);
  protected badge = (state: EventState): string =>
    this.texts.t(!this.report().isDone && AHEAD.has(state) ? `icalendar.states.${state}` : `icalendar.state.${state}`);

  protected more(): void {
    this.most.update((most) => most + AT_ONCE);
  }

  private when({ start, isSeries, dates }: ImportedEvent): string {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(start)) return start;
    const moment = readTime(start, this.space.zone()).instant.toISOString();
    const said = `${this.formats.day(moment, this.space.zone(), 'full')}, ${this.formats.time(moment, this.space.zone())}`;
    return isSeries && dates > 0 ? `${said} · ${this.texts.count('icalendar.dates', dates)}` : said;
  }

  /** Where to look for another place: the day and the hour of what was refused for what else stands there. */
  private find({ state, start, reasons }: ImportedEvent): Record<string, string> | null {
    const isTimed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(start);
    const isInTheWay = state === 'refused' && reasons.some(({ code }) => code !== 'IN_THE_PAST');
    return isTimed && isInTheWay ? { date: start.slice(0, 10), from: start.slice(11) } : null;
  }

  private details({ problem, refusal, conflicts, reasons, isSeries }: ImportedEvent): string[] {
    const own = problem ? [this.texts.t(`icalendar.why.${problem}`)] : [];
    const whole = refusal && reasons.length === 0 ? [this.problems.ofCode(refusal) ?? this.texts.t('icalendar.why.refused')] : [];
    const conflict = isSeries && conflicts > 0 && reasons.length > 0 ? [this.texts.count('icalendar.conflicts', conflicts)] : [];
    return [...own, ...whole, ...conflict, ...reasons.map((reason) => this.reason(reason))];
  }

  private reason(reason: ImportedEvent['reasons'][number]): string {
    const { title, detail } = this.reasons.say(reason);
    const day = reason.start ? `${this.formats.day(reason.start, this.space.zone(), 'date')}${this.texts.t('icalendar.colon')} ` : '';
    return `${day}${title}${detail ? ` (${detail})` : ''}`;
  }
}
