import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { LanguageSwitch, Session } from '@bota/people/web';
import { LANGUAGES } from '@bota/shared/domain';
import { SpaceStore } from '@bota/spaces/web';
import { Texts } from '@bota/shared/ui';
import { AccountMenu } from './account-menu';
import { Bell } from './bell';
import { SearchButton } from './search/search-button';
import { HouseLogo } from './house-logo';
import { SpaceSwitch } from './space-switch';

/** Which house, which language, who. */
@Component({
  selector: 'b75-top-bar',
  imports: [AccountMenu, Bell, LanguageSwitch, HouseLogo, MatButton, RouterLink, SearchButton, SpaceSwitch],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  protected readonly session = inject(Session);
  protected readonly texts = inject(Texts);
  private readonly space = inject(SpaceStore);
  protected readonly offered = computed(() => (this.space.space.hasValue() ? this.space.space.value().languages : LANGUAGES));
  private readonly router = inject(Router);
  readonly home = input.required<string>();

  /** Read at the click: the address changes while the bar stays. */
  protected signIn(): void {
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }
}
