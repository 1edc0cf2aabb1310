import type { FloorKey } from './house';
import type { OrganisationKey } from './organisations';

export type OfficeKey =
  'bureau-01' | 'remise' | 'bureau-11' | 'bureau-12' | 'bureau-13' | 'bureau-21' | 'bureau-22' | 'plateau' | 'bureau-31';

/** What residents occupy: nobody books it. */
export const OFFICES: Record<OfficeKey, { name: string; floor: FloorKey; areaM2: number; desks: number | null }> = {
  'bureau-01': { name: 'Bureau 01', floor: 'ground', areaM2: 14, desks: 2 },
  remise: { name: 'Remise', floor: 'ground', areaM2: 12, desks: null },
  'bureau-11': { name: 'Bureau 11', floor: 'first', areaM2: 24, desks: 4 },
  'bureau-12': { name: 'Bureau 12', floor: 'first', areaM2: 28, desks: 5 },
  'bureau-13': { name: 'Bureau 13', floor: 'first', areaM2: 18, desks: 3 },
  'bureau-21': { name: 'Bureau 21', floor: 'second', areaM2: 30, desks: 6 },
  'bureau-22': { name: 'Bureau 22', floor: 'second', areaM2: 22, desks: 4 },
  plateau: { name: 'Plateau partagé', floor: 'second', areaM2: 72, desks: 12 },
  'bureau-31': { name: 'Bureau 31', floor: 'attic', areaM2: 20, desks: 3 },
};

type Terms = { occupies: { office: OfficeKey; desks?: number }[]; shareKey?: 'm2' | 'desks' | 'heads' | 'fixed'; shareQuantity?: number };

/** Who has which, and by which key they share the costs. */
export const TERMS: Record<OrganisationKey, Terms> = {
  racines: { occupies: [{ office: 'bureau-11' }] },
  vaart: { occupies: [{ office: 'bureau-12' }] },
  marmite: { occupies: [{ office: 'remise' }, { office: 'plateau', desks: 2 }] },
  draad: { occupies: [{ office: 'plateau', desks: 3 }], shareKey: 'desks' },
  vis: { occupies: [{ office: 'plateau', desks: 2 }], shareKey: 'desks' },
  radio: { occupies: [{ office: 'bureau-31' }] },
  kinderkaravaan: { occupies: [{ office: 'bureau-22' }] },
  fanfare: { occupies: [{ office: 'bureau-13' }], shareKey: 'heads', shareQuantity: 14 },
  coordination: { occupies: [{ office: 'bureau-01' }], shareKey: 'fixed', shareQuantity: 40 },
};
