import type { EntityManager } from 'typeorm';
import { writeEntry } from '@bota/booking/api';
import { WaitlistDraft } from '@bota/booking/domain';
import { newId } from '@bota/shared/api';
import { type SignedIn, addDays, readTime } from '@bota/shared/domain';
import type { RoomIds } from './furnish';
import { HOUSE } from './house';
import type { OrganisationKey } from './organisations';
import type { Organisations } from './populate';

/** Who waits for a room that others have on the Saturday after next; days count from Monday of the present week. */
const WAITING: { by: OrganisationKey; title: string; attendees: number; day: number; from: string; to: string }[] = [
  { by: 'racines', title: 'Atelier « lire un budget »', attendees: 20, day: 12, from: '14:00', to: '16:00' },
  { by: 'vaart', title: 'Huurdersoverleg', attendees: 18, day: 12, from: '15:00', to: '17:00' },
];

type Scene = {
  spaceId: string;
  rooms: RoomIds;
  organisations: Organisations;
  bookers: Map<OrganisationKey, SignedIn>;
  monday: string;
  now: Date;
};

/** Puts them on the waiting list, one after the other. */
export async function queueUp(tx: EntityManager, { spaceId, rooms, organisations, bookers, monday, now }: Scene): Promise<void> {
  for (const [index, { by, day, from, to, ...wish }] of WAITING.entries()) {
    const date = addDays(monday, day);
    const times = { start: `${date}T${from}`, end: `${date}T${to}` };
    const draft = WaitlistDraft.parse({ ...wish, ...times, organisationId: organisations.get(by), roomIds: [rooms.get('salle-a')] });
    const [start, end] = [times.start, times.end].map((time) => readTime(time, HOUSE.zone).instant) as [Date, Date];
    const since = new Date(now.getTime() - (WAITING.length - index) * 3_600_000);
    await writeEntry(tx, { spaceId, id: newId(), personId: bookers.get(by)?.personId ?? '', draft, start, end, since });
  }
}
