import { DOCUMENT, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Dialogs, type Explanation, Notices, ProblemTexts, SectionHeader, Texts } from '@bota/shared/ui';
import { Refusal } from '../refusal';
import { Session } from '../session';
import { AccountClient } from './account.client';

/** Takes one’s data along, or erases the account. */
@Component({
  selector: 'b75-own-data',
  imports: [MatButton, Refusal, SectionHeader],
  template: `<section>
      <ui-section-header [heading]="texts.t('account.data.title')" />
      <p>{{ texts.t('account.data.text') }}</p>
      <div>
        <b75-refusal [refusal]="refusal()" />
        <button matButton="tonal" type="button" [disabled]="isLoading()" disabledInteractive (click)="download()">
          {{ texts.t('account.data.download') }}
        </button>
      </div>
    </section>
    <section>
      <ui-section-header [heading]="texts.t('account.erasure.title')" />
      <p>{{ texts.t('account.erasure.text') }}</p>
      <button matButton="outlined" type="button" class="lose" aria-haspopup="dialog" (click)="erase()">
        {{ texts.t('account.erasure.open') }}
      </button>
    </section>`,
  styles: `
    :host {
      display: grid;
      gap: 40px;
    }
    section {
      display: grid;
      gap: 16px;
      justify-items: start;
    }
    ui-section-header {
      width: 100%;
    }
    .lose {
      --mat-button-outlined-label-text-color: var(--mat-sys-error);
      --mat-button-outlined-outline-color: var(--mat-sys-error);
    }
  `,
})
export class OwnData {
  private readonly client = inject(AccountClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  private readonly document = inject(DOCUMENT);
  protected readonly texts = inject(Texts);
  readonly email = input.required<string>();
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isLoading = signal(false);

  protected async download(): Promise<void> {
    this.refusal.set(null);
    this.isLoading.set(true);
    try {
      const data = await this.client.ownData();
      this.save(JSON.stringify(data, null, 2), this.texts.t('account.data.file', { date: data.exportedAt.slice(0, 10) }));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    } finally {
      this.isLoading.set(false);
    }
  }

  /** The dialog erases, so that a refusal is said where the address was typed. */
  protected async erase(): Promise<void> {
    const load = () => import('./erasure-dialog').then(({ ErasureDialog }) => ErasureDialog);
    const isErased = await this.dialogs.ask<boolean>(load, { data: this.email(), role: 'alertdialog', width: '520px' });
    if (!isErased) return;
    this.session.forget();
    await this.router.navigateByUrl('/sign-in');
    this.notices.say(this.texts.t('account.erasure.done'));
  }

  private save(text: string, name: string): void {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = this.document.createElement('a');
    Object.assign(link, { href: url, download: name });
    link.click();
    URL.revokeObjectURL(url);
  }
}
