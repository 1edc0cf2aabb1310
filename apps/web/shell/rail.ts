import { Component, inject, input } from '@angular/core';
import { MatBottomSheet } from '@angular/material/bottom-sheet';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Logo, Texts } from '@bota/shared/ui';

import { SECTIONS } from './sections';

/** Navigation of the house: a rail at the left, a bar at the bottom on phone. */
@Component({
  selector: 'b75-rail',
  imports: [Logo, MatIcon, RouterLink, RouterLinkActive],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
})
export class Rail {
  private readonly sheet = inject(MatBottomSheet);
  protected readonly texts = inject(Texts);
  protected readonly sections = SECTIONS;
  readonly space = input.required<string>();
  readonly home = input.required<string>();

  protected async openMore(): Promise<void> {
    const { MoreSheet } = await import('./more-sheet');
    this.sheet.open(MoreSheet, { ariaLabel: this.texts.t('shell.nav.more') });
  }
}
