import { Component, computed, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { DisplayDraft } from '@bota/booking/domain';
import { LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import type { Language } from '@bota/shared/domain';
import { ErrorSummary, FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Displays } from './displays.client';

const EMPTY = { code: '', name: '', what: 'today', language: '' };

/** The code a screen shows, a name for it, and what it is to show. */
@Component({
  selector: 'b75-pair-form',
  imports: [ErrorSummary, MatButton, MatFormFieldModule, MatInput, Refusal],
  providers: [Acts, FIELDS],
  templateUrl: './pair-form.html',
  styleUrl: '../manage/manage.scss',
})
export class PairForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly displays = inject(Displays);
  readonly paired = output();
  protected readonly names = LANGUAGE_NAMES;
  protected readonly form = signal(EMPTY);
  private readonly wasSent = signal(false);
  protected readonly languages = computed(() => (this.space.space.hasValue() ? this.space.space.value().languages : []));
  /** As the contract takes it; the first language of the house unless another is chosen. */
  private readonly wish = computed(() => {
    const { code, name, what, language } = this.form();
    const shown = what === 'today' ? { shows: 'today' as const } : { shows: 'room' as const, roomId: what };
    return { code, name, ...shown, language: (language || this.languages()[0] || 'fr') as Language };
  });
  protected readonly errors = computed(() => {
    if (!this.wasSent()) return [];
    const wrong = new Set(DisplayDraft.safeParse(this.wish()).error?.issues.map(({ path }) => String(path[0])));
    return ['code', 'name']
      .filter((field) => wrong.has(field))
      .map((field) => ({ field: `display-${field}`, message: this.texts.t(`manage.displays.wrong.${field}`) }));
  });
  protected isWrong = (field: string): boolean => this.errors().some((error) => error.field === `display-${field}`);

  protected set(change: Partial<typeof EMPTY>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected async pair(): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const said = this.texts.t('manage.displays.paired', { name: this.form().name.trim() });
    if (!(await this.acts.attempt(() => this.displays.pair(this.wish()), said))) return;
    this.form.set(EMPTY);
    this.wasSent.set(false);
    this.paired.emit();
  }
}
