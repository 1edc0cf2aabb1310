import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import type { SavedView } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';
import { AgendaAddress } from './agenda-address';
import { savedViewsResource } from './saved-views.client';

/** The ways of looking at the agenda that the reader keeps; the plain agenda opens on the one they chose. Provided by the page. */
@Injectable()
export class SavedViewsStore {
  private readonly session = inject(Session);
  private readonly address = inject(AgendaAddress);
  readonly isSignedIn = computed(() => !!this.session.me());
  private readonly resource = savedViewsResource(inject(SpaceStore).ref, this.isSignedIn);
  readonly views = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));

  constructor() {
    // An address that says something is opened as it says, and so is one that came to say something while the views were on their way.
    let isPlain = this.isAddressPlain();
    effect(() => {
      if (!isPlain || !this.resource.hasValue()) return;
      isPlain = false;
      const chosen = this.views().find(({ isDefault }) => isDefault);
      untracked(() => chosen && this.isAddressPlain() && this.open(chosen, true));
    });
  }

  /** As it was kept: what it does not say falls back. */
  open({ query }: SavedView, replaceUrl = false): void {
    this.address.show(Object.fromEntries(new URLSearchParams(query)), replaceUrl);
  }

  reload(): void {
    this.resource.reload();
  }

  private isAddressPlain = () => Object.keys(this.address.params()).length === 0;
}
