import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrganisationEntity, Placement, contactsOf, organisationDetails } from '@bota/people/api';
import type { Contact } from '@bota/people/domain';
import type { Residency, ResidentPage } from '@bota/residents/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Actor, can, dateOf, organisationIdsOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { type ResidencyRow, isResidentOn, measuresOf, residenciesOf } from './residencies/residency.queries';
import { residencyView } from './residencies/residency.view';

type Reading = { actor: Actor; space: SpaceEntity };
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The page of an organisation in the house, with what this reader may see and do. */
@Injectable()
export class ResidentPages {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly placement: Placement,
  ) {}

  async one({ actor, space }: Reading, ref: string): Promise<ResidentPage> {
    const organisation = await this.db.manager.findOneBy(OrganisationEntity, UUID.test(ref) ? { id: ref } : { slug: ref });
    const rows = organisation ? await residenciesOf(this.db, space.id, organisation.id) : [];
    if (!organisation || rows.length === 0) return refuse('not-found');
    const here = { spaceId: space.id, organisationId: organisation.id };
    const placed = await this.placement.of(organisation.id);
    return {
      organisation: organisationDetails(organisation),
      contacts: await this.contacts({ actor, space }, organisation.id),
      residencies: can(actor, 'residency:read', here) ? await this.residencies({ actor, space }, rows) : [],
      may: {
        edit: can(actor, 'organisation:edit', placed),
        archive: can(actor, 'organisation:archive', placed) && !placed.isResident,
        manageResidencies: can(actor, 'residency:manage', here),
        readKeys: can(actor, 'key:read', here),
      },
    };
  }

  private async contacts({ actor, space }: Reading, organisationId: string): Promise<Contact[]> {
    const contacts = await contactsOf(this.db, organisationId);
    if (contacts.every(({ audience }) => audience === 'public')) return contacts;
    const isResident = await isResidentOn(this.db, space.id, organisationIdsOf(actor), this.today(space));
    const seesHouse = can(actor, 'contact:read', { spaceId: space.id, organisationId, isResident });
    return contacts.filter(({ audience }) => seesHouse || audience === 'public');
  }

  private async residencies({ actor, space }: Reading, rows: readonly ResidencyRow[]): Promise<Residency[]> {
    const rooms = await measuresOf(
      this.db,
      space.id,
      rows.flatMap(({ occupancies }) => occupancies),
    );
    return rows.map((row) => residencyView(row, { actor, spaceId: space.id, today: this.today(space), rooms }));
  }

  private today = (space: SpaceEntity): string => dateOf(this.clock.now(), space.zone);
}
