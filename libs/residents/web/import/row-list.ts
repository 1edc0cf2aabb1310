import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type ImportReport, ImportState } from '@bota/residents/domain';
import { dateOf } from '@bota/shared/domain';
import { type CountChip, CountChips, type IconName, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { download, ImportWords } from './import-words';

type Filter = ImportState | 'all';
const AT_ONCE = 100;
const LOOKS: Record<ImportState, { icon: IconName; tone: 'plain' | 'ok' | 'warn' | 'bad' }> = {
  created: { icon: 'add', tone: 'ok' },
  changed: { icon: 'edit', tone: 'ok' },
  unchanged: { icon: 'check', tone: 'plain' },
  refused: { icon: 'error', tone: 'bad' },
  duplicate: { icon: 'repeat', tone: 'warn' },
};

/** The rows of a report, by what becomes of them; the whole of it as a file. */
@Component({
  selector: 'b75-row-list',
  imports: [CountChips, MatButton, Status],
  templateUrl: './row-list.html',
  styleUrl: './row-list.scss',
})
export class RowList {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ImportWords);
  private readonly space = inject(SpaceStore);
  readonly report = input.required<ImportReport>();
  protected readonly looks = LOOKS;

  protected readonly filters = computed(() => {
    const { counts, rows } = this.report();
    const states = ImportState.options
      .filter((state) => counts[state] > 0)
      .map((state) => ({ value: state as Filter, count: counts[state] }));
    const all = { value: 'all' as Filter, count: rows.length };
    return [all, ...states].map((one) => ({ ...one, text: this.texts.t(`import.state.${one.value}`) }));
  });
  /** What was looked at before, as long as there is some of it. */
  protected readonly filter = linkedSignal<CountChip<Filter>[], Filter>({
    source: this.filters,
    computation: (filters, before) => filters.find(({ value }) => value === before?.value)?.value ?? 'all',
  });
  protected readonly most = linkedSignal({ source: this.filter, computation: () => AT_ONCE });
  private readonly chosen = computed(() => this.report().rows.filter(({ state }) => this.filter() === 'all' || state === this.filter()));
  protected readonly shown = computed(() => this.chosen().slice(0, this.most()));
  protected readonly further = computed(() => Math.min(AT_ONCE, this.chosen().length - this.shown().length));

  protected more(): void {
    this.most.update((most) => most + AT_ONCE);
  }

  protected save(): void {
    const date = dateOf(new Date(), this.space.zone());
    download(this.words.report(this.report().rows), this.texts.t('import.downloadName', { date }));
  }
}
