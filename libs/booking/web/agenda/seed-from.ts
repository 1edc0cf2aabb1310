import { LocalDate } from '@bota/shared/domain';
import { Layout } from '@bota/spaces/domain';
import type { SpaceStore } from '@bota/spaces/web';
import type { Seed } from '../book/desk';

const CLOCK = /^T([01]\d|2[0-3]):[0-5]\d$/;
/** A time of the house as the address says it; what is none is left out. */
const wallIn = (text = '') => (LocalDate.safeParse(text.slice(0, 10)).success && CLOCK.test(text.slice(10)) ? text : '');

/** The wish an address places on the desk: rooms by slug, a time, how many come, how the room stands; null when it places none. */
export function seedFrom(params: Record<string, string | undefined>, store: Pick<SpaceStore, 'roomBySlug'>): Seed | null {
  const { room, attendees } = params;
  const [start, end] = [wallIn(params['start']), wallIn(params['end'])];
  const roomIds = (room?.split(',') ?? []).flatMap((slug) => store.roomBySlug(slug)?.id ?? []);
  if (roomIds.length === 0 && !start) return null;
  const layout = Layout.options.find((one) => one === params['layout']);
  return {
    ...(roomIds.length ? { roomIds } : {}),
    ...(start ? { start, ...(end ? { end } : {}) } : {}),
    ...(/^[1-9]\d{0,4}$/.test(attendees ?? '') ? { attendees: Number(attendees) } : {}),
    ...(layout ? { layout } : {}),
  };
}
