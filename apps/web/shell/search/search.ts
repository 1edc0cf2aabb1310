import { DOCUMENT, DestroyRef, inject, Injectable } from '@angular/core';
import { Dialogs, Texts } from '@bota/shared/ui';
import { SEARCH_TEXTS } from '../../i18n/search.texts';

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens the search, from its button or by Ctrl/⌘-K; its code and texts come with the first use. */
@Injectable()
export class Search {
  private readonly dialogs = inject(Dialogs);
  private readonly texts = inject(Texts);
  private isOpen = false;
  readonly shortcut = isApple() ? '⌘ K' : 'Ctrl K';

  constructor() {
    const document = inject(DOCUMENT);
    const listen = (event: KeyboardEvent) => this.onKey(event);
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
  }

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    await this.texts.add('search', SEARCH_TEXTS);
    const load = () => import('./search-dialog').then(({ SearchDialog }) => SearchDialog);
    const place = { width: '640px', maxWidth: 'calc(100vw - 16px)', position: { top: 'min(12vh, 96px)' }, autoFocus: 'input' };
    await this.dialogs.ask(load, { ...place, panelClass: 'search-panel', ariaLabel: this.texts.t('search.title') });
    this.isOpen = false;
  }

  private onKey(event: KeyboardEvent): void {
    const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isShortcut) return;
    event.preventDefault();
    void this.open();
  }
}
