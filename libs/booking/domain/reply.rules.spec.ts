import { participationOf, whyNotReply } from './reply.rules';

const since = new Date('2026-03-02T08:00:00Z');

it.each([
  ['what is asked', false, null, null],
  ['what was changed since', false, since, 'reply/changed-since'],
  ['what is over', true, null, 'reply/over'],
  ['what was changed and cancelled since', true, since, 'reply/over'],
] as const)('an answer to %s', (_, isOver, supersededAt, refusal) => expect(whyNotReply({ isOver, supersededAt })).toBe(refusal));

it.each([
  ['who was asked nothing', undefined, 'ACCEPTED'],
  ['who has not answered', null, 'NEEDS-ACTION'],
  ['whom it suits', 'accepted', 'ACCEPTED'],
  ['whom it does not suit', 'declined', 'DECLINED'],
] as const)('calendars are told of %s', (_, answer, status) => expect(participationOf(answer)).toBe(status));
