import type { Booking } from '@bota/booking/domain';
import { addMinutes, wallOf } from '@bota/shared/domain';
import type { Asks, Scene } from './permissions.fixture';

type Booked = (scene: Scene) => Promise<Booking>;

/** What the routes of replies are asked with: a booking of the member that the coordination changed. */
export function replyAsks(booked: Booked): Asks {
  const changed = async (scene: Scene): Promise<string> => {
    const { id, start, end } = await booked(scene);
    const [from, to] = [start, end].map((instant) => wallOf(addMinutes(new Date(instant), 30), 'Europe/Brussels')) as [string, string];
    await scene.house.coordinator.patch(scene.house.path(`bookings/${id}`), { start: from, end: to });
    return id;
  };
  const declined = async (scene: Scene): Promise<Record<string, string>> => {
    const id = await changed(scene);
    await scene.house.member.post(scene.house.path(`bookings/${id}/reply`), { answer: 'declined' });
    const { items } = (await scene.house.coordinator.get<{ items: { id: string }[] }>(scene.house.path(`bookings/${id}/replies`))).body;
    return { id, reply: items[0]?.id ?? '' };
  };
  return {
    'POST /api/spaces/{space}/booking-replies/question': async () => ({ body: { token: 'x'.repeat(43) } }),
    'POST /api/spaces/{space}/booking-replies': async () => ({ body: { token: 'x'.repeat(43), answer: 'accepted' } }),
    'GET /api/spaces/{space}/bookings/{id}/replies': async (scene) => ({ path: { id: await changed(scene) } }),
    'POST /api/spaces/{space}/bookings/{id}/reply': async (scene) => ({ path: { id: await changed(scene) }, body: { answer: 'accepted' } }),
    'POST /api/spaces/{space}/bookings/{id}/replies/{reply}/settlement': async (scene) => ({ path: await declined(scene) }),
  };
}
