import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { PlainFrame, Refusal } from '@bota/people/web';
import { LetterFamily } from '@bota/shared/domain';
import { type Explanation, PageHeader, ProblemTexts, Texts } from '@bota/shared/ui';
import { PreferencesClient } from './preferences.client';

/** Asks whether to end the letters of one family: the link of a letter says which, and its signature whose. */
@Component({
  selector: 'b75-unsubscribe',
  imports: [MatButton, PageHeader, PlainFrame, Refusal, RouterLink],
  template: `<b75-plain-frame>
    @if (isDone()) {
      <ui-page-header [heading]="texts.t('preferences.unsubscribe.done')" [lead]="texts.t('preferences.unsubscribe.doneLead')" />
    } @else if (name()) {
      <ui-page-header
        [heading]="texts.t('preferences.unsubscribe.title')"
        [lead]="texts.t('preferences.unsubscribe.lead', { name: name() })"
      />
      <b75-refusal [refusal]="refusal()" />
      <button matButton="filled" type="button" [disabled]="isBusy()" disabledInteractive (click)="end()">
        {{ texts.t('preferences.unsubscribe.act') }}
      </button>
    } @else {
      <ui-page-header [heading]="texts.t('preferences.unsubscribe.broken')" [lead]="texts.t('preferences.unsubscribe.brokenLead')" />
    }
    <p>
      <a matButton routerLink="/account" fragment="notifications">{{ texts.t('preferences.unsubscribe.choose') }}</a>
    </p>
  </b75-plain-frame>`,
  styles: `
    p {
      margin: 16px 0 0 -12px;
    }
  `,
})
export class UnsubscribePage {
  protected readonly texts = inject(Texts);
  private readonly client = inject(PreferencesClient);
  private readonly problems = inject(ProblemTexts);
  private readonly token = toSignal(inject(ActivatedRoute).fragment);
  private readonly family = computed(() => LetterFamily.safeParse(this.token()?.split('.')[1]).data);
  protected readonly name = computed(() => (this.family() ? this.texts.t(`preferences.family.${this.family()}`) : ''));
  protected readonly isDone = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<Explanation | null>(null);

  protected async end(): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await this.client.unsubscribe(this.token() ?? '');
      this.isDone.set(true);
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
