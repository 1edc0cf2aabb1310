import { Component, computed, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from '@bota/people/web';
import { Failure, OfflineBanner, PageTitle, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { paintHouse } from './house-colours';
import { Rail } from './rail';
import { TopBar } from './top-bar';

/** The frame of a house: where to go, which house, who reads, and the page. */
@Component({
  selector: 'b75-shell',
  imports: [Failure, OfflineBanner, Rail, RouterOutlet, TopBar],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly session = inject(Session);
  protected readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  protected readonly home = computed(() => `/${this.store.ref()}/${this.session.isSignedIn() ? 'today' : 'agenda'}`);

  constructor() {
    paintHouse();
    const title = inject(PageTitle);
    effect(() => title.house.set(this.store.space.hasValue() ? this.store.space.value().name : 'Bota 75'));
  }

  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
