import type { SpaceEntity } from '@bota/spaces/api';

type Names = (roomIds: readonly string[]) => string;
type Place = Pick<SpaceEntity, 'name' | 'address'>;

/** Where the house is, for who does not live there: its name and its address. */
export const placeOf = ({ name, address }: Place): string => [name, address].filter(Boolean).join(', ');

/** Says rooms with the house and its address: a calendar finds the way there. */
export const withPlace =
  (nameRooms: Names, space: Place): Names =>
  (roomIds) =>
    [nameRooms(roomIds), placeOf(space)].filter(Boolean).join(', ');
