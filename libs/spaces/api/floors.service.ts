import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Chronicler, Clock, breaks, dropFile, fileById, keepFile, newId, record, refuse } from '@bota/shared/api';
import type { Floor, FloorDraft, FloorEdit } from '@bota/spaces/domain';
import type { Changing } from './changing';
import { refuseUnlessRunning } from './running';
import { FloorEntity, type SpaceEntity } from './space.entity';

type Told = { kind: string; before?: unknown; after?: unknown };

@Injectable()
export class FloorsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
  ) {}

  async add(changing: Changing, draft: FloorDraft): Promise<Floor> {
    const id = newId();
    await this.record(changing, id, async (tx) => {
      await tx.insert(FloorEntity, { spaceId: changing.space.id, id, ...draft });
      return { kind: 'floor.added', after: draft };
    });
    return { id, ...draft };
  }

  async edit(changing: Changing, id: string, edit: FloorEdit): Promise<Floor> {
    const floor = await this.change(changing, id, async (tx, { spaceId, ...before }) => {
      if (Object.keys(edit).length > 0) await tx.update(FloorEntity, { spaceId, id }, edit);
      const was = Object.fromEntries(Object.keys(edit).map((name) => [name, before[name as keyof FloorEdit]]));
      return { kind: 'floor.edited', before: was, after: edit };
    });
    const { level, name } = { ...floor, ...edit };
    return { id, level, name };
  }

  /** Removes a floor on which nothing stands; archived rooms are no longer on one. */
  async remove(changing: Changing, id: string): Promise<void> {
    await this.change(changing, id, async (tx, { spaceId, planId, level, name }) => {
      const inUse = await tx.query('SELECT FROM room WHERE space_id = $1 AND floor_id = $2 AND archived_at IS NULL', [spaceId, id]);
      if (inUse.length > 0) refuse('floor/not-empty');
      await tx.query('UPDATE room SET floor_id = NULL, outline = NULL WHERE space_id = $1 AND floor_id = $2', [spaceId, id]);
      await tx.delete(FloorEntity, { spaceId, id });
      await dropFile(tx, planId);
      return { kind: 'floor.removed', before: { level, name } };
    });
  }

  /** Lays a drawing under the rooms; null takes it away. */
  async draw(changing: Changing, id: string, upload: { file: File; name: string } | null): Promise<void> {
    await this.change(changing, id, async (tx, { spaceId, planId }) => {
      const kept = upload && (await keepFile(tx, { ...upload, by: changing.person.personId, now: this.clock.now() }));
      await tx.update(FloorEntity, { spaceId, id }, { planId: kept });
      await dropFile(tx, planId);
      return { kind: 'floor.edited', before: { drawing: planId !== null }, after: { drawing: upload?.name || upload !== null } };
    });
  }

  async drawing({ id: spaceId }: SpaceEntity, id: string) {
    const floor = await this.db.manager.findOneBy(FloorEntity, { spaceId, id });
    return floor?.planId ? fileById(this.db.manager, floor.planId) : refuse('not-found');
  }

  private async change(
    changing: Changing,
    id: string,
    act: (tx: EntityManager, floor: FloorEntity) => Promise<Told>,
  ): Promise<FloorEntity> {
    let found: FloorEntity | null = null;
    await this.record(changing, id, async (tx) => {
      const where = { spaceId: changing.space.id, id };
      found = await tx.findOne(FloorEntity, { where, lock: { mode: 'pessimistic_write' } });
      return found ? act(tx, found) : refuse('not-found');
    });
    return found ?? refuse('not-found');
  }

  private async record({ person, space, requestId }: Changing, id: string, act: (tx: EntityManager) => Promise<Told>): Promise<void> {
    refuseUnlessRunning(person, space.id);
    try {
      await this.db.transaction(async (tx) => {
        const told = await act(tx);
        await record(tx, { ...told, entityId: id, spaceId: space.id, personId: person.personId, requestId });
      });
    } catch (error) {
      if (breaks(error, 'floor_level_unique')) {
        refuse('floor/level-taken', { errors: [{ path: 'level', message: 'another floor is there' }] });
      }
      throw error;
    }
    this.chronicler.nudge();
  }
}
