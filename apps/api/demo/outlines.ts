import type { EntityManager } from 'typeorm';
import type { Outline } from '@bota/spaces/domain';

const box = (x: number, y: number, width: number, height: number): Outline => ({ x, y, width, height });

/** Where rooms and offices lie, floor by floor, in 100 × 60: the street is below, the garden above, the stairs where nothing is. */
export const OUTLINES: Record<string, Outline> = {
  'salle-a': box(3, 3, 30, 27),
  'salle-b': box(33, 3, 30, 27),
  'cuisine-partagee': box(67, 3, 30, 21),
  'bureau-01': box(3, 38, 24, 19),
  remise: box(76, 42, 21, 15),

  'salle-marronnier': box(3, 3, 36, 24),
  'petit-salon': box(41, 3, 20, 18),
  cabine: box(63, 3, 12, 14),
  'bureau-11': box(3, 36, 28, 21),
  'bureau-12': box(33, 36, 32, 21),
  'bureau-13': box(67, 36, 30, 21),

  'salle-canopee': box(3, 3, 46, 26),
  'bureau-22': box(63, 3, 34, 20),
  plateau: box(3, 36, 54, 21),
  'bureau-21': box(59, 36, 38, 21),

  atelier: box(10, 10, 50, 38),
  'bureau-31': box(68, 10, 22, 24),
};

/** Draws the floors. */
export async function drawFloors(tx: EntityManager, spaceId: string): Promise<void> {
  await tx.query('UPDATE room SET outline = o.value FROM jsonb_each($2::jsonb) o WHERE space_id = $1 AND slug = o.key', [
    spaceId,
    JSON.stringify(OUTLINES),
  ]);
}
