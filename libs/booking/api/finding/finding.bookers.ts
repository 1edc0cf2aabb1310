import type { Booker, QuotaFacts, Stay } from '@bota/booking/domain';
import { type Actor, organisationIdsOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import type { Queryable } from '../facts.queries';
import { readBook } from '../quotas/quota.books';
import { quotasOf } from '../quotas/quota.queries';

type Question = { actor: Actor; space: SpaceEntity; now: Date; from: Date; to: Date };
type Row = { organisationId: string; stays: Stay[]; quotas: QuotaFacts[] };

/** The organisations of who looks that live or lived in the house, and what they have of their quotas in a window. */
export async function bookersFor(db: Queryable, { actor, space, now, from, to }: Question): Promise<Booker[]> {
  const mine = organisationIdsOf(actor);
  const rows = mine.length > 0 ? await db.query<Row[]>(BOOKERS, [space.id, mine]) : [];
  const account = { spaceId: space.id, zone: space.zone, now };
  const bookOf = ({ organisationId, quotas }: Row) => readBook(db, { ...account, organisationId, quotas }, [{ start: from, end: to }]);
  return Promise.all(
    rows.map(async (row) => ({
      organisationId: row.organisationId,
      stays: row.stays,
      book: row.quotas.length > 0 ? await bookOf(row) : null,
    })),
  );
}

const BOOKERS = `/* booking_bookers */
  SELECT o.id AS "organisationId", ${quotasOf('o.id')} AS quotas,
    (SELECT json_agg(json_build_object('from', lower(during), 'to', upper(during))) FROM residency WHERE space_id = $1 AND organisation_id = o.id) AS stays
  FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, place)
  WHERE EXISTS (SELECT FROM residency WHERE space_id = $1 AND organisation_id = o.id) ORDER BY o.place`;
