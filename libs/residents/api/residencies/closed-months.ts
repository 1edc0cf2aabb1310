import { addMonths, closedMonthAltered, firstDayOf } from '@bota/residents/domain';
import { refuse } from '@bota/shared/api';
import { type Queryable, type ResidencyRow, measuresOf } from './residency.queries';

type Place = { spaceId: string; path: string };
type Terms = Omit<ResidencyRow, 'noticeOn' | 'version' | 'occupancies'> & { occupancies: readonly ResidencyRow['occupancies'][number][] };

/**
 * Refuses what would have been charged otherwise in a month that is closed: its statements stand, and nobody would hear of it. The books
 * are locked, so that no month is closed meanwhile.
 */
export async function keepClosedMonths(tx: Queryable, { spaceId, path }: Place, before: Terms | null, after: Terms): Promise<void> {
  const closed = await closedMonths(tx, spaceId);
  const last = closed.at(-1);
  if (last === undefined) return;
  const rooms = await measuresOf(tx, spaceId, [...(before?.occupancies ?? []), ...after.occupancies]);
  const month = closedMonthAltered({ before: before && charged(before), after: charged(after), rooms }, closed);
  if (month === null) return;
  const detail = `${month} is closed: it changes from ${firstDayOf(addMonths(last, 1))} on, or by a correction`;
  refuse('residency/month-closed', { detail, errors: [{ path, message: detail }], reasons: [{ code: 'MONTH_CLOSED', month }] });
}

/** The months of a house whose statements are closed, in order. */
export const closedMonths = async (db: Queryable, spaceId: string): Promise<string[]> =>
  (await db.query<{ month: string }[]>(CLOSED, [spaceId])).map(({ month }) => month);

const charged = ({ occupancies: occupied, ...terms }: Terms) => ({ ...terms, occupied });

const CLOSED = `SELECT to_char(month, 'YYYY-MM') AS month FROM closed_period WHERE space_id = $1 ORDER BY month`;
