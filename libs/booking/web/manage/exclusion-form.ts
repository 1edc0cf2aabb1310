import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { ExclusionCalendar, ExclusionRange } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { inLanguage } from '@bota/shared/domain';
import { DayField, ErrorSummary, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { LocalizedField, SpaceStore } from '@bota/spaces/web';
import { Manage } from './manage.client';
import { versionedForm } from './versioned-form';

const EMPTY: ExclusionRange = { from: '', to: '', name: '' };

/** A calendar of days to leave out: its name, its days, and days from a file. */
@Component({
  selector: 'b75-exclusion-form',
  imports: [DayField, ErrorSummary, LocalizedField, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './exclusion-form.html',
  styleUrls: ['./manage.scss', './exclusion-form.scss'],
})
export class ExclusionForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly manage = inject(Manage);
  /** Null writes a new one. */
  readonly calendar = input<ExclusionCalendar | null>(null);
  readonly saved = output<ExclusionCalendar>();
  readonly left = output();
  /** Somebody else changed it: it is to be read anew. */
  readonly stale = output();

  private readonly version = computed(() => this.calendar()?.version);
  private readonly fresh = computed(() => ({ name: this.calendar()?.name ?? {}, rows: [...(this.calendar()?.ranges ?? [EMPTY])] }));
  private readonly versioned = versionedForm(this.version, this.fresh, () => this.stale.emit());
  protected readonly form = this.versioned.form;
  protected readonly rows = computed(() => this.form().rows);
  protected readonly unread = signal(0);
  private readonly wasSent = signal(false);

  protected readonly errors = computed(() => {
    if (!this.wasSent()) return [];
    const isNamed = inLanguage(this.form().name, this.texts.language()).trim() !== '';
    const faults = this.rows().flatMap(({ from, to }, index) => {
      if (!from || !to) return [{ field: `exclusion-from-${index}`, message: 'manage.exclusions.dayNeeded' }];
      return to < from ? [{ field: `exclusion-to-${index}`, message: 'manage.exclusions.order' }] : [];
    });
    const all = isNamed
      ? faults
      : [{ field: `exclusion-name-${this.texts.language()}`, message: 'manage.exclusions.nameNeeded' }, ...faults];
    return all.map(({ field, message }) => ({ field, message: this.texts.t(message) }));
  });

  protected write(change: Partial<ReturnType<typeof this.form>>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected set(index: number, change: Partial<ExclusionRange>): void {
    this.write({ rows: this.rows().map((row, at) => (at === index ? { ...row, ...change } : row)) });
  }

  /** The last day follows the first. */
  protected begin(index: number, from: string): void {
    const { to = '' } = this.rows()[index] ?? {};
    this.set(index, { from, ...(from > to && { to: from }) });
  }

  protected add(): void {
    this.write({ rows: [...this.rows(), EMPTY] });
  }

  protected remove(index: number): void {
    this.write({ rows: this.rows().filter((_, at) => at !== index) });
  }

  protected async take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await file.text();
    input.value = '';
    const read = async () => {
      const { ranges, unread } = await this.manage.readExclusions(text);
      this.unread.set(unread);
      const kept = this.rows().filter(({ from }) => from && !ranges.some((range) => range.from === from));
      this.write({ rows: [...kept, ...ranges].sort((a, b) => a.from.localeCompare(b.from)) });
    };
    await this.acts.attempt(read, this.texts.t('manage.exclusions.read'));
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const { name, rows: ranges } = this.form();
    await this.acts.attempt(
      async () => this.saved.emit(await this.versioned.send(() => this.manage.saveExclusions({ name, ranges }, this.calendar()))),
      this.texts.t('manage.exclusions.saved'),
    );
  }
}
