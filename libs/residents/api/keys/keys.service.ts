import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HouseKey, KeyDraft, KeyEdit, KeyHistory, KeyList } from '@bota/residents/domain';
import { newId, record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import { RoomEntity, type SpaceEntity } from '@bota/spaces/api';
import { type KeyRow, holdingsOf, keyById, keyView, keysOf, lockKey } from './key.queries';

export type Asking = { person: SignedIn; space: SpaceEntity; requestId: string };

/** The keys and badges of the house. */
@Injectable()
export class KeysService {
  constructor(private readonly db: DataSource) {}

  /** All keys for coordinators; for admins what their organisation holds. */
  async list({ person, space }: Omit<Asking, 'requestId'>, organisationId?: string): Promise<KeyList> {
    if (!can(person, 'key:read', { spaceId: space.id, organisationId })) refuse('not-allowed');
    const rows = await keysOf(this.db, space.id, organisationId ?? null);
    return { items: rows.map(keyView), may: { manage: can(person, 'key:manage', { spaceId: space.id }) } };
  }

  async history({ person, space }: Omit<Asking, 'requestId'>, id: string): Promise<KeyHistory> {
    if (!can(person, 'key:manage', { spaceId: space.id })) refuse('not-allowed');
    return { ...keyView(await keyById(this.db, space.id, id)), holdings: await holdingsOf(this.db, space.id, id) };
  }

  async add({ person, space, requestId }: Asking, draft: KeyDraft): Promise<HouseKey> {
    if (!can(person, 'key:manage', { spaceId: space.id })) refuse('not-allowed');
    await this.refuseUnknownRoom(space.id, draft.roomId);
    return this.db.transaction(async (tx) => {
      const id = newId();
      await tx.query(ADD, [space.id, id, draft.label, draft.kind, draft.opens, draft.roomId]);
      await record(tx, { kind: 'key.added', entityId: id, spaceId: space.id, personId: person.personId, requestId, after: draft });
      return keyView(await keyById(tx, space.id, id));
    });
  }

  async edit({ person, space, requestId }: Asking, id: string, edit: KeyEdit, version?: number): Promise<HouseKey> {
    if (!can(person, 'key:manage', { spaceId: space.id })) refuse('not-allowed');
    await this.refuseUnknownRoom(space.id, edit.roomId);
    return this.db.transaction(async (tx) => {
      const before = await lockKey(tx, space.id, id);
      if (version !== undefined && version !== before.version) refuse('stale-version', { current: keyView(before) });
      const { label, kind, opens, roomId } = { ...before, ...edit };
      await tx.query(EDIT, [space.id, id, label, kind, opens, roomId]);
      const change = { before: pick(before, edit), after: edit };
      await record(tx, { kind: 'key.edited', entityId: id, spaceId: space.id, personId: person.personId, requestId, ...change });
      return keyView(await keyById(tx, space.id, id));
    });
  }

  private async refuseUnknownRoom(spaceId: string, roomId: string | null | undefined): Promise<void> {
    if (!roomId || (await this.db.manager.existsBy(RoomEntity, { spaceId, id: roomId }))) return;
    refuse('key/unknown-room', { errors: [{ path: 'roomId', message: 'not a room of this house' }] });
  }
}

const pick = (row: KeyRow, edit: KeyEdit) => Object.fromEntries((Object.keys(edit) as (keyof KeyEdit)[]).map((name) => [name, row[name]]));

const ADD = 'INSERT INTO house_key (space_id, id, label, kind, opens, room_id) VALUES ($1, $2, $3, $4, $5, $6)';
const EDIT = `
  UPDATE house_key SET label = $3, kind = $4, opens = $5, room_id = $6, version = version + 1 WHERE space_id = $1 AND id = $2`;
