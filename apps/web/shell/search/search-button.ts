import { Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Texts } from '@bota/shared/ui';
import { Search } from './search';

/** On desk a field to be, with its shortcut; on phone its icon. */
@Component({
  selector: 'b75-search-button',
  imports: [MatIcon],
  providers: [Search],
  template: `<button type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" (click)="search.open()">
    <mat-icon svgIcon="search" /><span class="word">{{ texts.t('shell.search') }}</span
    ><kbd aria-hidden="true">{{ search.shortcut }}</kbd>
  </button>`,
  styleUrl: './search-button.scss',
})
export class SearchButton {
  protected readonly search = inject(Search);
  protected readonly texts = inject(Texts);
}
