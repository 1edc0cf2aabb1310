import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Logo, OfflineBanner, Texts } from '@bota/shared/ui';
import { LanguageSwitch } from './language-switch';

/** The lighter frame of pages outside a house: signing in, creating the house, an address that leads nowhere. */
@Component({
  selector: 'b75-plain-frame',
  imports: [LanguageSwitch, Logo, OfflineBanner, RouterLink],
  template: `<header>
      <a routerLink="/" [attr.aria-label]="texts.t('ui.home')"><ui-logo /></a>
      <b75-language-switch />
    </header>
    <main>
      <ui-offline-banner />
      <ng-content />
    </main>`,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto 1fr;
      min-height: 100vh;
      min-height: 100dvh;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 12px 24px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    main {
      width: min(100%, 960px);
      padding: 48px 24px;
      margin: 0 auto;
    }
    main:focus {
      outline: none;
    }
    @media (max-width: 700px) {
      header {
        padding: 8px 12px;
      }
      main {
        padding: 24px 16px;
      }
    }
  `,
})
export class PlainFrame {
  protected readonly texts = inject(Texts);
}
