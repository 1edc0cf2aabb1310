import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type SeasonWish,
  type SeasonWishDraft,
  type SeasonWishEdit,
  type SeasonWishList,
  type SeasonWishOrder,
  whyNotAppeal,
  whyNotWish,
} from '@bota/booking/domain';
import { Clock, newId, record, refuse } from '@bota/shared/api';
import { can, dateOf, organisationIdsOf } from '@bota/shared/domain';
import type { Asking } from '../asking';
import { type Reading, SeasonRoundsService, refuseSeason } from './season-rounds.service';
import { type RoundRow, type WishRow, lockRound, refuseStranger, residentsOf, wishById, wishesOf } from './season.queries';

const MOST_WISHES = 20;

/** What organisations wish for. Those of others are seen once the plan is published. */
@Injectable()
export class SeasonWishesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: SeasonRoundsService,
  ) {}

  async list(reading: Reading, roundId: string): Promise<SeasonWishList> {
    const { space, person } = reading;
    await refuseStranger(this.db, space, person, this.clock.now());
    const round = await this.rounds.visible(reading, roundId);
    const seesAll = round.publishedAt !== null || can(person, 'season:run', { spaceId: space.id });
    const rows = await wishesOf(this.db, space.id, roundId, seesAll ? null : organisationIdsOf(person));
    return { items: rows.map((row) => this.view(reading, round, row)) };
  }

  async file(asking: Asking, roundId: string, draft: SeasonWishDraft): Promise<SeasonWish> {
    const { space, person } = asking;
    const id = newId();
    await this.change(asking, roundId, draft.organisationId, async (tx, round) => {
      const [resident] = await residentsOf(tx, space.id, round, [draft.organisationId]);
      if (!resident) refuse('season/not-resident', { errors: [{ path: 'organisationId', message: 'not resident during this season' }] });
      const own = await wishesOf(tx, space.id, roundId, [draft.organisationId]);
      if (own.length >= MOST_WISHES) refuse('season/too-many-wishes');
      const { title, attendees, features } = draft;
      const filed = [person.personId, this.clock.now()];
      await tx.query(FILE, [space.id, id, roundId, draft.organisationId, own.length + 1, title, attendees, features, ...filed]);
      await this.setChoices(tx, round, { spaceId: space.id, id, draft });
      return { kind: 'season.wished', entityId: id, after: draft };
    });
    return this.one(asking, roundId, id);
  }

  async edit(asking: Asking, roundId: string, id: string, draft: SeasonWishEdit): Promise<SeasonWish> {
    const before = await this.own(asking, roundId, id);
    await this.change(asking, roundId, before.organisationId, async (tx, round) => {
      await wishById(tx, asking.space.id, roundId, id);
      await tx.query(EDIT, [asking.space.id, id, draft.title, draft.attendees, draft.features]);
      await tx.query('DELETE FROM season_choice WHERE space_id = $1 AND wish_id = $2', [asking.space.id, id]);
      await this.setChoices(tx, round, { spaceId: asking.space.id, id, draft });
      const { title, attendees, features, choices } = before;
      return { kind: 'season.wish-edited', entityId: id, before: { title, attendees, features, choices }, after: draft };
    });
    return this.one(asking, roundId, id);
  }

  /** The needs after it move up. */
  async withdraw(asking: Asking, roundId: string, id: string): Promise<void> {
    const { organisationId } = await this.own(asking, roundId, id);
    await this.change(asking, roundId, organisationId, async (tx) => {
      const { title } = await wishById(tx, asking.space.id, roundId, id);
      await tx.query('DELETE FROM season_wish WHERE space_id = $1 AND id = $2', [asking.space.id, id]);
      await tx.query(CLOSE_RANKS, [asking.space.id, roundId, organisationId]);
      return { kind: 'season.wish-withdrawn', entityId: id, before: { title } };
    });
  }

  async order(asking: Asking, roundId: string, { organisationId, wishIds }: SeasonWishOrder): Promise<SeasonWishList> {
    await this.change(asking, roundId, organisationId, async (tx) => {
      const own = await wishesOf(tx, asking.space.id, roundId, [organisationId]);
      const isWhole = own.length === wishIds.length && own.every(({ id }) => wishIds.includes(id));
      if (!isWhole) refuse('season/wish-order', { errors: [{ path: 'wishIds', message: 'each wish of the organisation once' }] });
      await tx.query(ORDER, [asking.space.id, wishIds]);
      const titles = (ids: readonly string[]) => ids.map((id) => own.find((one) => one.id === id)?.title ?? '');
      const change = { before: { wishes: titles(own.map(({ id }) => id)) }, after: { wishes: titles(wishIds) } };
      return { kind: 'season.wishes-ordered', entityId: own[0]?.id ?? roundId, ...change };
    });
    return this.list(asking, roundId);
  }

  /** The wish as far as it exists for who asks: of others only once it is published, or for coordinators. */
  private async own(asking: Asking, roundId: string, id: string): Promise<WishRow> {
    await refuseStranger(this.db, asking.space, asking.person, this.clock.now());
    const round = await this.rounds.visible(asking, roundId);
    const row = await wishById(this.db, asking.space.id, roundId, id);
    const isOwn = can(asking.person, 'season:wish', { spaceId: asking.space.id, organisationId: row.organisationId });
    return isOwn ? row : refuse(round.publishedAt ? 'not-allowed' : 'not-found');
  }

  private one = async (reading: Reading, roundId: string, id: string): Promise<SeasonWish> =>
    this.view(reading, await this.rounds.visible(reading, roundId), await wishById(this.db, reading.space.id, roundId, id));

  private async change(asking: Asking, roundId: string, organisationId: string, write: Write): Promise<void> {
    const { space, person, requestId } = asking;
    await refuseStranger(this.db, space, person, this.clock.now());
    await this.rounds.visible(asking, roundId);
    if (!can(person, 'season:wish', { spaceId: space.id, organisationId })) refuse('not-allowed');
    await this.db.transaction(async (tx) => {
      const round = await lockRound(tx, space.id, roundId);
      refuseSeason(whyNotWish(round.state, round, dateOf(this.clock.now(), space.zone)));
      const entry = await write(tx, round);
      await record(tx, { spaceId: space.id, personId: person.personId, organisationId, requestId, ...entry });
    });
  }

  private async setChoices(tx: EntityManager, round: RoundRow, { spaceId, id, draft }: Chosen): Promise<void> {
    const errors = draft.choices.flatMap(({ roomId }, index) =>
      roomId === null || round.roomIds.includes(roomId) ? [] : [{ path: `choices.${index}.roomId`, message: 'no room of this round' }],
    );
    if (errors.length > 0) refuse('season/unknown-room', { errors });
    const rows = draft.choices.map((choice, index) => ({ rank: index + 1, room: choice.roomId, ...choice }));
    await tx.query(CHOOSE, [spaceId, id, JSON.stringify(rows)]);
  }

  private view({ space, person }: Reading, round: RoundRow, row: WishRow): SeasonWish {
    const { id, organisationId, organisation, need, title, attendees, features, choices, bookingId } = row;
    const isOwn = can(person, 'season:wish', { spaceId: space.id, organisationId });
    const today = dateOf(this.clock.now(), space.zone);
    const may = {
      edit: isOwn && whyNotWish(round.state, round, today) === null,
      appeal: isOwn && whyNotAppeal(round.state, round, today) === null,
    };
    return { id, organisationId, organisation, need, title, attendees, features, choices, bookingId, may };
  }
}

