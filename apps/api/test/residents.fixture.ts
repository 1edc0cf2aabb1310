import type { Residency, Resident } from '@bota/residents/domain';
import type { House } from './house.fixture';

export type Wish = Record<string, unknown>;

/** Asks to make an organisation resident, whatever the answer. */
export const open = <T = Residency>(house: House, wish: Wish = {}, who = house.coordinator) =>
  who.post<T>(house.path('residents'), { organisation: { name: 'Nouvelle asbl' }, from: '2026-03-01', ...wish });

/** Makes an organisation resident, and fails the test when it is refused. */
export async function opened(house: House, wish: Wish = {}): Promise<Residency> {
  const { status, body, text } = await open(house, wish);
  if (status !== 201) throw new Error(`not opened: ${status} ${text}`);
  return body;
}

export const change = <T = Residency>(house: House, { id }: { id: string }, edit: Wish, headers = {}) =>
  house.coordinator.patch<T>(house.path(`residencies/${id}`), edit, { headers });

export const listed = async (house: House): Promise<Resident[]> =>
  (await house.coordinator.get<{ items: Resident[] }>(house.path('residents'))).body.items;

/** Dates of what is occupied, in order: `Bureau 2026-03-01 …`. */
export const dates = ({ occupancies }: Residency): string[] =>
  occupancies.map(({ desks, from, to }) => `${desks ?? 'whole'} ${from} ${to ?? '…'}`);
