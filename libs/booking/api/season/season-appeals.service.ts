import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type SeasonAppeal,
  type SeasonAppealAnswer,
  type SeasonAppealDraft,
  type SeasonAppealList,
  type SeasonSlot,
  exclude,
  isWorthGiving,
  outlookOf,
  whyNotAppeal,
} from '@bota/booking/domain';
import { Clock, breaks, newId, record, refuse } from '@bota/shared/api';
import { can, dateOf, organisationIdsOf } from '@bota/shared/domain';
import type { Asking } from '../asking';
import type { Queryable } from '../facts.queries';
import { type Reading, SeasonRoundsService, refuseSeason } from './season-rounds.service';
import { SeasonNotices } from './season.notices';
import { groundOf, placeOf, replanned } from './season.planning';
import { keepPlan, publishedOf, titlesOf } from './season.plan.queries';
import { type RoundRow, lockRound, refuseStranger, wishById } from './season.queries';

type AppealRow = Omit<SeasonAppeal, 'filedAt' | 'answeredAt'> & { roundId: string; filedAt: Date; answeredAt: Date | null };

/** Appeals against a published plan: an organisation says what is wrong with its result, the coordinators answer. */
@Injectable()
export class SeasonAppealsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: SeasonRoundsService,
    private readonly notices: SeasonNotices,
  ) {}

  /** All for coordinators, for others those of their organisations. */
  async list(reading: Reading, roundId: string): Promise<SeasonAppealList> {
    const { space, person } = reading;
    await refuseStranger(this.db, space, person, this.clock.now());
    await this.rounds.visible(reading, roundId);
    const only = can(person, 'season:run', { spaceId: space.id }) ? null : organisationIdsOf(person);
    const rows = await this.db.query<AppealRow[]>(OF_ROUND, [space.id, roundId, only]);
    return { items: rows.map(view) };
  }

  async file(asking: Asking, roundId: string, { wishId, text }: SeasonAppealDraft): Promise<SeasonAppeal> {
    const { space, person, requestId } = asking;
    await refuseStranger(this.db, space, person, this.clock.now());
    await this.rounds.visible(asking, roundId);
    return this.db
      .transaction(async (tx) => {
        const round = await lockRound(tx, space.id, roundId);
        refuseSeason(whyNotAppeal(round.state, round, dateOf(this.clock.now(), space.zone)));
        const wish = await wishById(tx, space.id, roundId, wishId);
        const { organisationId, title } = wish;
        if (!can(person, 'season:wish', { spaceId: space.id, organisationId })) refuse('not-allowed');
        const id = newId();
        await tx.query(FILE, [space.id, id, roundId, wishId, text, person.personId, this.clock.now()]);
        const entry = { kind: 'season.appealed', entityId: id, after: { title, text } };
        await record(tx, { spaceId: space.id, personId: person.personId, organisationId, requestId, ...entry });
        await this.notices.appealed(tx, { person, space, round }, { id, wish });
        return view(await appealById(tx, space.id, id));
      })
      .catch((error: unknown) =>
        breaks(error, 'season_appeal_once') ? refuse('season/already-appealed') : Promise.reject(error as Error),
      );
  }

  /** Accepted with another place, which must be free in the plan and in the room; or declined with a reason. */
  async answer(asking: Asking, id: string, { slot, answer }: SeasonAppealAnswer): Promise<SeasonAppeal> {
    const { space, person } = asking;
    if (!can(person, 'season:run', { spaceId: space.id })) refuse('not-allowed');
    const { roundId } = await appealById(this.db, space.id, id);
    await this.rounds.step(asking, roundId, undefined, async (tx, round) => {
      const appeal = await appealById(tx, space.id, id);
      if (appeal.answeredAt) refuse('season/appeal-answered');
      if (round.state !== 'published') refuse('season/not-published');
      if (slot) await this.give(tx, asking, { round, wishId: appeal.wishId, slot });
      await tx.query(ANSWER, [space.id, id, slot !== null, answer, this.clock.now()]);
      const [title = ''] = await titlesOf(tx, space.id, [appeal.wishId]);
      await this.notices.answered(tx, { person, space, round }, { id, title, answer, isAccepted: slot !== null });
      return { kind: slot ? 'season.appeal-accepted' : 'season.appeal-declined', after: { title, answer, ...(slot && { place: slot }) } };
    });
    return view(await appealById(this.db, space.id, id));
  }

  private async give(tx: EntityManager, { space, person }: Asking, { round, wishId, slot }: Gift): Promise<void> {
    const now = this.clock.now();
    const published = await publishedOf(tx, space.id, round.id);
    if (!published) return refuse('season/not-published');
    if (!round.roomIds.includes(slot.roomId))
      refuse('season/unknown-room', { errors: [{ path: 'slot.roomId', message: 'no room of this round' }] });
    const ground = await groundOf(tx, { space, person, round, now });
    const place = placeOf(ground, slot);
    const others = published.plan.results.filter((result) => result.slot && result.wishId !== wishId);
    const given = others.find((result) => exclude(placeOf(ground, result.slot as SeasonSlot), place));
    if (given) refuse('season/slot-given', { detail: (await titlesOf(tx, space.id, [given.wishId]))[0] });
    const asked = ground.wishes.find((wish) => wish.id === wishId) ?? { attendees: null };
    const outlook = outlookOf(place, ground.season, asked);
    if (!isWorthGiving(outlook)) refuse('season/slot-refused', { reasons: outlook.codes.map((code) => ({ code, roomId: slot.roomId })) });
    const plan = replanned(ground, published.plan, { wishId, slot });
    await keepPlan(tx, { spaceId: space.id, roundId: round.id }, { plan, number: published.number + 1, publishedAt: now });
  }
}

type Gift = { round: RoundRow; wishId: string; slot: SeasonSlot };

async function appealById(db: Queryable, spaceId: string, id: string): Promise<AppealRow> {
  const [row] = await db.query<AppealRow[]>(`${APPEALS} AND a.id = $2`, [spaceId, id]);
  return row ?? refuse('not-found');
}

const view = ({ id, wishId, text, filedAt, isAccepted, answer, answeredAt }: AppealRow): SeasonAppeal => ({
  ...{ id, wishId, text, isAccepted, answer },
  filedAt: filedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});

const APPEALS = `
  SELECT a.id, a.round_id AS "roundId", a.wish_id AS "wishId", a.text, a.filed_at AS "filedAt", a.is_accepted AS "isAccepted", a.answer,
    a.answered_at AS "answeredAt"
  FROM season_appeal a JOIN season_wish w ON w.space_id = a.space_id AND w.id = a.wish_id WHERE a.space_id = $1`;
const OF_ROUND = `${APPEALS} AND a.round_id = $2 AND ($3::uuid[] IS NULL OR w.organisation_id = ANY($3)) ORDER BY a.answered_at NULLS FIRST, a.filed_at`;
const FILE = `
  INSERT INTO season_appeal (space_id, id, round_id, wish_id, text, filed_by, filed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const ANSWER = `
  UPDATE season_appeal SET is_accepted = $3, answer = $4, answered_at = $5 WHERE space_id = $1 AND id = $2`;
