import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { HandOut, HouseKey, KeyEnd, KeyHolding } from '@bota/residents/domain';
import { Clock, PersonalData, newId, record, refuse } from '@bota/shared/api';
import { can, dateOf } from '@bota/shared/domain';
import { type KeyRow, keyById, keyView, lockKey } from './key.queries';
import type { Asking } from './keys.service';

type Holders = { personId: string | null; organisationId: string | null };
type Act = { kind: string; holders?: Holders; before?: unknown; after?: unknown };

/** Who holds a key: handing out, taking back, losing, finding again. The history stays. */
@Injectable()
export class KeyHolders implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  /** An erased person stays the holder, without a name: the key is still out. */
  onModuleInit(): void {
    this.personalData.declare({ name: 'keys', read: (tx, personId) => tx.query(OF_PERSON, [personId]) });
  }

  handOut(asking: Asking, id: string, { personId, organisationId, since }: HandOut): Promise<HouseKey> {
    const { space, person } = asking;
    const day = since ?? this.today(asking);
    return this.change(asking, id, async (tx, key) => {
      if (key.lostOn) refuse('key/lost');
      if (key.holding) refuse('key/held');
      this.refuseFuture(asking, 'since', day);
      await refuseOverlap(tx, space.id, id, day);
      await refuseStranger(tx, space.id, { personId, organisationId }, this.today(asking));
      await tx.query(HAND_OUT, [space.id, newId(), id, personId, organisationId, day, person.personId]);
      return { kind: 'key.handed-out', holders: { personId, organisationId }, after: { to: personId, since: day } };
    });
  }

  takeBack(asking: Asking, id: string, { on }: KeyEnd): Promise<HouseKey> {
    return this.change(asking, id, async (tx, { holding }) => {
      if (!holding) return refuse('key/not-held');
      const day = await this.end(tx, asking, holding, 'returned', on);
      return { kind: 'key.returned', holders: holdersOf(holding), before: { since: holding.since }, after: { endedOn: day } };
    });
  }

  /** Lost by who holds it, or from the cupboard. */
  lose(asking: Asking, id: string, { on }: KeyEnd): Promise<HouseKey> {
    return this.change(asking, id, async (tx, { holding, lostOn }) => {
      if (lostOn) refuse('key/lost');
      const day = holding ? await this.end(tx, asking, holding, 'lost', on) : (on ?? this.today(asking));
      this.refuseFuture(asking, 'on', day);
      await tx.query(LOST, [asking.space.id, id, day]);
      return { kind: 'key.lost', ...(holding && { holders: holdersOf(holding) }), after: { lostOn: day } };
    });
  }

  find(asking: Asking, id: string): Promise<HouseKey> {
    return this.change(asking, id, async (tx, { lostOn }) => {
      if (!lostOn) refuse('key/not-lost');
      await tx.query(LOST, [asking.space.id, id, null]);
      return { kind: 'key.found', before: { lostOn } };
    });
  }

  private change(asking: Asking, id: string, act: (tx: EntityManager, key: KeyRow) => Promise<Act>): Promise<HouseKey> {
    const { person, space, requestId } = asking;
    if (!can(person, 'key:manage', { spaceId: space.id })) refuse('not-allowed');
    return this.db.transaction(async (tx) => {
      const { kind, holders, ...change } = await act(tx, await lockKey(tx, space.id, id));
      const organisationId = holders?.organisationId ?? null;
      await record(tx, { kind, entityId: id, spaceId: space.id, personId: person.personId, organisationId, requestId, ...change });
      return keyView(await keyById(tx, space.id, id));
    });
  }

  private async end(tx: EntityManager, asking: Asking, { id, since }: KeyHolding, ending: 'returned' | 'lost', on?: string) {
    const day = on ?? this.today(asking);
    this.refuseFuture(asking, 'on', day);
    if (day < since) refuse('key/too-early', { errors: [{ path: 'on', message: `not before ${since}` }] });
    await tx.query(END, [asking.space.id, id, day, ending, asking.person.personId]);
    return day;
  }

  private refuseFuture(asking: Asking, path: 'since' | 'on', day: string): void {
    if (day > this.today(asking)) refuse('key/in-future', { errors: [{ path, message: 'not after today' }] });
  }

  private today = ({ space }: Asking): string => dateOf(this.clock.now(), space.zone);
}

const holdersOf = ({ person, organisation }: KeyHolding): Holders => ({
  personId: person?.id ?? null,
  organisationId: organisation?.id ?? null,
});

/** A key goes to an organisation that lives here or will, to its members, or to somebody of the team. */
async function refuseStranger(tx: EntityManager, spaceId: string, { personId, organisationId }: Holders, today: string): Promise<void> {
  const [known] = await tx.query<{ isKnown: boolean }[]>(KNOWN, [spaceId, personId, organisationId, today]);
  const path = personId ? 'personId' : 'organisationId';
  if (!known?.isKnown) refuse('key/unknown-holder', { errors: [{ path, message: 'does not belong to the house' }] });
}

/** Not before whoever had it last gave it back. */
async function refuseOverlap(tx: EntityManager, spaceId: string, keyId: string, since: string): Promise<void> {
  const [last] = await tx.query<{ day: string | null }[]>(LAST_END, [spaceId, keyId]);
  if (last?.day && since < last.day) refuse('key/too-early', { errors: [{ path: 'since', message: `not before ${last.day}` }] });
}

const LAST_END = 'SELECT max(ended_on)::text AS day FROM key_holding WHERE space_id = $1 AND key_id = $2';
const KNOWN = `
  WITH home AS (SELECT organisation_id AS id FROM residency WHERE space_id = $1 AND (upper_inf(during) OR upper(during) > $4::date))
  SELECT ($3::uuid IS NULL OR $3 IN (SELECT id FROM home)) AND ($2::uuid IS NULL
    OR EXISTS (SELECT FROM membership WHERE person_id = $2 AND organisation_id IN (SELECT id FROM home)
               AND ($3::uuid IS NULL OR organisation_id = $3))
    OR ($3::uuid IS NULL AND EXISTS (SELECT FROM house_role WHERE space_id = $1 AND person_id = $2))) AS "isKnown"`;
const HAND_OUT = `
  INSERT INTO key_holding (space_id, id, key_id, person_id, organisation_id, since, handed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const END = 'UPDATE key_holding SET ended_on = $3, ending = $4, ended_by = $5 WHERE space_id = $1 AND id = $2';
const LOST = 'UPDATE house_key SET lost_on = $3, version = version + 1 WHERE space_id = $1 AND id = $2';
const OF_PERSON = `
  SELECT s.name AS space, k.label, k.kind, k.opens, h.since::text AS since, h.ended_on::text AS "endedOn", h.ending
  FROM key_holding h JOIN house_key k ON k.space_id = h.space_id AND k.id = h.key_id JOIN space s ON s.id = h.space_id
  WHERE h.person_id = $1 ORDER BY h.since`;
