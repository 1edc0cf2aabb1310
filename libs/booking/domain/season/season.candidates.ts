import type { Reason } from '@bota/shared/domain';
import type { Feature } from '@bota/spaces/domain';
import type { RoomFacts } from '../booking.facts';
import type { SeasonChoice, SeasonWish } from './season.contract';
import { type Outlook, type Place, type Season, isWorthGiving, outlookOf } from './season.slots';

/** A place that a wish may get, by its own right. */
export type Candidate = Place & { rank: number; dates: { all: number; free: number } };
/** A wish with everything the plan needs to know: what it may get, best first, and which choices no room can give. */
export type PlannedWish = {
  id: string;
  organisationId: string;
  need: number;
  candidates: Candidate[];
  impossible: { rank: number; codes: Reason['code'][] }[];
};

/** Rooms of the round in display order. */
export type SeasonRoom = RoomFacts & { features: readonly Feature[] };
type Asked = Pick<SeasonWish, 'id' | 'organisationId' | 'need' | 'attendees' | 'features' | 'choices'>;

/**
 * What a wish may get, choice by choice; for « any room » the smallest one that fits comes first. A choice is impossible when its room
 * is not of the round or refuses most of its dates.
 */
export function plannedWish(wish: Asked, rooms: readonly SeasonRoom[], season: Season): PlannedWish {
  const planned: PlannedWish = { id: wish.id, organisationId: wish.organisationId, need: wish.need, candidates: [], impossible: [] };
  wish.choices.forEach((choice, index) => {
    const rank = index + 1;
    const tried = roomsFor(choice, wish, rooms).map((room) => tryRoom(choice, room, season, wish));
    const fit = tried.filter(({ outlook }) => isWorthGiving(outlook));
    if (fit.length === 0) planned.impossible.push({ rank, codes: [...new Set(tried.flatMap(({ outlook }) => outlook.codes))].sort() });
    planned.candidates.push(...fit.map(({ place, outlook }) => ({ ...place, rank, dates: { all: outlook.all, free: outlook.free } })));
  });
  return planned;
}

function roomsFor({ roomId }: SeasonChoice, { attendees, features }: Asked, rooms: readonly SeasonRoom[]): SeasonRoom[] {
  if (roomId) return rooms.filter((room) => room.id === roomId);
  const hasPlaces = ({ capacity }: SeasonRoom) => attendees === null || capacity === null || capacity >= attendees;
  return rooms
    .filter((room) => hasPlaces(room) && features.every((feature) => room.features.includes(feature)))
    .sort((a, b) => (a.capacity ?? Infinity) - (b.capacity ?? Infinity) || 0);
}

function tryRoom(choice: SeasonChoice, room: SeasonRoom, season: Season, asked: Asked): { place: Place; outlook: Outlook } {
  const place = { room, slot: { ...choice, roomId: room.id } };
  return { place, outlook: outlookOf(place, season, asked) };
}
