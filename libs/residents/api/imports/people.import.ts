import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BulkInvitations } from '@bota/people/api';
import { type ImportField, type PeopleFacts, type PersonPlan, type SheetRow, belonging, judgePeople } from '@bota/residents/domain';
import { Clock } from '@bota/shared/api';
import { Language, dateOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Importer, Importing, Letters, Queryable } from './importer';

type Organisation = PeopleFacts['organisations'][number];

/** People of a sheet: invited into organisations of the house; they open their account themselves. */
@Injectable()
export class PeopleImport implements Importer<PersonPlan> {
  constructor(
    private readonly clock: Clock,
    private readonly invitations: BulkInvitations,
  ) {}

  async judge(db: Queryable, space: SpaceEntity, rows: readonly SheetRow[], fields: readonly (ImportField | null)[]) {
    const organisations = await this.organisationsOf(db, space);
    const ids = organisations.map(({ id }) => id);
    const known = await db.query<{ organisationId: string; email: string }[]>(BELONGING, [ids, this.clock.now()]);
    const language = Language.safeParse(space.languages[0]).data ?? 'fr';
    const facts = {
      organisations,
      language,
      belonging: new Set(known.map(({ organisationId, email }) => belonging(organisationId, email))),
    };
    return judgePeople(rows, fields, facts);
  }

  write(tx: EntityManager, plans: readonly PersonPlan[], { person, space, requestId, now, invite }: Importing): Promise<Letters> {
    return this.invitations.invite(tx, plans, { ...person, spaceId: space.id, requestId, now }, invite);
  }

  /** Those that live in the house today or will. */
  organisationsOf(db: Queryable, space: SpaceEntity): Promise<Organisation[]> {
    return db.query(ORGANISATIONS, [space.id, dateOf(this.clock.now(), space.zone)]);
  }
}

const ORGANISATIONS = `
  SELECT o.id, o.name, o.enterprise_number AS "enterpriseNumber", o.archived_at IS NOT NULL AS "isArchived" FROM organisation o
  WHERE EXISTS (SELECT FROM residency r WHERE r.space_id = $1 AND r.organisation_id = o.id AND (upper_inf(r.during) OR upper(r.during) > $2::date))
  ORDER BY o.name, o.id`;

const BELONGING = `
  SELECT m.organisation_id AS "organisationId", p.email::text FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organisation_id = ANY($1)
  UNION
  SELECT organisation_id, email::text FROM invitation
  WHERE organisation_id = ANY($1) AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2`;
