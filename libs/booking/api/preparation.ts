import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Preview, type PreviewDraft, type RoomFacts, gapWithin, overlapsItself } from '@bota/booking/domain';
import { refuse } from '@bota/shared/api';
import { type Actor, addDays, can, dateOf, startOfDay } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { excludedDays } from './exclusion.queries';
import { type Facts, type Queryable, factsFor, roomsAsked } from './facts.queries';
import { askerOf, wantedBy } from './judgement';
import type { Wanted } from './refusals';
import { type Schedule, scheduleOf } from './schedule';
import { type Standing, standingOf } from './standing';
import { type Instead, insteadOf, refuseUnknownLayout } from './substitution';

export type Prepared = {
  schedule: Schedule;
  /** Left out by calendars, each with its calendar. */
  days: ReadonlyMap<string, string>;
  leftOut: Preview['leftOut'];
  facts: Facts;
  rooms: RoomFacts[];
  wanted: Wanted;
  standing: Standing;
  instead: Instead;
};

/** Reads a draft into dates, rooms and the facts about them: what creating and previewing both begin with. */
@Injectable()
export class Preparation {
  constructor(@Inject(DataSource) private readonly db: Queryable) {}

  /** `more`: rooms of which facts are wanted too. */
  async prepare(actor: Actor, space: SpaceEntity, draft: PreviewDraft, now: Date, more: readonly string[] = []): Promise<Prepared> {
    if (draft.overrideReason && !can(actor, 'booking:override', { spaceId: space.id })) refuse('booking/override-not-yours');
    // Past dates are judged one by one, as those of a series are.
    const days = await excludedDays(this.db, space.id, draft.recurrence?.excludes ?? []);
    const whole = scheduleOf({ ...draft, days }, space, now, true);
    const from = whole.spans[0]?.start ?? now;
    const to = whole.spans.at(-1)?.end ?? now;
    const { organisationId, roomIds, substitutes = [] } = draft;
    const all = [...new Set([...roomIds, ...substitutes.flatMap((one) => one.roomIds), ...more])];
    const question = { spaceId: space.id, zone: space.zone, roomIds: all, organisationId, actor, from, to, now };
    const found = await factsFor(this.db, question);
    const facts = draft.forOutsiders ? { ...found, quotas: [] } : found;
    const rooms = roomsAsked(facts, roomIds);
    refuseUnknownLayout(draft, rooms);
    const within = withinHorizon(whole, rooms, space.zone, now);
    const asker = { ...askerOf(actor, space.id, organisationId), ...(organisationId && { stays: facts.stays }) };
    const wanted = { ...wantedBy(draft, rooms, within.spans), asker };
    const schedule = apart(within, gapWithin(rooms, wanted));
    const instead = insteadOf(draft, facts, space.zone);
    const places = [rooms, ...instead.values()];
    const standing = standingOf({ wanted, places, zone: space.zone, now, holdUntil: draft.holdUntil });
    return { schedule, days, leftOut: leftOutOf(schedule, days), facts, rooms, wanted, standing, instead };
  }
}

/** A series without end goes as far as its rooms are booked ahead, and moves on with that day. */
export function withinHorizon(schedule: Schedule, rooms: readonly RoomFacts[], zone: string, now: Date): Schedule {
  const days = Math.min(...rooms.map(({ rules }) => rules.horizonDays ?? Infinity));
  if (schedule.materialisedUntil === null || days === Infinity) return schedule;
  const end = startOfDay(addDays(dateOf(now, zone), days + 1), zone);
  const spans = schedule.spans.filter(({ start }) => start < end);
  if (spans.length === 0 || end >= schedule.materialisedUntil) return schedule;
  return { ...schedule, spans, materialisedUntil: end };
}

/** Dates that run into each other by what they take before and after them, said once. */
function apart(schedule: Schedule, gapMinutes: number): Schedule {
  if (schedule.reasons.some(({ code }) => code === 'OVERLAPS_ITSELF') || !overlapsItself(schedule.spans, gapMinutes)) return schedule;
  return { ...schedule, reasons: [...schedule.reasons, { code: 'OVERLAPS_ITSELF' }] };
}

/** Dates that the rule gives as far as it is booked, and a calendar leaves out. */
function leftOutOf({ whole, materialisedUntil }: Schedule, days: ReadonlyMap<string, string>): Preview['leftOut'] {
  return whole.flatMap(({ wall, start }) => {
    const calendarId = days.get(wall.slice(0, 10));
    return calendarId && !(materialisedUntil && start > materialisedUntil) ? [{ start: start.toISOString(), calendarId }] : [];
  });
}
