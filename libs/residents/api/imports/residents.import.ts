import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changeOrganisation, createOrganisation } from '@bota/people/api';
import { OrganisationDraft, freshLook } from '@bota/people/domain';
import {
  type HouseFacts,
  type HouseOrganisation,
  type ImportField,
  type ResidentPlan,
  type SheetRow,
  judgeResidents,
} from '@bota/residents/domain';
import { Clock } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { closedMonths } from '../residencies/closed-months';
import { openResidency } from '../residencies/opening';
import type { Importer, Importing, Letters, Queryable } from './importer';

/** Organisations of a sheet and their residencies. */
@Injectable()
export class ResidentsImport implements Importer<ResidentPlan> {
  constructor(private readonly clock: Clock) {}

  async judge(db: Queryable, space: SpaceEntity, rows: readonly SheetRow[], fields: readonly (ImportField | null)[]) {
    const organisations = await db.query<HouseOrganisation[]>(OF_THE_HOUSE, [space.id]);
    const elsewhere = await db.query<{ number: string }[]>(ELSEWHERE, [space.id]);
    const closed = await closedMonths(db, space.id);
    const numbersElsewhere = new Set(elsewhere.map(({ number }) => number));
    const facts: HouseFacts = { organisations, numbersElsewhere, closedMonths: closed, today: dateOf(this.clock.now(), space.zone) };
    return judgeResidents(rows, fields, facts);
  }

  async write(tx: EntityManager, plans: readonly ResidentPlan[], by: Importing): Promise<Letters> {
    const worn = await tx.query<{ hue: number; pattern: number }[]>(LOOKS, [by.space.id]);
    for (const plan of plans) {
      const organisationId = plan.organisationId ?? (await this.create(tx, plan, worn, by));
      if (plan.organisationId && Object.keys(plan.fields).length > 0)
        await changeOrganisation(tx, organisationId, plan.fields, causeOf(by));
      if (plan.residency) await openResidency(tx, { ...plan.residency, ...placeOf(by), organisationId });
    }
    return { invited: 0, held: 0 };
  }

  /** Colours differ from those of the house and of the rows before. */
  private create(tx: EntityManager, { fields }: ResidentPlan, worn: { hue: number; pattern: number }[], by: Importing): Promise<string> {
    const look = freshLook(worn);
    const id = createOrganisation(tx, OrganisationDraft.parse({ ...fields, ...look }), worn, causeOf(by));
    worn.push(look);
    return id;
  }
}

const causeOf = ({ person, requestId, now, space }: Importing) => ({ by: person.personId, requestId, now, spaceId: space.id });
const placeOf = ({ person, requestId, space }: Importing) => ({ spaceId: space.id, by: person.personId, requestId });

const OF_THE_HOUSE = `
  SELECT o.id, o.name, o.kind, o.enterprise_number AS "enterpriseNumber", o.website, o.description, o.archived_at IS NOT NULL AS "isArchived",
    json_agg(json_build_object('from', lower(r.during), 'to', upper(r.during) - 1, 'shareKey', r.share_key,
      'shareQuantity', r.share_quantity::float8) ORDER BY lower(r.during)) AS residencies
  FROM residency r JOIN organisation o ON o.id = r.organisation_id WHERE r.space_id = $1 GROUP BY o.id ORDER BY o.name, o.id`;

const ELSEWHERE = `
  SELECT enterprise_number AS number FROM organisation o WHERE enterprise_number IS NOT NULL
    AND NOT EXISTS (SELECT FROM residency r WHERE r.space_id = $1 AND r.organisation_id = o.id)`;

const LOOKS = `
  SELECT o.hue, o.pattern FROM residency r JOIN organisation o ON o.id = r.organisation_id WHERE r.space_id = $1 GROUP BY o.id`;
