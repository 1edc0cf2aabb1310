import type { Resident } from '@bota/residents/domain';

const id = (n: number) => `01939b1e-7c00-7d3e-9c1a-${String(n).padStart(12, '0')}`;

/** An invented resident, for tests. */
export const aResident = (name = 'Racines & Finances', own: Partial<Resident> = {}): Resident => ({
  residencyId: id(7),
  organisation: {
    id: id(2),
    slug: name.split(' ')[0]?.toLowerCase() ?? '',
    name,
    initials: 'RF',
    hue: 1,
    pattern: 1,
    demo: true,
    description: { fr: 'Coopérative d’épargne solidaire.', nl: 'Solidaire spaarcoöperatie.' },
  },
  from: '2024-09-01',
  to: null,
  status: 'active',
  occupies: [],
  isArchived: false,
  ...own,
});
