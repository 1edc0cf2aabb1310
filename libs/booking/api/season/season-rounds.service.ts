import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type SeasonRefusal,
  type SeasonRound,
  type SeasonRoundDraft,
  type SeasonRoundEdit,
  type SeasonRoundList,
  whyNotAppeal,
  whyNotClose,
  wrongDay,
  whyNotOpen,
  whyNotPrepare,
  whyNotWish,
} from '@bota/booking/domain';
import { Clock, newId, record, refuse } from '@bota/shared/api';
import { can, dateOf, organisationIdsOf } from '@bota/shared/domain';
import type { Asking } from '../asking';
import type { Queryable } from '../facts.queries';
import { SeasonNotices } from './season.notices';
import { type RoundRow, livesHere, lockRound, refuseStranger, residentsOf, roundById, roundsOf } from './season.queries';

export type Reading = Omit<Asking, 'requestId'>;
export const refuseSeason = (code: SeasonRefusal | null): void => void (code && refuse(code));
type Counts = { organisationId: string; organisation: string; wishes: number; appeals: number }[];

/** The rounds of a house: preparing, opening, closing, and what a reader may do in each. */
@Injectable()
export class SeasonRoundsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: SeasonNotices,
  ) {}

  async list(reading: Reading): Promise<SeasonRoundList> {
    const { space, person } = reading;
    const run = can(person, 'season:run', { spaceId: space.id });
    const isResident = await livesHere(this.db, space, person, this.clock.now());
    if (!can(person, 'season:read', { spaceId: space.id, isResident })) refuse('not-allowed');
    const rows = (await roundsOf(this.db, space.id)).filter(({ state }) => run || state !== 'preparing');
    return { items: await Promise.all(rows.map((row) => this.view(this.db, reading, row))), may: { run } };
  }

  async one(reading: Reading, id: string): Promise<SeasonRound> {
    await refuseStranger(this.db, reading.space, reading.person, this.clock.now());
    return this.view(this.db, reading, await this.visible(reading, id));
  }

  /** The round as far as it exists for the reader. */
  async visible({ space, person }: Reading, id: string, db: Queryable = this.db): Promise<RoundRow> {
    const row = await roundById(db, space.id, id);
    return row.state === 'preparing' && !can(person, 'season:run', { spaceId: space.id }) ? refuse('not-found') : row;
  }

  async create(asking: Asking, draft: SeasonRoundDraft): Promise<SeasonRound> {
    const { person, space, requestId } = asking;
    if (!can(person, 'season:run', { spaceId: space.id })) refuse('not-allowed');
    refuseDates({ ...draft, appealsUntil: null });
    return this.db.transaction(async (tx) => {
      const id = newId();
      const { name, firstDay, lastDay, wishesUntil, opensOn } = draft;
      await tx.query(CREATE, [space.id, id, name, firstDay, lastDay, wishesUntil, opensOn, this.clock.now()]);
      await this.setRooms(tx, space.id, id, draft.roomIds);
      await record(tx, { kind: 'season.created', entityId: id, spaceId: space.id, personId: person.personId, requestId, after: draft });
      return this.view(tx, asking, await roundById(tx, space.id, id));
    });
  }

  /** Rooms and days of the season only while it is prepared; the last days for wishes and appeals also later. */
  async edit(asking: Asking, id: string, edit: SeasonRoundEdit, version?: number): Promise<SeasonRound> {
    return this.step(asking, id, version, async (tx, row) => {
      if (row.state === 'adopted' || row.state === 'closed') refuse('season/closed');
      if (edit.firstDay ?? edit.lastDay ?? edit.roomIds) refuseSeason(whyNotPrepare(row.state));
      if (edit.wishesUntil && row.state === 'published') refuse('season/wishes-over');
      if (edit.appealsUntil && row.state !== 'published') refuse('season/not-published');
      const { name, firstDay, lastDay, wishesUntil, appealsUntil, opensOn } = { ...row, ...edit };
      refuseDates({ firstDay, lastDay, wishesUntil, appealsUntil, opensOn });
      await tx.query(EDIT, [asking.space.id, id, name, firstDay, lastDay, wishesUntil, appealsUntil, opensOn]);
      if (edit.roomIds) await this.setRooms(tx, asking.space.id, id, edit.roomIds);
      // Who can still wish must not know how ties will fall.
      if (wishesUntil >= this.today(asking)) await tx.query(FORGET, [asking.space.id, id]);
      const before = Object.fromEntries(Object.keys(edit).map((key) => [key, row[key as keyof typeof edit]]));
      return { kind: 'season.edited', before, after: edit };
    });
  }

  async open(asking: Asking, id: string): Promise<SeasonRound> {
    return this.step(asking, id, undefined, async (tx, row) => {
      refuseSeason(whyNotOpen(row.state, row, this.today(asking)));
      await tx.query('UPDATE season_round SET opened_at = $3 WHERE space_id = $1 AND id = $2', [asking.space.id, id, this.clock.now()]);
      await this.notices.opened(tx, { ...asking, round: row });
      return { kind: 'season.opened', after: { wishesUntil: row.wishesUntil } };
    });
  }

  async close(asking: Asking, id: string): Promise<SeasonRound> {
    return this.step(asking, id, undefined, async (tx, row) => {
      refuseSeason(whyNotClose(row.state));
      await tx.query('UPDATE season_round SET closed_at = $3 WHERE space_id = $1 AND id = $2', [asking.space.id, id, this.clock.now()]);
      return { kind: 'season.closed', after: { name: row.name } };
    });
  }

  /** One step of a round: may I, the round locked and as I saw it, the change, the log. */
  async step(asking: Asking, id: string, version: number | undefined, change: Change): Promise<SeasonRound> {
    const { person, space, requestId } = asking;
    if (!can(person, 'season:run', { spaceId: space.id })) refuse('not-allowed');
    return this.db.transaction(async (tx) => {
      const row = await lockRound(tx, space.id, id);
      if (version !== undefined && version !== row.version) refuse('stale-version', { current: await this.view(tx, asking, row) });
      const entry = await change(tx, row);
      await tx.query('UPDATE season_round SET version = version + 1 WHERE space_id = $1 AND id = $2', [space.id, id]);
      await record(tx, { entityId: id, spaceId: space.id, personId: person.personId, requestId, ...entry });
      return this.view(tx, asking, await roundById(tx, space.id, id));
    });
  }

  /** Only rooms of the house that are booked: an office is nobody's for an evening. */
  private async setRooms(tx: EntityManager, spaceId: string, id: string, roomIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM season_room WHERE space_id = $1 AND round_id = $2', [spaceId, id]);
    const set = await tx.query<unknown[]>(SET_ROOMS, [spaceId, id, roomIds]);
    if (set.length < roomIds.length)
      refuse('season/unknown-room', { errors: [{ path: 'roomIds', message: 'rooms that are booked here' }] });
  }

  private today = ({ space }: Reading) => dateOf(this.clock.now(), space.zone);

  async view(db: Queryable, reading: Reading, row: RoundRow): Promise<SeasonRound> {
    const { space, person } = reading;
    const run = can(person, 'season:run', { spaceId: space.id });
    const own = organisationIdsOf(person);
    const wishFor = await residentsOf(db, space.id, row, run ? null : own);
    const counts = await db.query<Counts>(COUNTS, [space.id, row.id]);
    const seen = counts.filter(({ organisationId }) => run || own.includes(organisationId));
    const { id, name, firstDay, lastDay, wishesUntil, appealsUntil, opensOn, roomIds, state, version, report } = row;
    const today = this.today(reading);
    return {
      ...{ id, name, firstDay, lastDay, wishesUntil, appealsUntil, opensOn, roomIds, state, version, report, wishFor },
      counts: (row.publishedAt ? counts : seen).map(({ organisationId, organisation, wishes }) => ({
        organisationId,
        organisation,
        wishes,
      })),
      appealsWaiting: seen.reduce((sum, { appeals }) => sum + appeals, 0),
      may: {
        run,
        wish: wishFor.length > 0 && whyNotWish(state, row, today) === null,
        appeal: seen.length > 0 && whyNotAppeal(state, row, today) === null,
      },
    };
  }
}

