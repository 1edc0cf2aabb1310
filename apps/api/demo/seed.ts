import { type INestApplication, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BookingDraft } from '@bota/booking/domain';
import { BookingsService } from '@bota/booking/api';
import { ClosingService } from '@bota/residents/api';
import { Clock, Refusal } from '@bota/shared/api';
import { addDays, dateOf, type SignedIn, startOfDay } from '@bota/shared/domain';
import { SpaceEntity, createSpace } from '@bota/spaces/api';
import { SETUP_LOCK } from '../first-visit/first-visit.service';
import { comeOrNot } from './arrivals';
import { chargeResidents } from './charges';
import { type RoomIds, closeNowAndThen, furnish, keepHolidays, shareOut } from './furnish';
import { inviteGuests } from './guests';
import { HOUSE } from './house';
import { drawFloors } from './outlines';
import { TOLD, tellBookers } from './notices';
import type { OrganisationKey } from './organisations';
import { giveMandates } from './mandates';
import { welcomeNeighbours } from './neighbours';
import { type PlannedBooking, firstDay, mondayOf, planOf } from './plan';
import { type Organisations, giveRoles, inventOrganisations, inventPeople } from './populate';
import { comeAndGo, handOutKeys, moveIn } from './residencies';
import { openSeason } from './season';
import { queueUp } from './waiting';

const DAY_MS = 86_400_000;
const REQUEST = 'demo';
/** Bookings from which on there is something to plan by. */
const FEW = 20;

type House = {
  space: SpaceEntity;
  rooms: RoomIds;
  organisations: Organisations;
  bookers: Map<OrganisationKey, SignedIn>;
  coordinator: string;
};

/** Fills an empty installation with the demo house, in one transaction: all of it or nothing, and once for all processes. */
export async function seedDemo(app: INestApplication): Promise<void> {
  const now = app.get(Clock).now();
  const monday = mondayOf(now);
  // Everything is booked before the first day of the demo, so that members book for themselves.
  const then = startOfDay(addDays(firstDay(monday), -3), HOUSE.zone);
  const started = Date.now();
  const booked = await app.get(DataSource).transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [SETUP_LOCK]);
    if (await tx.exists(SpaceEntity)) return null;
    const house = await createHouse(tx, monday, then);
    house.space.horizonDays += Math.ceil((now.getTime() - then.getTime()) / DAY_MS);
    const bookings = app.get(BookingsService).within(tx, { now: () => then });
    let count = 0;
    for (const planned of planOf(monday)) {
      if (!(await book(bookings, house, planned))) continue;
      count += 1;
      // Statements are planned once: those planned while there was nothing would read everything, more of it for each booking.
      if (count === FEW) await tx.query('ANALYZE booking, occurrence, allocation');
    }
    const later = { spaceId: house.space.id, by: house.coordinator, rooms: house.rooms, organisations: house.organisations, monday, now };
    await comeOrNot(tx, house.space.id, now);
    await inviteGuests(tx, house.space.id, now);
    await queueUp(tx, { ...later, bookers: house.bookers });
    await welcomeNeighbours(tx, later);
    await comeAndGo(tx, later);
    await handOutKeys(tx, later);
    const asking = { person: booker(house, 'coordination'), space: house.space, requestId: REQUEST };
    await shareOut(tx, house.space.id, house.rooms, house.organisations);
    await openSeason(tx, { ...later, bookers: house.bookers, today: dateOf(now, HOUSE.zone) });
    await chargeResidents(tx, app.get(ClosingService), asking, { organisations: house.organisations, today: dateOf(now, HOUSE.zone) });
    const by = asking.person;
    for (const key of TOLD)
      await tellBookers(tx, { spaceId: house.space.id, booker: house.bookers.get(key)?.personId, declines: key === 'vaart', by, now });
    return count;
  });
  if (booked !== null) new Logger('Demo').log(`${HOUSE.name} has ${booked} bookings (${Date.now() - started} ms)`);
}

async function createHouse(tx: EntityManager, monday: string, then: Date): Promise<House> {
  const organisations = await inventOrganisations(tx, then);
  const people = await inventPeople(tx, organisations, then);
  const { personId } = people.coordinator;
  const space = await createSpace(tx, personId, HOUSE, REQUEST);
  await giveRoles(tx, space.id, people.houseRoles);
  await giveMandates(tx, organisations, { year: Number(monday.slice(0, 4)), at: then });
  const rooms = await furnish(tx, { spaceId: space.id, by: personId, organisations });
  await drawFloors(tx, space.id);
  await moveIn(tx, { spaceId: space.id, by: personId, rooms, organisations, monday, now: then });
  await closeNowAndThen(tx, space, rooms, monday);
  await keepHolidays(tx, space.id);
  return { space, rooms, organisations, bookers: people.bookers, coordinator: personId };
}

function booker({ bookers }: House, of: OrganisationKey): SignedIn {
  const person = bookers.get(of);
  if (!person) throw new Error(`nobody books for ${of}`);
  return person;
}

/** Books what the house accepts: a date that is closed or taken is skipped, a wish that is refused was only a wish. */
async function book(bookings: BookingsService, house: House, planned: PlannedBooking): Promise<boolean> {
  const person = booker(house, planned.by);
  try {
    await bookings.create({ person, space: house.space, requestId: REQUEST }, draftOf(house, planned));
    return true;
  } catch (error) {
    if (error instanceof Refusal && ['booking/refused', 'booking/all-refused'].includes(error.code)) return false;
    throw error;
  }
}

function draftOf({ rooms, organisations }: House, planned: PlannedBooking): BookingDraft {
  const { title, description, start, end, attendees, visibility, rrule } = planned;
  return BookingDraft.parse({
    ...{ title, description, start, end, attendees, visibility },
    organisationId: organisations.get(planned.by),
    roomIds: [rooms.get(planned.room)],
    onRefused: 'skip',
    ...(rrule && { recurrence: { rrule } }),
  });
}
