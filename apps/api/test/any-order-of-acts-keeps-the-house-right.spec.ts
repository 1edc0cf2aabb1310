import * as fc from 'fast-check';
import type { Booking } from '@bota/booking/domain';
import { type Act, type Changing, type Modelled, OVERLAPS, type Rooms, type Slot, UNKEPT } from './acts.fixture';
import { actsOn, booked, change, changed, furnish, isAsking, meets, read, wishFor } from './acts.fixture';
import { useApi } from './api.fixture';
import { ask } from './booking.fixture';
import type { House } from './house.fixture';

const api = useApi();
const YEAR = 2026;
const NOW = '2026-03-01T08:00:00Z';
const HOLD_UNTIL = '2026-03-02T12:00';
beforeEach(() => api.setNow(NOW));

/** Hours that the organisation may book in a week: what it has, holds or asks for. */
const QUOTA_HOURS = 9;

/** The house in a few lines: who has which hour of which unit. */
class Model {
  bookings: Modelled[] = [];

  isFree = (slot: Slot, but?: Modelled): boolean =>
    this.bookings.every((one) => one === but || !(one.state === 'confirmed' || one.state === 'held') || !meets(one, slot));

  isWithin = (slot: Slot, but?: Modelled): boolean =>
    this.bookings
      .filter((one) => one !== but && !(one.state === 'cancelled' || one.state === 'declined'))
      .reduce((sum, { hours }) => sum + hours, slot.hours) <= QUOTA_HOURS;

  may(known: Modelled, act: Changing): boolean {
    if (act.do === 'cancel') return known.state !== 'cancelled' && known.state !== 'declined';
    if (act.do === 'confirm') return known.state === 'held';
    if (act.do === 'move') return known.state === 'confirmed' && this.isFree(act.slot, known) && this.isWithin(act.slot, known);
    return known.state === 'requested' && (act.do === 'decline' || this.isFree(known));
  }

  /** The one that is accepted declines those who asked for its time. */
  does(known: Modelled, act: Changing): void {
    const isRival = (one: Modelled) => act.do === 'accept' && one.state === 'requested' && meets(one, known);
    this.bookings = this.bookings.map((one) => {
      if (one === known) return changed(known, act);
      return isRival(one) ? { ...one, state: 'declined' as const } : one;
    });
  }
}

/** Does one act to the house and to the model; both must answer alike. */
async function act_(house: House, rooms: Rooms, model: Model, act: Act): Promise<void> {
  if (isAsking(act)) {
    const wish = { ...wishFor(act.slot, rooms, YEAR), ...(act.do === 'hold' && { holdUntil: HOLD_UNTIL }) };
    const { status, body } = await ask<Booking>(house, wish);
    expect([act, status]).toEqual([act, model.isFree(act.slot) && model.isWithin(act.slot) ? 201 : 409]);
    if (status === 201) model.bookings.push(booked(body.id, act));
    return;
  }
  const known = model.bookings[act.which % Math.max(1, model.bookings.length)];
  if (!known) return;
  const { status } = await change(house, known, act, { rooms, year: YEAR, who: house.coordinator });
  expect([act, known, status]).toEqual([act, known, model.may(known, act) ? 200 : 409]);
  if (status === 200) model.does(known, act);
}

it('whatever is booked, held, asked for, decided, moved and cancelled in whatever order, the house says what a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actsOn(1), { minLength: 10, maxLength: 30 }), async (acts) => {
      const house = await api.house();
      const rooms = await furnish(api.db, house);
      await house.coordinator.post(house.path('quotas'), { per: 'week', counts: 'minutes', limit: QUOTA_HOURS * 60 });
      const model = new Model();
      for (const act of acts) await act_(house, rooms, model, act);
      const found = new Map((await read(api.db, { house, rooms, year: YEAR })).map((one) => [one.id, one]));
      expect(found).toEqual(new Map(model.bookings.map((one) => [one.id, one])));
      expect([await api.db.query(OVERLAPS, [house.id]), await api.db.query(UNKEPT, [house.id])]).toEqual([[{ count: 0 }], [{ count: 0 }]]);
    }),
    { numRuns: 25 },
  );
}, 180_000);
