import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Chronicler, Clock, dropFile, fileById, keepFile, record, refuse } from '@bota/shared/api';
import { isZone } from '@bota/shared/domain';
import type { SpaceEdit } from '@bota/spaces/domain';
import type { Changing } from './changing';
import { RoomUses } from './room.uses';
import { refuseUnlessRunning } from './running';
import { SpaceEntity } from './space.entity';
import { spaceView } from './space.view';
import { SpacesService } from './spaces.service';

type Told = { before: Record<string, unknown>; after: Record<string, unknown> };

/** What the house says of itself. */
@Injectable()
export class HouseService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly chronicler: Chronicler,
    private readonly spaces: SpacesService,
    private readonly uses: RoomUses,
  ) {}

  edit(changing: Changing, edit: SpaceEdit, version?: number): Promise<SpaceEntity> {
    return this.change(changing, async (tx, house) => {
      if (version !== undefined && version !== house.version) refuse('stale-version', { current: spaceView(house, changing.person) });
      if (edit.zone !== undefined && edit.zone !== house.zone) await this.refuseZone(tx, house, edit.zone);
      const names = (Object.keys(edit) as (keyof SpaceEdit)[]).filter((name) => JSON.stringify(house[name]) !== JSON.stringify(edit[name]));
      if (names.length === 0) return null;
      await tx.update(SpaceEntity, { id: house.id }, { ...edit, version: house.version + 1 });
      const pick = (from: SpaceEdit) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
      return { before: pick(house), after: pick(edit) };
    });
  }

  /** Shows a logo in place of the product's own; null takes it away. */
  logo(changing: Changing, upload: { file: File; name: string } | null): Promise<SpaceEntity> {
    return this.change(changing, async (tx, { id, logoId, version }) => {
      const kept = upload && (await keepFile(tx, { ...upload, by: changing.person.personId, now: this.clock.now() }));
      await tx.update(SpaceEntity, { id }, { logoId: kept, version: version + 1 });
      await dropFile(tx, logoId);
      return { before: { logo: logoId !== null }, after: { logo: upload?.name || upload !== null } };
    });
  }

  async logoFile({ id }: SpaceEntity) {
    const house = await this.db.manager.findOneBy(SpaceEntity, { id });
    return house?.logoId ? fileById(this.db.manager, house.logoId) : refuse('not-found');
  }

  /** Times that are promised already would be said otherwise: a house with bookings ahead does not move. */
  private async refuseZone(tx: EntityManager, { id }: SpaceEntity, zone: string): Promise<void> {
    if (!isZone(zone)) refuse('space/unknown-zone', { errors: [{ path: 'zone', message: 'not an IANA zone' }] });
    if (await this.uses.anyOf(tx, 'bookings', id, null, this.clock.now())) refuse('space/zone-in-use');
  }

  private async change(
    { person, space, requestId }: Changing,
    act: (tx: EntityManager, house: SpaceEntity) => Promise<Told | null>,
  ): Promise<SpaceEntity> {
    const { id } = space;
    refuseUnlessRunning(person, id);
    const changed = await this.db.transaction(async (tx) => {
      const house = await tx.findOneOrFail(SpaceEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const told = await act(tx, house);
      if (told) await record(tx, { kind: 'space.edited', entityId: id, spaceId: id, personId: person.personId, requestId, ...told });
      return tx.findOneByOrFail(SpaceEntity, { id });
    });
    this.spaces.forget(id);
    this.chronicler.nudge();
    return changed;
  }
}
