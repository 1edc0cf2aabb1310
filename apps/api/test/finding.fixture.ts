import type { RoomFinding, RoomFindings, TimeFindings } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { HttpClient } from '@bota/shared/testing';
import { book } from './booking.fixture';
import type { House } from './house.fixture';

export type Query = Record<string, string | number | undefined>;

const said = (query: Query) =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');

/** A Monday of the house, in winter time. */
export const MONDAY = '2026-03-16';

export const findRooms = async (house: House, query: Query = {}, who: HttpClient = house.member): Promise<RoomFindings> => {
  const { status, text, body } = await who.get<RoomFindings>(
    house.path(`room-finding?${said({ date: MONDAY, from: '10:00', to: '12:00', ...query })}`),
  );
  if (status !== 200) throw new Error(`nothing found: ${status} ${text}`);
  return body;
};

/** `rooms` are ids. */
export const findTimes = async (house: House, query: Query, who: HttpClient = house.member): Promise<TimeFindings> => {
  const { status, text, body } = await who.get<TimeFindings>(
    house.path(`time-finding?${said({ first: MONDAY, last: MONDAY, minutes: 60, ...query })}`),
  );
  if (status !== 200) throw new Error(`nothing found: ${status} ${text}`);
  return body;
};

export const refusedQuery = (house: House, what: string, query: Query, who: HttpClient = house.member) =>
  who.get<Problem>(house.path(`${what}?${said(query)}`));

/** The wall times of a finding on its day in winter: `10:00–12:00`. */
export const timeOf = ({ start, end }: Pick<RoomFinding, 'start' | 'end'>): string =>
  [start, end].map((instant) => new Date(Date.parse(instant) + 3_600_000).toISOString().slice(11, 16)).join('–');

/** Books what was found, as whoever found it would: fails when it is refused. */
export const bookFound = (house: House, { roomId, start, end, layout }: RoomFinding, more: object = {}, who = house.member) =>
  book(house, { roomIds: [roomId], start, end, ...(layout && { layout }), ...more }, who);
