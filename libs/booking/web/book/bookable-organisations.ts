import { computed, inject, Injectable } from '@angular/core';
import type { Organisation } from '@bota/people/domain';
import { Session } from '@bota/people/web';
import { ResidentsStore } from '@bota/residents/web';
import { SpaceStore } from '@bota/spaces/web';

/** In whose name the reader may book here: their own resident organisations, or any when they configure the house. */
@Injectable({ providedIn: 'root' })
export class BookableOrganisations {
  private readonly session = inject(Session);
  private readonly residents = inject(ResidentsStore);
  private readonly store = inject(SpaceStore);

  readonly mayBook = computed(() => this.store.space.hasValue() && this.store.space.value().may.book);
  readonly organisations = computed<readonly Organisation[]>(() => {
    const house = this.residents.organisations();
    if (this.store.space.hasValue() && this.store.space.value().may.configure) return house;
    const mine = new Set(this.session.me()?.memberships.map(({ organisationId }) => organisationId));
    return house.filter(({ id }) => mine.has(id));
  });
}
