import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import {
  DayField,
  Empty,
  ErrorSummary,
  type Explanation,
  FIELDS,
  PageHeader,
  problemOf,
  ProblemTexts,
  provideDays,
  Texts,
} from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { type AskDraft, type AskField, askOf, emptyAsk, wrongIn } from './ask-draft';
import { Outside } from './outside.client';

/** Neighbours without an account ask for a room; the coordination hears of it once they have confirmed their address. */
@Component({
  selector: 'b75-ask',
  imports: [DayField, Empty, ErrorSummary, MatButton, MatFormFieldModule, MatIcon, MatInput, PageHeader, Refusal, RouterLink],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './ask-page.html',
  styleUrl: './ask-page.scss',
})
export class AskPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly outside = inject(Outside);
  private readonly problems = inject(ProblemTexts);
  /** From the address: the room one comes from, by its address. */
  readonly room = input<string>();

  protected readonly isOpen = computed(() => this.space.space.hasValue() && this.space.space.value().neighboursMayAsk);
  protected readonly house = computed(() => (this.space.space.hasValue() ? this.space.space.value().name : ''));
  protected readonly draft = linkedSignal({
    source: () => this.space.roomBySlug(this.room() ?? '')?.id ?? '',
    computation: (roomId, before?: { value: AskDraft }) => ({ ...(before?.value ?? emptyAsk('')), roomId }),
  });
  private readonly wasSent = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<Explanation | null>(null);
  /** The address that a letter went to. */
  protected readonly sentTo = signal('');
  protected readonly wrong = computed<ReadonlySet<AskField>>(() => new Set(this.wasSent() ? wrongIn(this.draft()) : []));
  protected readonly errors = computed(() =>
    [...this.wrong()].map((field) => ({ field: `ask-${field}`, message: this.texts.t(`outside.needed.${field}`) })),
  );
  /** Begins with the page: whoever fills it in takes longer than a program. */
  private stamp = this.isOpen() ? this.handOut() : Promise.resolve('');

  protected set(change: Partial<AskDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    if (wrongIn(this.draft()).length || this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      const stamp = await this.stamp;
      await this.outside.ask(askOf(this.draft(), { language: this.texts.language(), stamp }));
      this.sentTo.set(this.draft().email.trim());
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
      if (problemOf(error)?.code === 'outside/form-over') this.stamp = this.handOut();
    } finally {
      this.isBusy.set(false);
    }
  }

  protected again(): void {
    this.sentTo.set('');
    this.wasSent.set(false);
    this.stamp = this.handOut();
    this.draft.update(({ name, organisation, email, phone }) => ({ ...emptyAsk(''), name, organisation, email, phone }));
  }

  /** Without it nothing is taken, and sending says so. */
  private async handOut(): Promise<string> {
    return this.outside.form().then(
      ({ stamp }) => stamp,
      () => '',
    );
  }
}
