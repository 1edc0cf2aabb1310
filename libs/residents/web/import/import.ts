import { afterNextRender, Component, computed, inject, Injector, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import { type ImportField, ImportKind, ImportReport, type ImportResult } from '@bota/residents/domain';
import { type Explanation, Formats, problemOf, ProblemTexts, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ColumnMap } from './column-map';
import { HeldPeople } from './held-people';
import { ImportClient, type Sheet } from './import.client';
import { ImportWords } from './import-words';
import { RowList } from './row-list';
import { SheetChoice } from './sheet-choice';

/** A sheet of organisations or people: chosen, checked row by row, and written when somebody says so. */
@Component({
  selector: 'b75-import',
  imports: [ColumnMap, HeldPeople, MatButton, MatIcon, Refusal, RouterLink, RowList, SectionHeader, SheetChoice, Skeleton],
  templateUrl: './import.html',
  styleUrl: './import.scss',
})
export class ImportPage {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ImportWords);
  protected readonly space = inject(SpaceStore);
  private readonly client = inject(ImportClient);
  private readonly formats = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly waiting = viewChild(HeldPeople);
  /** `?kind=people`; organisations unless said. */
  readonly kind = input(ImportKind.enum.residents, { transform: (kind: unknown) => ImportKind.safeParse(kind).data ?? 'residents' });

  protected readonly sheet = signal<Sheet | null>(null);
  protected readonly name = signal('');
  protected readonly report = signal<ImportReport | null>(null);
  protected readonly result = signal<ImportResult | null>(null);
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly hasChanged = signal(false);
  protected readonly invite = signal<'now' | 'later'>('later');
  protected readonly choices = ['now', 'later'] as const;
  protected readonly written = computed(() => countOf(this.report(), 'created', 'changed'));
  protected readonly leftOut = computed(() => countOf(this.report(), 'refused', 'duplicate'));
  protected readonly missing = computed(() => this.formats.list((this.report()?.missing ?? []).map(this.words.field)));

  protected choose(kind: ImportKind): void {
    void this.router.navigate([], { queryParams: { kind: kind === 'residents' ? null : kind }, queryParamsHandling: 'merge' });
  }

  protected take({ bytes, name }: { bytes: Blob; name: string }): Promise<void> {
    this.name.set(name);
    return this.look({ kind: this.kind(), bytes });
  }

  protected map(columns: (ImportField | null)[]): Promise<void> {
    const sheet = this.sheet();
    return sheet ? this.look({ ...sheet, columns }) : Promise.resolve();
  }

  protected forget(): void {
    for (const one of [this.sheet, this.report, this.result, this.refusal]) one.set(null);
    this.hasChanged.set(false);
    this.land();
  }

  protected confirm(): Promise<void> {
    const [sheet, report] = [this.sheet(), this.report()];
    if (!sheet || !report) return Promise.resolve();
    return this.attempt(async () => {
      this.result.set(await this.client.confirm(sheet, { digest: report.digest, invite: this.invite() }));
      this.waiting()?.reload();
      this.land();
    });
  }

  private look(sheet: Sheet): Promise<void> {
    return this.attempt(async () => {
      const isNew = !this.report();
      this.report.set(await this.client.preview(sheet));
      this.sheet.set(sheet);
      if (isNew) this.land();
    });
  }

  /** When the house changed since the report, what it would do now stands in the refusal. */
  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    this.hasChanged.set(false);
    try {
      await act();
    } catch (error) {
      const now = ImportReport.safeParse(problemOf(error)?.current).data;
      if (now) this.report.set(now);
      this.hasChanged.set(!!now);
      if (!now) this.refusal.set(this.problems.explain(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** A new step begins at its heading. */
  private land(): void {
    afterNextRender(() => document.getElementById('import-step')?.focus(), { injector: this.injector });
  }
}

const countOf = (report: ImportReport | null, ...states: (keyof ImportReport['counts'])[]): number =>
  states.reduce((sum, state) => sum + (report?.counts[state] ?? 0), 0);
