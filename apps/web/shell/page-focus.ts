import { DOCUMENT, inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

const pathOf = (url: string) => url.split(/[?#]/)[0];

/** After moving to another page the focus stands on its title, so that it is read and Tab goes on from there. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => pathOf(event.urlAfterRedirects)),
        pairwise(),
        filter(([before, after]) => before !== after),
      )
      .subscribe(() => setTimeout(() => this.focusTitle()));
  }

  private focusTitle(): void {
    const title = this.document.querySelector<HTMLElement>('main h1') ?? this.document.querySelector<HTMLElement>('main');
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
  }
}
