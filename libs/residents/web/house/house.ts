import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { PageHeader, Empty, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { HOUSE_PAGES } from './house-pages';

/** The frame of what coordinators run the house with: what a page is about, then the page. */
@Component({
  selector: 'b75-house',
  imports: [Empty, PageHeader, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './house.html',
  styleUrl: './house.scss',
})
export class House {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  protected readonly groups = HOUSE_PAGES;
  protected readonly mayRun = computed(() => this.space.space.hasValue() && this.space.space.value().may.configure);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  /** A page that who steers or studies the house reads too; it says itself who may. */
  protected readonly isForTeam = computed(() => this.url().split('?')[0]?.split('/')[3] === 'statistics');
  protected readonly open = computed(() => {
    const page = this.url().split('?')[0]?.split('/')[3];
    return this.groups.find(({ pages }) => pages.some((one) => one === page));
  });
}
