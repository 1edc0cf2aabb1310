import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { type Display, DisplayDraft, DisplayEdit } from '@bota/booking/domain';
import { LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import type { Language } from '@bota/shared/domain';
import { ErrorSummary, FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Displays } from './displays.client';

const EMPTY = { code: '', name: '', what: 'today', language: '' };
type Form = typeof EMPTY;
const formOf = ({ name, roomId, language }: Display): Form => ({ code: '', name, what: roomId ?? 'today', language });

/** The code a screen shows, a name for it, and what it is to show; of one that is paired, all but the code. */
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
  /** Changed; another one is added without it. */
  readonly display = input<Display | null>(null);
  readonly saved = output();
  readonly left = output();
  protected readonly names = LANGUAGE_NAMES;
  private readonly known = computed(() => this.display()?.id ?? null);
  // Filled once for each screen: it is read again every minute.
  protected readonly form = linkedSignal<string | null, Form>({
    source: this.known,
    computation: () => {
      const display = untracked(this.display);
      return display ? formOf(display) : EMPTY;
    },
  });
  protected readonly of = computed(() => (this.known() ? `display-${this.known()}` : 'display'));
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
    const contract = this.display() ? DisplayEdit : DisplayDraft;
    const wrong = new Set(contract.safeParse(this.wish()).error?.issues.map(({ path }) => String(path[0])));
    return ['code', 'name']
      .filter((field) => wrong.has(field))
      .map((field) => ({ field: `${this.of()}-${field}`, message: this.texts.t(`manage.displays.wrong.${field}`) }));
  });
  protected isWrong = (field: string): boolean => this.errors().some((error) => error.field === `${this.of()}-${field}`);

  protected set(change: Partial<Form>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const [display, wish] = [this.display(), this.wish()];
    const said = this.texts.t(`manage.displays.${display ? 'changed' : 'paired'}`, { name: wish.name.trim() });
    const act = () => (display ? this.displays.change(display, wish) : this.displays.pair(wish));
    if (!(await this.acts.attempt<unknown>(act, said))) return;
    this.form.set(EMPTY);
    this.wasSent.set(false);
    this.saved.emit();
  }
}
