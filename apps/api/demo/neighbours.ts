import type { EntityManager } from 'typeorm';
import { writeAsk } from '@bota/booking/api';
import { newId } from '@bota/shared/api';
import { addDays, type Language, readTime } from '@bota/shared/domain';
import type { RoomIds } from './furnish';
import { HOUSE } from './house';
import type { RoomKey } from './rooms';

/** Invented neighbours; days count from Monday of the present week. */
const ASKS: {
  name: string;
  organisation?: string;
  email: string;
  language: Language;
  purpose: string;
  message: string;
  room: RoomKey | null;
  attendees: number;
  day: number;
  from: string;
  to: string;
}[] = [
  {
    ...{ name: 'Voisine (démo)', organisation: 'Comité de la rue (démo)', email: 'voisine@bota75.example', language: 'fr' },
    ...{ purpose: 'Réunion sur les arbres de la rue', message: 'Nous apportons le café. Deux personnes viennent en fauteuil roulant.' },
    ...{ room: 'salle-canopee', attendees: 18, day: 16, from: '19:00', to: '21:00' },
  },
  {
    ...{ name: 'Buurman (demo)', email: 'buurman@bota75.example', language: 'nl', purpose: 'Verjaardag, 50 jaar', message: '' },
    ...{ room: null, attendees: 35, day: 19, from: '15:00', to: '20:00' },
  },
];

type Scene = { spaceId: string; rooms: RoomIds; monday: string; now: Date };

/** The house lets neighbours ask, and two of them have. */
export async function welcomeNeighbours(tx: EntityManager, { spaceId, rooms, monday, now }: Scene): Promise<void> {
  await tx.query('UPDATE space SET neighbours_may_ask = true WHERE id = $1', [spaceId]);
  for (const { room, day, from, to, ...ask } of ASKS) {
    const at = (clock: string) => readTime(`${addDays(monday, day)}T${clock}`, HOUSE.zone).instant;
    const times = { start: at(from), end: at(to), now: new Date(now.getTime() - 26 * 3_600_000) };
    await writeAsk(tx, { ...ask, ...times, spaceId, id: newId(), roomId: room && rooms.get(room), token: null });
  }
}