export type Change = (tx: EntityManager, row: RoundRow) => Promise<{ kind: string; before?: unknown; after?: unknown }>;

function refuseDates(days: Parameters<typeof wrongDay>[0]): void {
  const path = wrongDay(days);
  if (path) refuse('season/dates-out-of-order', { errors: [{ path, message: 'out of order with the other days' }] });
}

const CREATE = `
  INSERT INTO season_round (space_id, id, name, first_day, last_day, wishes_until, opens_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const EDIT = `
  UPDATE season_round SET name = $3, first_day = $4, last_day = $5, wishes_until = $6, appeals_until = $7, opens_on = $8 WHERE space_id = $1 AND id = $2`;
const FORGET = `
  WITH forgotten AS (DELETE FROM season_decision WHERE space_id = $1 AND round_id = $2)
  UPDATE season_round SET seed = NULL WHERE space_id = $1 AND id = $2`;
const SET_ROOMS = `
  INSERT INTO season_room (space_id, round_id, room_id)
  SELECT $1, $2, id FROM room WHERE space_id = $1 AND id = ANY($3) AND bookable AND archived_at IS NULL RETURNING room_id`;
const COUNTS = `
  SELECT o.id AS "organisationId", o.name AS organisation, count(w.id)::int AS wishes,
    count(a.id)::int AS appeals
  FROM season_wish w JOIN organisation o ON o.id = w.organisation_id
    LEFT JOIN season_appeal a ON a.space_id = w.space_id AND a.wish_id = w.id AND a.answered_at IS NULL
  WHERE w.space_id = $1 AND w.round_id = $2 GROUP BY o.id ORDER BY o.name, o.id`;
