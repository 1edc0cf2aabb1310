import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { ExclusionCalendar, ExclusionEffect } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { addDays, inLanguage } from '@bota/shared/domain';
import { Confirm, Formats, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { exclusionsResource } from '../bookings.client';
import { ExclusionForm } from './exclusion-form';
import { Manage } from './manage.client';
import { WrittenList, type Written } from './written-list';

type Affected = { calendar: ExclusionCalendar; items: ExclusionEffect['items'] };

/** Calendars of days that series may leave out. Changing one moves nothing until somebody says so. */
@Component({
  selector: 'b75-exclusions',
  imports: [ExclusionForm, MatButton, MatIcon, Refusal, RouterLink, SectionHeader, WrittenList],
  providers: [Acts],
  templateUrl: './exclusions-page.html',
  styleUrl: './manage.scss',
  styles: `
    .lead {
      max-width: 62ch;
      margin: 12px 0;
    }
    .note .acts {
      margin-top: 12px;
    }
  `,
})
export class ExclusionsPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  protected readonly calendars = exclusionsResource(this.space.ref);
  /** `new`, or the id of the one being written. */
  protected readonly writing = signal<string | null>(null);
  protected readonly affected = signal<Affected | null>(null);

  private readonly all = computed(() => (this.calendars.hasValue() ? (this.calendars.value()?.items ?? []) : []));
  protected readonly rows = computed(() =>
    this.all().map((calendar) => ({
      id: calendar.id,
      title: this.nameOf(calendar),
      said: calendar.ranges.map(({ from, to, name }) => [name, this.span(from, to)].filter(Boolean).join(', ')),
    })),
  );
  protected readonly met = computed(() =>
    (this.affected()?.items ?? []).map(({ bookingId, title, organisation, leftOut, back }) => ({
      bookingId,
      title,
      organisation,
      leftOut: this.dates(leftOut),
      back: this.dates(back),
    })),
  );

  protected calendarOf = (id: string): ExclusionCalendar | null => this.all().find((calendar) => calendar.id === id) ?? null;
  protected nameOf = ({ name }: ExclusionCalendar) => inLanguage(name, this.texts.language());

  protected async saved(calendar: ExclusionCalendar): Promise<void> {
    this.writing.set(null);
    this.calendars.reload();
    await this.look(calendar);
  }

  /** Which series stand otherwise than the calendar says. */
  protected async look(calendar: ExclusionCalendar | null): Promise<void> {
    this.affected.set(null);
    if (!calendar) return;
    try {
      this.affected.set({ calendar, ...(await this.manage.effectOf(calendar.id)) });
    } catch (error) {
      this.acts.explain(error);
    }
  }

  protected async apply({ calendar }: Affected): Promise<void> {
    const apply = async () => this.affected.set({ calendar, ...(await this.manage.applyExclusions(calendar.id)) });
    if ((await this.acts.attempt(apply, this.texts.t('manage.exclusions.applied'))) && !this.affected()?.items.length)
      this.affected.set(null);
  }

  protected async remove({ id, title }: Written): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.exclusions.removing.${key}`, { name: title });
    if (!(await this.confirm.ask({ heading: t('heading'), keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.manage.removeExclusions(id), t('done'))) this.calendars.reload();
  }

  private span(from: string, to: string): string {
    if (from === to) return this.formats.date(from, 'long');
    return this.texts.t('manage.exclusions.span', this.formats.firstAndLast(from, addDays(to, 1)));
  }

  private dates = (instants: readonly string[]): string =>
    this.formats.list(instants.map((instant) => this.formats.day(instant, this.space.zone(), 'dayMonth')));
}
