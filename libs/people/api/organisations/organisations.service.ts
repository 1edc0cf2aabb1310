import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { OrganisationDetails, OrganisationEdit } from '@bota/people/domain';
import { Clock, record, refuse } from '@bota/shared/api';
import { type Action, type SignedIn, can } from '@bota/shared/domain';
import { OrganisationEntity } from '../organisation.entity';
import { organisationDetails } from '../organisation.view';
import { Placement } from '../placement';
import { ArchivalObstacles } from './archival.obstacles';
import { changeOrganisation } from './organisations';

type Asking = { person: SignedIn; requestId: string };

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly placement: Placement,
    private readonly obstacles: ArchivalObstacles,
  ) {}

  /** Changes what an organisation says of itself. */
  edit({ person, requestId }: Asking, id: string, edit: OrganisationEdit, version?: number): Promise<OrganisationDetails> {
    return this.db.transaction(async (tx) => {
      const organisation = await this.loaded(tx, person, 'organisation:edit', id);
      if (version !== undefined && version !== organisation.version)
        refuse('stale-version', { current: organisationDetails(organisation) });
      const isRenamed = edit.name !== undefined && edit.name !== organisation.name;
      if (isRenamed && (await this.placement.hasNamesake(id, edit.name ?? '', tx)))
        refuse('organisation/name-taken', { errors: [{ path: 'name', message: 'another resident of the house has this name' }] });
      const changed = await changeOrganisation(tx, id, edit, { by: person.personId, requestId, now: this.clock.now() });
      return organisationDetails(changed);
    });
  }

  /** Puts an organisation away that lives nowhere any more and has nothing ahead; its history stays. */
  archive({ person, requestId }: Asking, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { archivedAt } = await this.loaded(tx, person, 'organisation:archive', id);
      if (archivedAt) return;
      if ((await this.placement.of(id, tx)).isResident) refuse('organisation/resident');
      await this.obstacles.refuseAny(tx, id, this.clock.now());
      await tx.update(OrganisationEntity, { id }, { archivedAt: this.clock.now() });
      await record(tx, { kind: 'organisation.archived', entityId: id, organisationId: id, personId: person.personId, requestId });
    });
  }

  restore({ person, requestId }: Asking, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { archivedAt } = await this.loaded(tx, person, 'organisation:archive', id);
      if (!archivedAt) return;
      await tx.update(OrganisationEntity, { id }, { archivedAt: null });
      await record(tx, { kind: 'organisation.restored', entityId: id, organisationId: id, personId: person.personId, requestId });
    });
  }

  private async loaded(tx: EntityManager, person: SignedIn, action: Action, id: string): Promise<OrganisationEntity> {
    const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!organisation) return refuse('not-found');
    if (!can(person, action, await this.placement.of(id, tx))) refuse('not-allowed');
    return organisation;
  }
}
