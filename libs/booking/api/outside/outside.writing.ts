import { LINK_HOURS, type OutsideAsk } from '@bota/booking/domain';
import { digest } from '@bota/people/api';
import { addMinutes } from '@bota/shared/domain';
import type { Queryable } from '../facts.queries';
import { INSERT } from './outside.queries';

/** `token`: the secret by which it is confirmed; null, it is confirmed already. */
export type NewAsk = Omit<OutsideAsk, 'start' | 'end' | 'stamp' | 'website'> & {
  spaceId: string;
  id: string;
  start: Date;
  end: Date;
  token: string | null;
  now: Date;
};

/** Only the digest of the secret is kept. */
export function writeAsk(tx: Queryable, { spaceId, id, start, end, token, now, ...ask }: NewAsk): Promise<unknown> {
  const { name, organisation, email, phone, language, purpose, message, roomId, attendees } = ask;
  return tx.query(INSERT, [
    ...[spaceId, id, name, organisation ?? null, email, phone ?? null, language, purpose, message, roomId ?? null, attendees],
    ...[start, end, now, token && digest(token), addMinutes(now, LINK_HOURS * 60), token ? null : now],
  ]);
}
