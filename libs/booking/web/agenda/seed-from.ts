import { Layout } from '@bota/spaces/domain';
import type { SpaceStore } from '@bota/spaces/web';
import type { Seed } from '../book/desk';

/** The wish an address places on the desk: rooms by slug, a time, how many come, how the room stands; null when it places none. */
export function seedFrom(params: Record<string, string | undefined>, store: Pick<SpaceStore, 'roomBySlug'>): Seed | null {
  const { room, start, end, attendees } = params;
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
