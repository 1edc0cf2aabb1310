import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Me, MeEdit } from '@bota/people/domain';
import { record } from '@bota/shared/api';
import { PersonEntity } from '../person.entity';

@Injectable()
export class MeService {
  constructor(private readonly db: DataSource) {}

  /** The person, the organisations they belong to and their roles in houses. */
  async read(personId: string): Promise<Me> {
    const [row] = await this.db.query(ME, [personId]);
    return row;
  }

  async edit(personId: string, edit: MeEdit, requestId: string): Promise<Me> {
    await this.db.transaction(async (tx) => {
      await tx.update(PersonEntity, { id: personId }, edit);
      // The log is never erased, so it says what changed and not the name.
      await record(tx, { kind: 'person.edited', entityId: personId, personId, requestId, after: { changed: Object.keys(edit) } });
    });
    return this.read(personId);
  }
}

const ME = `
  SELECT json_build_object('id', p.id, 'email', p.email, 'displayName', p.display_name, 'language', p.language,
      'hasPassword', p.password_hash IS NOT NULL) AS person,
    (SELECT coalesce(json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role, 'organisation',
        json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'initials', o.initials, 'hue', o.hue, 'pattern', o.pattern,
          'demo', o.demo, 'description', o.description)) ORDER BY o.name), '[]')
       FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id) AS memberships,
    (SELECT coalesce(json_agg(json_build_object('spaceId', h.space_id, 'role', h.role)), '[]')
       FROM house_role h WHERE h.person_id = p.id) AS "houseRoles"
  FROM person p WHERE p.id = $1`;
