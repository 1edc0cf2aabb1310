import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SavedView, SavedViewDraft, SavedViewEdit } from '@bota/booking/domain';
import { Clock, breaks, newId, refuse } from '@bota/shared/api';

type Owner = { spaceId: string; personId: string };

/** As many as one finds one's way in. */
const MOST = 30;

/** Ways of looking at the agenda: each person's own, in each house. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  list = (owner: Owner): Promise<SavedView[]> => this.db.query(LIST, [owner.spaceId, owner.personId]);

  async create(owner: Owner, draft: SavedViewDraft): Promise<SavedView> {
    const view = { id: newId(), ...draft };
    await this.write(owner, async (tx) => {
      const kept = await tx.query<[{ n: number }]>(COUNT, [owner.spaceId, owner.personId]);
      if (kept[0].n >= MOST) refuse('view/too-many');
      if (view.isDefault) await tx.query(NO_DEFAULT, [owner.spaceId, owner.personId]);
      await tx.query(INSERT, [owner.spaceId, view.id, owner.personId, view.name, view.query, view.isDefault, this.clock.now()]);
    });
    return view;
  }

  async edit(owner: Owner, id: string, edit: SavedViewEdit): Promise<SavedView> {
    return this.write(owner, async (tx) => {
      if (edit.isDefault) await tx.query(NO_DEFAULT, [owner.spaceId, owner.personId]);
      const values = [owner.spaceId, owner.personId, id, edit.name ?? null, edit.query ?? null, edit.isDefault ?? null];
      const [rows] = await tx.query<[SavedView[]]>(UPDATE, values);
      return rows[0] ?? refuse('not-found');
    });
  }

  async remove(owner: Owner, id: string): Promise<void> {
    const [, count] = await this.db.query<[unknown, number]>(DELETE, [owner.spaceId, owner.personId, id]);
    if (count === 0) refuse('not-found');
  }

  /** One change of a person at a time, so that one view at most is the default. */
  private async write<Answer>({ spaceId, personId }: Owner, change: (tx: EntityManager) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.db.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`saved views ${spaceId} ${personId}`]);
        return change(tx);
      });
    } catch (error) {
      if (breaks(error, 'saved_view_name'))
        return refuse('view/name-taken', { errors: [{ path: 'name', message: 'another view has it' }] });
      throw error;
    }
  }
}

const COLUMNS = 'id, name, query, is_default AS "isDefault"';
const LIST = `SELECT ${COLUMNS} FROM saved_view WHERE space_id = $1 AND person_id = $2 ORDER BY lower(name), id`;
const COUNT = 'SELECT count(*)::int AS n FROM saved_view WHERE space_id = $1 AND person_id = $2';
const NO_DEFAULT = 'UPDATE saved_view SET is_default = false WHERE space_id = $1 AND person_id = $2 AND is_default';
const INSERT = `INSERT INTO saved_view (space_id, id, person_id, name, query, is_default, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const UPDATE = `
  UPDATE saved_view SET name = coalesce($4, name), query = coalesce($5, query), is_default = coalesce($6, is_default)
  WHERE space_id = $1 AND person_id = $2 AND id = $3 RETURNING ${COLUMNS}`;
const DELETE = 'DELETE FROM saved_view WHERE space_id = $1 AND person_id = $2 AND id = $3';