type Chosen = { spaceId: string; id: string; draft: SeasonWishEdit };
type Write = (tx: EntityManager, round: RoundRow) => Promise<{ kind: string; entityId: string; before?: unknown; after?: unknown }>;

const FILE = `
  INSERT INTO season_wish (space_id, id, round_id, organisation_id, need, title, attendees, features, filed_by, filed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const EDIT = 'UPDATE season_wish SET title = $3, attendees = $4, features = $5 WHERE space_id = $1 AND id = $2';
const CHOOSE = `
  INSERT INTO season_choice (space_id, wish_id, rank, room_id, weekday, starts, ends)
  SELECT $1, $2, c.rank, c.room, c.weekday, c.start, c."end"
  FROM jsonb_to_recordset($3::jsonb) AS c(rank smallint, room uuid, weekday smallint, start text, "end" text)`;
const ORDER = `
  UPDATE season_wish SET need = o.need FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, need) WHERE space_id = $1 AND season_wish.id = o.id`;
const CLOSE_RANKS = `
  UPDATE season_wish w SET need = o.need
  FROM (SELECT id, row_number() OVER (ORDER BY need) AS need FROM season_wish WHERE space_id = $1 AND round_id = $2 AND organisation_id = $3) o
  WHERE w.space_id = $1 AND w.id = o.id`;
