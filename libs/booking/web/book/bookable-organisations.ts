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
  /** Those of the reader that live here. */
  readonly mine = computed<readonly Organisation[]>(() => {
    const ids = new Set(this.session.me()?.memberships.map(({ organisationId }) => organisationId));
    return this.residents.organisations().filter(({ id }) => ids.has(id));
  });
  /** In whose name one books unless one says otherwise: the reader's own organisation, where it is one; else the only one there is. */
  readonly usual = computed(() => onlyOf(this.mine()) ?? onlyOf(this.organisations()));
  readonly organisations = computed<readonly Organisation[]>(() =>
    this.store.space.hasValue() && this.store.space.value().may.configure ? this.residents.organisations() : this.mine(),
  );
}

const onlyOf = <One>([first, ...more]: readonly One[]): One | undefined => (more.length > 0 ? undefined : first);
