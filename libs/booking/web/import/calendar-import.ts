import { afterNextRender, Component, computed, inject, Injector, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { type CalendarImportReport, type ImportWish, OVERRIDABLE, type Visibility } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { type Explanation, FIELDS, ProblemTexts, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import type { ReasonCode } from '@bota/shared/domain';
import { BookableOrganisations } from '../book/bookable-organisations';
import { OverrideField } from '../book/override-field';
import { CalendarChoice } from './calendar-choice';
import { CalendarImportClient } from './calendar-import.client';
import { EventList } from './event-list';
import { LocationMap } from './location-map';

const LEAST_REASON = 3;

/** Rules that stand against its events, of those that may be set aside. */
const inTheWay = (report: CalendarImportReport | null): ReasonCode[] => {
  const codes = new Set(report?.items.flatMap(({ reasons }) => reasons.map(({ code }) => code)));
  return OVERRIDABLE.filter((code) => codes.has(code));
};

/** A calendar from elsewhere: chosen, looked at event by event, and booked when somebody says so. */
@Component({
  selector: 'b75-calendar-import',
  imports: [
    CalendarChoice,
    EventList,
    LocationMap,
    MatButton,
    MatFormFieldModule,
    MatIcon,
    MatInput,
    OverrideField,
    Refusal,
    RouterLink,
    SectionHeader,
    Skeleton,
  ],
  providers: [FIELDS],
  templateUrl: './calendar-import.html',
  styleUrl: './calendar-import.scss',
})
export class CalendarImportPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly bookable = inject(BookableOrganisations);
  protected readonly organisations = this.bookable.organisations;
  private readonly client = inject(CalendarImportClient);
  private readonly problems = inject(ProblemTexts);
  private readonly injector = inject(Injector);

  protected readonly report = signal<CalendarImportReport | null>(null);
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly organisation = linkedSignal(() => (this.bookable.mine()[0] ?? this.organisations()[0])?.id ?? '');
  protected readonly visibility = signal<Visibility>('residents');
  protected readonly onRefused = signal<ImportWish['onRefused']>('skip');
  protected readonly past = signal(false);
  protected readonly gone = signal<ImportWish['gone']>('keep');
  private readonly rooms = signal<ImportWish['rooms']>([]);
  protected readonly visibilities = ['public', 'residents', 'private'] as const;
  protected readonly ways = ['skip', 'refuse'] as const;
  protected readonly goneWays = ['keep', 'cancel'] as const;
  protected readonly goneCount = computed(() => this.report()?.items.filter(({ problem }) => problem === 'gone').length ?? 0);
  /** Why rules are set aside; null while nobody asked to. */
  protected readonly overrideReason = signal<string | null>(null);
  /** The rules in the way of its events that may be set aside, also once a reason did. */
  protected readonly rules = linkedSignal<readonly ReasonCode[], readonly ReasonCode[]>({
    source: () => inTheWay(this.report()),
    computation: (codes, before) => (codes.length || this.overrideReason() === null ? codes : (before?.value ?? [])),
  });
  protected readonly changes = computed(() => {
    const { created = 0, updated = 0, cancelled = 0 } = this.report()?.counts ?? {};
    return created + updated + cancelled;
  });

  protected take = (file: File): Promise<void> => this.receive(() => this.client.receive(file, file.name));
  protected readFrom = (url: string): Promise<void> => this.receive(() => this.client.receiveFrom(url));

  protected map(said: ImportWish['rooms'][number]): Promise<void> {
    this.rooms.update((rooms) => [...rooms.filter(({ location }) => location !== said.location), said]);
    return this.look();
  }

  protected choose(what: 'organisation' | 'visibility' | 'onRefused' | 'past' | 'gone', value: string | boolean): Promise<void> {
    (this[what] as { set: (value: unknown) => void }).set(value);
    return this.look();
  }

  /** Looked at anew once it is written, or given up. */
  protected override(reason: string | null): Promise<void> {
    this.overrideReason.set(reason);
    return reason === null ? this.look() : Promise.resolve();
  }

  protected forget(): void {
    this.report.set(null);
    this.refusal.set(null);
    this.overrideReason.set(null);
    this.rooms.set([]);
    this.gone.set('keep');
    this.land();
  }

  protected confirm(): Promise<void> {
    const report = this.report();
    if (!report || !this.organisation()) return Promise.resolve();
    return this.attempt(async () => {
      this.report.set(await this.client.confirm(report.id, { ...this.wish(), organisationId: this.organisation() }));
      this.land();
    });
  }

  private receive(ask: () => Promise<CalendarImportReport>): Promise<void> {
    return this.attempt(async () => {
      const { id } = await ask();
      this.report.set(await this.client.preview(id, this.wish()));
      this.land();
    });
  }

  protected look(): Promise<void> {
    const report = this.report();
    if (!report || report.isDone) return Promise.resolve();
    return this.attempt(async () => this.report.set(await this.client.preview(report.id, this.wish())));
  }

  private wish(): ImportWish {
    const named = this.organisation() ? { organisationId: this.organisation() } : {};
    const why = this.overrideReason()?.trim() ?? '';
    return {
      ...named,
      ...(why.length >= LEAST_REASON && { overrideReason: why }),
      ...{ visibility: this.visibility(), onRefused: this.onRefused(), past: this.past(), gone: this.gone(), rooms: this.rooms() },
    };
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await act();
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** A new step begins at its heading. */
  private land(): void {
    afterNextRender(() => document.getElementById('icalendar-step')?.focus(), { injector: this.injector });
  }
}
