import type { ReplyAnswer } from './reply.contract';

/** What is asked, as it stands: `isOver` when what was asked about takes place no more, or has. */
type Asked = { isOver: boolean; supersededAt: Date | null };

/** What stands against an answer: `reply/over`, or `reply/changed-since` when a later change asked anew. Null: nothing. */
export function whyNotReply({ isOver, supersededAt }: Asked): 'reply/over' | 'reply/changed-since' | null {
  if (isOver) return 'reply/over';
  return supersededAt ? 'reply/changed-since' : null;
}

/** RFC 5545 3.2.12. */
export type ParticipationStatus = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED';

/** How somebody takes part, as calendars say it: `undefined` when they were asked nothing, since it is as they wished it themselves. */
export function participationOf(answer: ReplyAnswer | null | undefined): ParticipationStatus {
  if (answer === null) return 'NEEDS-ACTION';
  return answer === 'declined' ? 'DECLINED' : 'ACCEPTED';
}
