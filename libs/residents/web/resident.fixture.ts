import type { Residency, Resident, ResidentPage } from '@bota/residents/domain';

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

/** Its residency, in one office. */
export const aResidency = (own: Partial<Residency> = {}): Residency => ({
  id: id(7),
  organisationId: id(2),
  from: '2024-09-01',
  to: null,
  noticeOn: null,
  status: 'active',
  shareKey: 'm2',
  shareQuantity: null,
  share: 24,
  occupancies: [{ id: id(21), roomId: id(20), desks: null, from: '2024-09-01', to: null }],
  version: 1,
  may: { edit: true, giveNotice: true, reopen: false, settle: true },
  ...own,
});

/** Its page, as a coordinator reads it. */
export const aPage = (own: Partial<ResidentPage> = {}): ResidentPage => ({
  organisation: {
    ...aResident().organisation,
    ...{ kind: 'cooperative', enterpriseNumber: '1999000150', website: 'https://racines.example', isArchived: false, version: 1 },
  },
  contacts: [],
  residencies: [aResidency()],
  may: { edit: true, archive: false, manageResidencies: true, readKeys: true },
  ...own,
});
