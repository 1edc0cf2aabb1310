import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LetterTokens, Refusal } from '@bota/people/web';
import { Empty, type Explanation, PageHeader, problemOf, ProblemTexts, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Outside } from './outside.client';

/** Who followed the link of the letter confirms with one press: programs that only look at links confirm nothing. */
@Component({
  selector: 'b75-ask-confirm',
  imports: [Empty, MatButton, PageHeader, Refusal, RouterLink],
  template: `@if (isDone()) {
      <ui-empty icon="event_available" tone="g" [level]="1" [heading]="texts.t('outside.confirm.done')">
        {{ texts.t('outside.confirm.doneHint', { house: house() }) }}
        <a action matButton="tonal" [routerLink]="['/', space.ref(), 'agenda']">{{ texts.t('outside.agenda') }}</a>
      </ui-empty>
    } @else if (isOver()) {
      <ui-empty icon="mail" tone="o" [level]="1" [heading]="texts.t('outside.confirm.over')">
        {{ texts.t('outside.confirm.overHint') }}
        <a action matButton="tonal" [routerLink]="['/', space.ref(), 'ask']">{{ texts.t('outside.another') }}</a>
      </ui-empty>
    } @else {
      <ui-page-header [heading]="texts.t('outside.confirm.title')" [lead]="texts.t('outside.confirm.lead', { house: house() })" />
      <b75-refusal [refusal]="refusal()" />
      <button matButton="filled" type="button" [disabled]="isBusy()" disabledInteractive (click)="confirm()">
        {{ texts.t('outside.confirm.act') }}
      </button>
    }`,
  styles: `
    :host {
      display: block;
      max-width: 760px;
    }
  `,
})
export class AskConfirmPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly outside = inject(Outside);
  private readonly tokens = inject(LetterTokens);
  private readonly problems = inject(ProblemTexts);
  protected readonly house = computed(() => (this.space.space.hasValue() ? this.space.space.value().name : ''));
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly isDone = signal(false);
  private readonly wasRefused = signal(false);
  /** Without a secret, or with one that was used: there is nothing to confirm. */
  protected readonly isOver = computed(() => this.wasRefused() || !this.tokens.outside());

  protected async confirm(): Promise<void> {
    const token = this.tokens.outside();
    if (!token || this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await this.outside.confirm(token);
      this.isDone.set(true);
      this.tokens.forget('outside');
    } catch (error) {
      if (problemOf(error)?.code === 'link/over') this.wasRefused.set(true);
      else this.refusal.set(this.problems.explain(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
