import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type FindablePeople,
  type RoomFindingQuery,
  type RoomFindings,
  type TimeFindingQuery,
  type TimeFindings,
  findRooms,
  findTimes,
  windowOn,
} from '@bota/booking/domain';
import { Clock, Refusal } from '@bota/shared/api';
import { type Actor, type SignedIn, addDays, dateOf, minutesBetween, startOfDay } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { roomsAsked } from '../facts.queries';
import { askerOf } from '../judgement';
import { bookersFor } from './finding.bookers';
import { colleaguesOf, factsForRooms, factsForTimes } from './finding.queries';

/** How many days before and after the one asked are looked at when that has no room. */
const [DAYS_BEFORE, DAYS_AFTER] = [1, 2];

/** As long as setting up may take. */
const MOST_SET_UP = 480;

/** Finds rooms for a time, and times for rooms: by the rules of booking, from what the reader may see. */
@Injectable()
export class Finding {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async rooms(actor: Actor, space: SpaceEntity, query: RoomFindingQuery): Promise<RoomFindings> {
    const { zone } = space;
    const now = this.clock.now();
    const window = windowOn(query.date, query, zone);
    const day = { start: startOfDay(query.date, zone), end: startOfDay(addDays(query.date, 1), zone) };
    const otherDays = otherDaysOf(query.date, dateOf(now, zone)).map((date) => windowOn(date, query, zone));
    const around = aroundOf(query.date, zone);
    const { facts, taken } = await factsForRooms(this.db, {
      ...{ spaceId: space.id, zone, actor, now, ...around },
      asked: { from: window.start, to: window.end },
      stretches: [day, ...otherDays],
      setUpMinutes: query.layout ? MOST_SET_UP : 0,
    });
    const minutes = query.minutes ?? (minutesBetween(window.start, window.end) || minutesOf(query));
    const { people, features = [], layout } = query;
    const wish = { window, day, otherDays, minutes, people, features, layout };
    const bookers = await bookersFor(this.db, { actor, space, now, ...around });
    return findRooms(wish, { ...facts, taken, zone, now, bookers, asker: askerOf(actor, space.id) });
  }

  async times(actor: Actor, space: SpaceEntity, query: TimeFindingQuery): Promise<TimeFindings> {
    const { zone } = space;
    const now = this.clock.now();
    const personIds = query.with ?? [];
    const window = { from: startOfDay(query.first, zone), to: startOfDay(addDays(query.last, 1), zone) };
    const question = { spaceId: space.id, zone, actor, now, roomIds: query.rooms, personIds, ...window };
    const { facts, taken, busy, colleagueIds } = await factsForTimes(this.db, question);
    refuseStrangers(personIds, colleagueIds);
    const rooms = query.which === 'all' ? roomsAsked(facts, query.rooms, 'rooms') : apart(facts, query);
    const bookers = await bookersFor(this.db, { actor, space, now, ...window });
    const house = { rooms, busy, closures: facts.closures, taken, zone, now, bookers, asker: askerOf(actor, space.id) };
    return findTimes({ ...query, personIds }, house);
  }

  people = async (person: SignedIn): Promise<FindablePeople> => ({ items: await colleaguesOf(this.db, person.personId) });
}

/** Any of them: a whole is another choice than its part. */
function apart(facts: Parameters<typeof roomsAsked>[0], { rooms }: TimeFindingQuery) {
  roomsAsked(facts, rooms, 'rooms');
  return facts.rooms;
}

/** Somebody else's people are no people one may ask for, as if there were none. */
function refuseStrangers(personIds: readonly string[], colleagueIds: readonly string[]): void {
  const errors = personIds.flatMap((id, index) =>
    colleagueIds.includes(id) ? [] : [{ path: `with.${index}`, message: 'nobody of your organisations' }],
  );
  if (errors.length > 0) throw new Refusal('finding/unknown-person', { errors });
}

/** By the clock alone, of hours that the day does not have. */
const minutesOf = ({ from, to }: RoomFindingQuery): number => minuteOf(to) - minuteOf(from);
const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const aroundOf = (date: string, zone: string) => ({
  from: startOfDay(addDays(date, -DAYS_BEFORE), zone),
  to: startOfDay(addDays(date, DAYS_AFTER + 1), zone),
});

const otherDaysOf = (date: string, today: string): string[] => [1, -1, 2].map((days) => addDays(date, days)).filter((day) => day >= today);
