import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { isLastWay, type MyWays, type SignInWays } from '@bota/people/domain';
import { Confirm, type Explanation, Notices, ProblemTexts, SectionHeader, Texts } from '@bota/shared/ui';
import { Refusal } from '../../refusal';
import { isKnownDevice, Passkeys, wasStopped } from '../../ways/passkeys';
import { browserName } from '../browser-name';
import { PasskeyRow } from './passkey-row';

/** The passkeys of the person: add one on this device, name them, remove them. */
@Component({
  selector: 'b75-passkey-list',
  imports: [MatButton, MatIcon, PasskeyRow, Refusal, SectionHeader],
  templateUrl: './passkey-list.html',
  styles: `
    section {
      display: grid;
      gap: 16px;
    }
    section > button {
      justify-self: start;
    }
  `,
})
export class PasskeyList {
  private readonly client = inject(Passkeys);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  readonly ways = input.required<MyWays>();
  readonly email = input.required<string>();
  readonly offered = input<SignInWays | null>(null);
  readonly changed = output();
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isAsking = signal(false);

  /** What stands in the way of adding one here: nothing, an address of numbers, or the browser. */
  protected readonly hindrance = computed(() => {
    if (this.offered()?.passkey === false) return 'name';
    return this.client.isSupported ? null : 'browser';
  });
  /** The same page under the name that this very machine has for itself. */
  protected readonly byName = location.hostname === '127.0.0.1' ? `http://localhost:${location.port}/account` : null;

  protected async add(): Promise<void> {
    const { browser, system } = browserName(navigator.userAgent);
    const known = browser ?? this.texts.t('account.sessions.unknown');
    const name = system ? this.texts.t('account.sessions.on', { browser: known, system }) : known;
    await this.attempt(async () => {
      const added = await this.client.add(name);
      this.notices.say(this.texts.t('account.passkeys.added', { name: added.name }));
    });
  }

  protected rename(id: string, name: string): Promise<void> {
    return this.attempt(() => this.client.rename(id, name));
  }

  protected async remove({ id, name }: { id: string; name: string }): Promise<void> {
    const isConfirmed = await this.confirm.ask({
      heading: this.texts.t('account.passkeys.removeHeading', { name }),
      text: this.texts.t('account.passkeys.removeText'),
      ...(isLastWay(this.ways()) && { stays: this.texts.t('account.passkeys.last', { email: this.email() }) }),
      keep: this.texts.t('account.passkeys.keep'),
      act: this.texts.t('account.passkeys.removeAct'),
    });
    if (!isConfirmed) return;
    await this.attempt(async () => {
      await this.client.remove(id);
      this.notices.say(this.texts.t('account.passkeys.removed', { name }));
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.refusal.set(null);
    this.isAsking.set(true);
    try {
      await act();
    } catch (error) {
      this.refusal.set(this.explain(error));
    } finally {
      this.isAsking.set(false);
      this.changed.emit();
    }
  }

  private explain(error: unknown): Explanation {
    const said = (title: string, text: string): Explanation => ({ title, text, reference: null, kind: 'failed' });
    const stopped = this.texts.t('account.passkeys.stopped');
    if (isKnownDevice(error)) return said(stopped, this.texts.t('account.passkeys.known'));
    return wasStopped(error) ? said(stopped, this.texts.t('account.passkeys.stoppedHint')) : this.problems.explain(error);
  }
}
