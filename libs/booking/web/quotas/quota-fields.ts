import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Quota } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts, ResidentsStore } from '@bota/residents/web';
import { addDays } from '@bota/shared/domain';
import { ErrorSummary, FIELDS, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Manage } from '../manage/manage.client';
import { versionedForm } from '../manage/versioned-form';
import { quotaDraftOf, quotaFaults, type QuotaForm, quotaForm, WEEKDAYS } from './quota-draft';

const MONDAY = '2026-01-05';
type Exception = QuotaForm['exceptions'][number];

/** A quota as a sentence to fill in: how much, of what, in which rooms, at which hours, and for whom something else. */
@Component({
  selector: 'b75-quota-fields',
  imports: [ErrorSummary, MatButton, MatButtonToggleModule, MatFormFieldModule, MatIcon, MatIconButton, MatInput, Refusal],
  providers: [FIELDS, Acts],
  templateUrl: './quota-fields.html',
  styleUrls: ['../manage/manage.scss', './quota-fields.scss'],
})
export class QuotaFields {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly manage = inject(Manage);
  private readonly residents = inject(ResidentsStore);
  /** Null writes a new one. */
  readonly quota = input<Quota | null>(null);
  readonly saved = output<Quota>();
  readonly left = output();
  /** Somebody else changed it: it is to be read anew. */
  readonly stale = output();

  private readonly version = computed(() => this.quota()?.version);
  private readonly fresh = computed(() => quotaForm(this.quota()));
  private readonly versioned = versionedForm(this.version, this.fresh, () => this.stale.emit());
  protected readonly form = this.versioned.form;
  protected readonly counts = ['minutes', 'dates'] as const;
  protected readonly pers = ['week', 'month'] as const;
  protected readonly weekdays = WEEKDAYS;
  private readonly wasSent = signal(false);
  private readonly faults = computed(() => (this.wasSent() ? quotaFaults(this.form()) : []));
  protected readonly errors = computed(() =>
    this.faults().map(({ field, message }) => ({ field, message: this.texts.t(`manage.quotas.wrong.${message}`) })),
  );
  /** Those of the house, and those of an exception that left it meanwhile. */
  protected readonly organisations = computed(() => {
    const here = this.residents.organisations().map(({ id, name }) => ({ id, name }));
    const gone = this.form().exceptions.filter(({ organisationId }) => !here.some(({ id }) => id === organisationId));
    return [...here, ...gone.map(({ organisationId: id }) => ({ id, name: this.texts.t('manage.rules.who.gone') }))];
  });
  /** The first organisation that is no exception yet. */
  protected readonly next = computed(() => {
    const taken = this.form().exceptions.map(({ organisationId }) => organisationId);
    return this.organisations().find(({ id }) => !taken.includes(id));
  });

  protected isWrong = (field: string): boolean => this.faults().some((fault) => fault.field === field);
  protected dayName = (day: number, style: 'weekday' | 'weekdayLong'): string => this.formats.date(addDays(MONDAY, day - 1), style);
  protected nameOf = (id: string): string => this.organisations().find((one) => one.id === id)?.name ?? '';

  protected set(change: Partial<QuotaForm>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected turnRoom(id: string, isChosen: boolean): void {
    const { roomIds } = this.form();
    this.set({ roomIds: isChosen ? [...roomIds, id] : roomIds.filter((one) => one !== id) });
  }

  protected except(at: number, change: Partial<Exception>): void {
    this.set({ exceptions: this.form().exceptions.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  }

  protected add(): void {
    const next = this.next();
    if (next) this.set({ exceptions: [...this.form().exceptions, { organisationId: next.id, most: '', isUnlimited: false }] });
  }

  protected drop(at: number): void {
    this.set({ exceptions: this.form().exceptions.filter((_, index) => index !== at) });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const draft = quotaDraftOf(this.form());
    const save = async () => this.saved.emit(await this.versioned.send(() => this.manage.saveQuota(draft, this.quota())));
    await this.acts.attempt(save, this.texts.t('manage.quotas.saved'));
  }
}
