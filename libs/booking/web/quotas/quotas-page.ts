import { Component, computed, inject, signal } from '@angular/core';
import type { PrimeTime, Quota } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts, ResidentsStore } from '@bota/residents/web';
import { addDays } from '@bota/shared/domain';
import { capital, Confirm, Formats, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Manage, quotasResource } from '../manage/manage.client';
import { WrittenList, type Written } from '../manage/written-list';
import { QuotaFields } from './quota-fields';

const MONDAY = '2026-01-05';

/** How much of the house each organisation may book, as sentences, and the form to change it. */
@Component({
  selector: 'b75-quotas',
  imports: [QuotaFields, Refusal, SectionHeader, WrittenList],
  providers: [Acts],
  templateUrl: './quotas-page.html',
  styleUrl: '../manage/manage.scss',
  styles: `
    .lead {
      max-width: 62ch;
      margin: 12px 0;
    }
  `,
})
export class QuotasPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly formats = inject(Formats);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  private readonly space = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  protected readonly quotas = quotasResource();
  /** `new`, or the id of the one being written. */
  protected readonly writing = signal<string | null>(null);

  private readonly all = computed(() => (this.quotas.hasValue() ? (this.quotas.value()?.items ?? []) : []));
  protected readonly rows = computed(() =>
    this.all().map((quota) => ({
      id: quota.id,
      title: capital(this.most(quota, quota.limit)),
      said: [this.rooms(quota), this.hours(quota), ...this.exceptions(quota)].filter(Boolean),
    })),
  );

  protected quotaOf = (id: string): Quota | null => this.all().find((quota) => quota.id === id) ?? null;

  protected saved(): void {
    this.writing.set(null);
    this.quotas.reload();
  }

  protected async remove({ id, title }: Written): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.quotas.removing.${key}`, { quota: title });
    if (!(await this.confirm.ask({ heading: t('heading'), text: t('text'), keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.manage.removeQuota(id), t('done'))) this.quotas.reload();
  }

  /** `10 h par mois`, `3 réservations par semaine` */
  private most({ counts, per }: Quota, limit: number): string {
    if (limit === 0) return this.texts.t('manage.quotas.say.nothing');
    if (counts === 'dates') return this.texts.count(`manage.quotas.say.dates.${per}`, limit);
    return this.texts.t(`manage.quotas.say.minutes.${per}`, { most: this.formats.hours(limit) });
  }

  private rooms({ roomIds }: Quota): string {
    const names = roomIds.flatMap((id) => this.space.named(id)?.name ?? []);
    return roomIds.length
      ? this.texts.t('manage.quotas.say.rooms', { rooms: this.formats.list(names) })
      : this.texts.t('manage.quotas.say.allRooms');
  }

  private hours({ prime }: Quota): string {
    const windows = this.formats.list(prime.map((one) => this.window(one)));
    return prime.length ? this.texts.t('manage.quotas.say.prime', { windows }) : '';
  }

  private window({ weekdays, from, to }: PrimeTime): string {
    const days = this.formats.list(weekdays.map((day) => this.formats.date(addDays(MONDAY, day - 1), 'weekday')));
    return this.texts.t('manage.quotas.say.window', { days, from, to });
  }

  private exceptions(quota: Quota): string[] {
    return quota.exceptions.map(({ organisationId, limit }) =>
      this.texts.t('manage.quotas.say.exception', {
        organisation: this.residents.organisation(organisationId)?.name ?? this.texts.t('manage.rules.who.gone'),
        most: limit === null ? this.texts.t('manage.quotas.say.unlimited') : this.most(quota, limit),
      }),
    );
  }
}
