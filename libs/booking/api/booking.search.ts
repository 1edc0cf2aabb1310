import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Visibility, maySee } from '@bota/booking/domain';
import { type ScoredHit, Search, type SearchQuestion, isLike, saysWords, score } from '@bota/shared/api';
import { can, organisationIdsOf } from '@bota/shared/domain';
import { INVITED_TO } from './participants/participant.queries';

/** Of more matches than this, the latest are looked at: nobody searches beyond. */
const MOST = 300;
/** Slips of the finger are forgiven among so many of the latest bookings: likeness has no index, which would slow booking itself. */
const LATEST = 5000;

type Row = {
  id: string;
  title: string;
  organisationId: string;
  organisation: string;
  visibility: Visibility;
  isInvited: boolean;
  start: Date;
  end: Date;
};
type Scored = Row & { score: number };

/** Bookings by their title and description, as far as the reader sees those or takes part in them. */
@Injectable()
export class BookingSearch implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly search: Search,
  ) {}

  onModuleInit(): void {
    this.search.declare((question) => this.find(question));
  }

  private async find({ text, words, spaceId, actor, isResident, now, limit }: SearchQuestion): Promise<ScoredHit[]> {
    const reader = { ...actor, isResident };
    const seesAll = can(actor, 'booking:see-private', { spaceId });
    const seesResidents = can(actor, 'booking:see-residents', { spaceId, isResident });
    const own = organisationIdsOf(actor);
    const asked = [text, words, spaceId, seesAll, seesResidents, own, now, limit, actor.personId];
    const said = await this.db.query<Scored[]>(BY_WORDS, [...asked, MOST]);
    const rows = said.length > 0 ? said : await this.db.query<Scored[]>(BY_LIKENESS, [...asked, LATEST]);
    return rows
      .filter((row) => row.isInvited || maySee(reader, { spaceId, ...row }))
      .map(({ id, title, organisation, start, end, score: alike }) => ({
        ...{ kind: 'booking' as const, id, ref: id, title, detail: { fr: organisation } },
        ...{ start: start.toISOString(), end: end.toISOString(), score: alike },
      }));
  }
}

const ALL = `b.title || ' ' || b.description`;

const IS_INVITED = `(b.stage = 'confirmed' AND b.id = ANY(ARRAY(SELECT booking_id FROM (${INVITED_TO('$3', 'ARRAY[$9::uuid]')}) invited)))`;

const MAY_BE_SEEN = `(${IS_INVITED} OR $4::boolean OR b.visibility = 'public' OR (b.visibility = 'residents' AND $5::boolean) OR b.organisation_id = ANY($6::uuid[]))`;

const bookings = (candidates: string) => `
  SELECT b.id, b.title, b.visibility, ${IS_INVITED} AS "isInvited", b.organisation_id AS "organisationId", g.name AS organisation, d.starts_at AS start, d.ends_at AS "end",
    -- What is to come before what is past, where both are as alike.
    ${score('b.title', ALL)} - CASE WHEN d.ends_at < $7 THEN 0.1 ELSE 0 END AS score
  FROM (${candidates}) b
    JOIN organisation g ON g.id = b.organisation_id
    CROSS JOIN LATERAL (SELECT starts_at, ends_at FROM occurrence o
      WHERE o.space_id = b.space_id AND o.booking_id = b.id AND o.status = 'confirmed'
      ORDER BY o.ends_at < $7, abs(extract(epoch FROM o.starts_at - $7)) LIMIT 1) d
  ORDER BY score DESC, d.starts_at LIMIT $8`;

const BY_WORDS = bookings(`SELECT * FROM booking b
  WHERE b.space_id = $3 AND b.cancelled_at IS NULL AND ${saysWords(ALL)} AND ${MAY_BE_SEEN} ORDER BY b.starts_at DESC LIMIT $10`);

const BY_LIKENESS = bookings(`SELECT * FROM
  (SELECT * FROM booking WHERE space_id = $3 AND cancelled_at IS NULL ORDER BY id DESC LIMIT $10) b
  WHERE ${isLike('b.title')} AND ${MAY_BE_SEEN}`);
