import { FindablePeople, RoomFindings, TimeFindings } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';

/** What is asked, as the query of an address; undefined or null is left out. */
export type Asked = Record<string, string | number | null | undefined>;

const addressOf = (space: string, what: string, asked: Asked): string => {
  const said = Object.entries(asked).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, String(value)]]));
  return `/api/spaces/${space}/${what}?${new URLSearchParams(said as [string, string][]).toString()}`;
};

/** Rooms for a time, judged by the server. */
export const roomFindingResource = (space: () => string, asked: () => Asked | undefined) =>
  resourceFor(
    () => {
      const query = asked();
      return query && space() ? addressOf(space(), 'room-finding', query) : undefined;
    },
    (answer) => RoomFindings.parse(answer),
  );

/** Times for rooms and people, judged by the server. */
export const timeFindingResource = (space: () => string, asked: () => Asked | undefined) =>
  resourceFor(
    () => {
      const query = asked();
      return query && space() ? addressOf(space(), 'time-finding', query) : undefined;
    },
    (answer) => TimeFindings.parse(answer),
  );

/** Whom the reader may look for a time with. */
export const findablePeopleResource = (space: () => string, isAsked: () => boolean) =>
  resourceFor(
    () => (isAsked() && space() ? `/api/spaces/${space()}/time-finding/people` : undefined),
    (answer) => FindablePeople.parse(answer),
  );
