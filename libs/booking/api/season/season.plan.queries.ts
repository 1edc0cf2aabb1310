import type { SeasonPlan } from '@bota/booking/domain';
import type { Queryable } from '../facts.queries';

type Published = { plan: SeasonPlan; number: number; publishedAt: Date };

/** The plan as it was last published. */
export async function publishedOf(db: Queryable, spaceId: string, roundId: string): Promise<Published | null> {
  const [published] = await db.query<Published[]>(PUBLISHED, [spaceId, roundId]);
  return published ?? null;
}

/** From now on this is the published plan; those before stay. */
export const keepPlan = (
  db: Queryable,
  { spaceId, roundId }: { spaceId: string; roundId: string },
  { plan, number, publishedAt }: Published,
): Promise<unknown> => db.query(KEEP, [spaceId, roundId, number, JSON.stringify(plan), publishedAt]);

export const titlesOf = async (db: Queryable, spaceId: string, wishIds: readonly string[]): Promise<string[]> =>
  (await db.query<{ title: string }[]>(TITLES, [spaceId, wishIds])).map(({ title }) => title);

const PUBLISHED = `
  SELECT plan, number, published_at AS "publishedAt" FROM season_plan WHERE space_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1`;
const KEEP = 'INSERT INTO season_plan (space_id, round_id, number, plan, published_at) VALUES ($1, $2, $3, $4::jsonb, $5)';
const TITLES = 'SELECT title FROM season_wish WHERE space_id = $1 AND id = ANY($2)';
