import { Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { OrgBadge, Texts, ThemeChoice } from '@bota/shared/ui';
import { Account } from './account';
import { THEME_ICONS } from './theme-icons';

@Component({
  selector: 'b75-account-menu',
  imports: [MatIcon, MatMenu, MatMenuItem, MatMenuTrigger, OrgBadge, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  protected readonly account = inject(Account);
  protected readonly theme = inject(ThemeChoice);
  protected readonly texts = inject(Texts);
  protected readonly themeIcon = THEME_ICONS;
}
