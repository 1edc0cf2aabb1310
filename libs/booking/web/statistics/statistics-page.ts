import { Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import type { Statistics, StatisticsTable } from '@bota/booking/domain';
import { addDays, dateOf } from '@bota/shared/domain';
import { capital, DayField, Empty, Failure, FIELDS, Formats, provideDays, SectionHeader, Segments, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { statisticsResource } from '../bookings.client';
import { ShareBar } from './share-bar';
import { StatisticsTableFrame } from './statistics-table';
import { type Days, type Kind, kindOf, KINDS, periodAround, readDays, stepped } from './period';

const MONDAY = '2026-01-05';
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How the house was used: by room, by hour of the week, by organisation. The period and the room are in the address. */
@Component({
  selector: 'b75-statistics',
  imports: [
    DayField,
    Empty,
    Failure,
    MatFormFieldModule,
    MatIcon,
    MatIconButton,
    MatInput,
    SectionHeader,
    Segments,
    ShareBar,
    Skeleton,
    StatisticsTableFrame,
  ],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './statistics-page.html',
  styleUrl: './statistics-page.scss',
})
export class StatisticsPage {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  readonly from = input<string>();
  readonly to = input<string>();
  readonly room = input<string>();
  /** Days of one’s own, also where they are a whole month. */
  readonly own = input<string>();

  protected readonly days = computed(() => readDays({ from: this.from(), to: this.to() }, dateOf(new Date(), this.space.zone())));
  protected readonly kind = computed<Kind>(() => (this.own() === '1' ? 'custom' : kindOf(this.days())));
  protected readonly kinds = computed(() => KINDS.map((value) => ({ value, text: this.texts.t(`statistics.kind.${value}`) })));
  protected readonly title = computed(() => {
    const { from, to } = this.days();
    if (kindOf(this.days()) === 'month') return capital(this.formats.month(from));
    return kindOf(this.days()) === 'year' ? from.slice(0, 4) : capital(this.formats.dateRange(from, addDays(to, 1)));
  });
  protected readonly statistics = statisticsResource(this.space.ref, () => ({ ...this.days(), room: this.room() || undefined }));
  private readonly read = computed<Statistics | undefined>(() => (this.statistics.hasValue() ? this.statistics.value() : undefined));

  protected readonly rooms = computed(() =>
    (this.read()?.rooms ?? []).map((one) => ({
      ...one,
      used: this.formats.hours(one.usedMinutes),
      open: this.formats.hours(one.openMinutes),
      share: one.openMinutes > 0 ? one.usedMinutes / one.openMinutes : 0,
    })),
  );
  protected readonly organisations = computed(() =>
    (this.read()?.organisations ?? []).map((one) => ({
      ...one,
      used: this.formats.hours(one.usedMinutes),
      residencyText: one.residency
        ? this.texts.t(`statistics.residency.${one.residency.key}`, { share: this.percent(one.residency.share) })
        : this.texts.t('statistics.residency.none'),
    })),
  );
  /** From the first to the last hour of the day in which something was used. */
  protected readonly clock = computed(() => {
    const used = (this.read()?.hours ?? []).map(({ hour }) => hour);
    const first = Math.min(...used);
    return used.length ? Array.from({ length: Math.max(...used) - first + 1 }, (_, index) => first + index) : [];
  });
  protected readonly week = computed(() => {
    const shares = new Map((this.read()?.hours ?? []).map((one) => [`${one.weekday} ${one.hour}`, one.share]));
    return WEEKDAYS.map((weekday) => ({
      name: capital(this.formats.date(addDays(MONDAY, weekday - 1), 'weekdayLong')),
      cells: this.clock().map((hour) => shares.get(`${weekday} ${hour}`) ?? 0),
    }));
  });
  protected readonly isEmpty = computed(() => this.clock().length === 0 && !this.room());

  /** In a table of so many, whole percents are read at a glance. */
  protected whole = (share: number): number => Math.round(share * 100) / 100;
  protected percent = (share: number): string => this.formats.percent(share);
  protected csv = (table: StatisticsTable): string => {
    const { from, to } = this.days();
    const room = table === 'hours' && this.room() ? `&room=${this.room()}` : '';
    return `/api/spaces/${this.space.ref()}/statistics/${table}/csv?from=${from}&to=${to}${room}&language=${this.texts.language()}`;
  };

  protected pick(kind: Kind): void {
    // Days of one’s own begin as those that are shown.
    void (kind === 'custom' ? this.go(this.days(), '1') : this.go(periodAround(kind, this.days().from), null));
  }

  protected step(by: 1 | -1): void {
    void this.go(stepped(this.days(), by));
  }

  protected set(change: Partial<Days>): void {
    const days = { ...this.days(), ...change };
    if (days.from <= days.to) void this.go(days);
  }

  protected look(room: string): void {
    void this.router.navigate([], { queryParams: { room: room || null }, queryParamsHandling: 'merge' });
  }

  private go(days: Days, own = this.kind() === 'custom' ? '1' : null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { ...days, own }, queryParamsHandling: 'merge' });
  }
}
