import { addDays, dateOf, minutesBetween, type Reason, type ReasonCode, wallOf } from '@bota/shared/domain';
import type { Ask, Asker, RoomFacts } from './booking.facts';
import { kindOn } from './price.rules';

/**
 * Whether whoever asks may book the room, and may at this time. Judged only of an ask that says who asks (`asker`); how far ahead only with `now`.
 * NOT_ENTITLED; SEASON_ROUND (until: what is left of a season opens to all); LEAD_TIME (limit: elapsed minutes before the start); HORIZON (limit: days by the calendar of the zone, the last one
 * included); OFF_STEP (limit: minutes of the grid, from midnight wall time, on which start and end must fall).
 */
export const admissionReasons = (room: RoomFacts, ask: Ask): Reason[] =>
  ask.asker
    ? [...entitlementReasons(room, ask.asker), ...heldReasons(room, ask), ...aheadReasons(room, ask), ...stepReasons(room, ask)]
    : [];

/**
 * NOT_RESIDENT: the organisation does not live in the house on the day (of the zone) on which a date begins. Judged only with its `stays`.
 * The coordination may write down what was, of who lives here at another time.
 */
export function residencyReasons({ span, asker, now, zone }: Ask): Reason[] {
  if (!asker?.stays || kindOn(dateOf(span.start, zone), asker.stays) === 'resident') return [];
  const isOver = now !== undefined && span.start < now;
  return isOver && asker.isCoordinator && asker.stays.length > 0 ? [] : [{ code: 'NOT_RESIDENT' }];
}

function entitlementReasons({ id, rules: { who } }: RoomFacts, asker: Asker): Reason[] {
  if (!who || who.are === 'residents') return [];
  const isEntitled =
    who.are === 'coordinators'
      ? asker.isCoordinator
      : asker.organisationIds.some((organisationId) => who.organisationIds.includes(organisationId));
  return isEntitled ? [] : [{ code: 'NOT_ENTITLED', roomId: id }];
}

function heldReasons({ id, held = [] }: RoomFacts, { span }: Ask): Reason[] {
  const round = held.find(({ start, end }) => start < span.end && span.start < end);
  return round ? [{ code: 'SEASON_ROUND', roomId: id, until: round.opens.toISOString() }] : [];
}

function aheadReasons({ id, rules }: RoomFacts, { span, now, zone }: Ask): Reason[] {
  if (!now || span.start < now) return [];
  const { leadMinutes = 0, horizonDays = Infinity } = rules;
  if (minutesBetween(now, span.start) < leadMinutes) return [{ code: 'LEAD_TIME', roomId: id, limit: leadMinutes }];
  if (horizonDays === Infinity || dateOf(span.start, zone) <= addDays(dateOf(now, zone), horizonDays)) return [];
  return [{ code: 'HORIZON', roomId: id, limit: horizonDays }];
}

const stepReasons = ({ id, rules: { stepMinutes } }: RoomFacts, { span, zone }: Ask): Reason[] =>
  !stepMinutes || isOnStep(span, stepMinutes, zone) ? [] : [{ code: 'OFF_STEP', roomId: id, limit: stepMinutes }];

/** Whether start and end fall on a grid of so many minutes from midnight, wall time of the zone. */
export const isOnStep = ({ start, end }: { start: Date; end: Date }, stepMinutes: number, zone: string): boolean =>
  [start, end].every((moment) => minuteOfDay(moment, zone) % stepMinutes === 0);

function minuteOfDay(moment: Date, zone: string): number {
  const [hours = 0, minutes = 0] = wallOf(moment, zone).slice(11, 16).split(':').map(Number);
  return hours * 60 + minutes + (moment.getTime() % 60_000 === 0 ? 0 : 0.5);
}

/** What a coordinator may set aside with a reason that is logged: the house's own rules, never what is taken or impossible. */
export const OVERRIDABLE: readonly ReasonCode[] = [
  'CLOSED',
  'OVER_CAPACITY',
  'LEAD_TIME',
  'HORIZON',
  'TOO_SHORT',
  'TOO_LONG',
  'OFF_STEP',
  'NOT_ENTITLED',
  'NOT_RESIDENT',
  'SEASON_ROUND',
  'QUOTA_EXCEEDED',
];

/** The reasons that are left when those of some codes are set aside. */
export const besides = (reasons: readonly Reason[], codes: readonly ReasonCode[]): Reason[] =>
  reasons.filter(({ code }) => !codes.includes(code));
