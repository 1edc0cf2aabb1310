import { computed, inject, Injectable } from '@angular/core';
import { type Organisation } from '@bota/people/domain';
import { resourceFor } from '@bota/people/web';
import { ResidentList } from '@bota/residents/domain';
import { SpaceStore } from '@bota/spaces/web';

/** Organisations of the open space: names and colours for everything they book. */
@Injectable({ providedIn: 'root' })
export class ResidentsStore {
  private readonly store = inject(SpaceStore);

  readonly residents = resourceFor(
    () => (this.store.ref() ? `/api/spaces/${this.store.ref()}/residents` : undefined),
    (answer) => ResidentList.parse(answer),
  );
  readonly organisations = computed<readonly Organisation[]>(() =>
    this.residents.hasValue() ? this.residents.value().items.map((resident) => resident.organisation) : [],
  );
  private readonly byId = computed(() => new Map(this.organisations().map((organisation) => [organisation.id, organisation])));

  organisation = (id: string | undefined): Organisation | undefined => (id ? this.byId().get(id) : undefined);
}
