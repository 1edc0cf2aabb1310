import { Component, computed, inject, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Credentials } from '@bota/people/domain';
import { inLanguage } from '@bota/shared/domain';
import { SectionHeader, Texts } from '@bota/shared/ui';
import { demoResource } from './demo';

/** Accounts of the demo, one click each; nothing when there is no demo. */
@Component({
  selector: 'b75-demo-accounts',
  imports: [MatIcon, SectionHeader],
  template: `@if (accounts().length) {
    <section>
      <ui-section-header [heading]="texts.t('people.demo.title')" />
      <p>{{ texts.t('people.demo.text') }}</p>
      <ul>
        @for (account of accounts(); track account.email) {
          <li>
            <button type="button" (click)="chosen.emit(account.credentials)">
              <span>
                <b>{{ account.label }}</b>
                <small>{{ account.email }}</small>
              </span>
              <mat-icon svgIcon="chevron_right" />
            </button>
          </li>
        }
      </ul>
    </section>
  }`,
  styleUrl: './demo-accounts.scss',
})
export class DemoAccounts {
  private readonly demo = demoResource();
  protected readonly texts = inject(Texts);
  readonly chosen = output<Credentials>();

  protected readonly accounts = computed(() => {
    const demo = this.demo.hasValue() ? this.demo.value() : undefined;
    const { enabled, password, accounts } = demo ?? { enabled: false, password: undefined, accounts: [] };
    if (!enabled || !password) return [];
    return accounts.map(({ email, label }) => ({
      email,
      label: inLanguage(label, this.texts.language()),
      credentials: { email, password },
    }));
  });
}
