import { Component, inject, Injector, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Texts } from '@bota/shared/ui';

import { HouseLogo } from './house-logo';
import { sectionsOfReader } from './sections';

/** Navigation of the house: a rail at the left, a bar at the bottom on phone. */
@Component({
  selector: 'b75-rail',
  imports: [HouseLogo, MatIcon, RouterLink, RouterLinkActive],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
})
export class Rail {
  private readonly injector = inject(Injector);
  protected readonly texts = inject(Texts);
  protected readonly sections = sectionsOfReader();
  readonly space = input.required<string>();
  readonly home = input.required<string>();

  /** Only phones ask for it. */
  protected async openMore(): Promise<void> {
    const { MoreSheet, MatBottomSheet } = await import('./more-sheet');
    this.injector.get(MatBottomSheet).open(MoreSheet, { ariaLabel: this.texts.t('shell.nav.more') });
  }
}
