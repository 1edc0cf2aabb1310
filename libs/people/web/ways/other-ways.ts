import { Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { type Explanation, ProblemTexts, Texts } from '@bota/shared/ui';
import { Session } from '../session';
import { Passkeys, wasStopped } from './passkeys';
import { offeredWays } from './ways.client';

/** Signing in without password: with a passkey, by a button or among the suggestions of the e-mail field, or at the provider of the house. */
@Component({
  selector: 'b75-other-ways',
  imports: [MatButton, MatIcon],
  template: `@if (hasPasskey() || provider()) {
    <p class="or" aria-hidden="true">{{ texts.t('people.ways.or') }}</p>
    @if (hasPasskey()) {
      <button matButton="outlined" type="button" [disabled]="isAsking()" disabledInteractive (click)="enter('window')">
        <mat-icon svgIcon="passkey" />{{ texts.t(isAsking() ? 'people.ways.waiting' : 'people.ways.passkey') }}
      </button>
    }
    @if (provider(); as provider) {
      <a matButton="outlined" [href]="provider.href"
        ><mat-icon svgIcon="login" />{{ texts.t('people.ways.provider', { name: provider.name }) }}</a
      >
    }
  }`,
  styleUrl: './other-ways.scss',
})
export class OtherWays {
  private readonly session = inject(Session);
  private readonly passkeys = inject(Passkeys);
  private readonly problems = inject(ProblemTexts);
  private readonly offered = offeredWays();
  protected readonly texts = inject(Texts);
  /** Where to go on to, within the application. */
  readonly to = input.required<string>();
  readonly entered = output();
  readonly refused = output<Explanation | null>();
  protected readonly isAsking = signal(false);
  private isLeft = false;

  private readonly ways = computed(() => (this.offered.hasValue() ? this.offered.value() : null));
  protected readonly hasPasskey = computed(() => !!this.ways()?.passkey && this.passkeys.isSupported);
  protected readonly provider = computed(() => {
    const provider = this.ways()?.provider;
    return provider && { name: provider.name, href: `/api/auth/oidc?${new URLSearchParams({ return: this.to() }).toString()}` };
  });

  constructor() {
    effect(() => {
      if (this.hasPasskey()) untracked(() => void this.suggest());
    });
    inject(DestroyRef).onDestroy(() => {
      this.isLeft = true;
      if (this.hasPasskey()) void this.passkeys.stop();
    });
  }

  /** Waits quietly until a passkey is picked among the suggestions. */
  private async suggest(): Promise<void> {
    if ((await this.passkeys.areSuggested()) && !this.isLeft) await this.enter('suggestions');
  }

  protected async enter(among: 'window' | 'suggestions'): Promise<void> {
    const isAsked = among === 'window';
    this.isAsking.set(isAsked);
    if (isAsked) this.refused.emit(null);
    try {
      await this.session.signInByPasskey(await this.passkeys.signed(among));
      if (!this.isLeft) this.entered.emit();
    } catch (error) {
      if (isAsked || !wasStopped(error)) this.refused.emit(this.explain(error));
      if (isAsked) void this.suggest();
    } finally {
      if (isAsked) this.isAsking.set(false);
    }
  }

  private explain(error: unknown): Explanation {
    if (!wasStopped(error)) return this.problems.explain(error);
    return { title: this.texts.t('people.ways.stopped'), text: this.texts.t('people.ways.stoppedHint'), reference: null, kind: 'failed' };
  }
}
