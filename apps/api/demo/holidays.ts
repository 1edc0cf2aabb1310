import type { ExclusionCalendarDraft } from '@bota/booking/domain';

/**
 * School holidays of the year 2026–2027, with the weekends that end them. French Community: the calendar of its schools (two weeks each,
 * seven in summer). Flemish Community: the rules of its government decision of 17 April 1991.
 */
export const SCHOOL_HOLIDAYS: ExclusionCalendarDraft[] = [
  {
    name: {
      fr: 'Congés scolaires (Fédération Wallonie-Bruxelles)',
      nl: 'Schoolvakanties (Franse Gemeenschap)',
      en: 'School holidays (French Community)',
    },
    ranges: [
      { from: '2026-10-19', to: '2026-11-01', name: 'Congé d’automne' },
      { from: '2026-12-21', to: '2027-01-03', name: 'Vacances d’hiver' },
      { from: '2027-02-22', to: '2027-03-07', name: 'Congé de détente' },
      { from: '2027-04-26', to: '2027-05-09', name: 'Vacances de printemps' },
      { from: '2027-07-03', to: '2027-08-22', name: 'Vacances d’été' },
    ],
  },
  {
    name: { fr: 'Congés scolaires (Communauté flamande)', nl: 'Schoolvakanties (Vlaanderen)', en: 'School holidays (Flemish Community)' },
    ranges: [
      { from: '2026-11-02', to: '2026-11-08', name: 'Herfstvakantie' },
      { from: '2026-12-21', to: '2027-01-03', name: 'Kerstvakantie' },
      { from: '2027-02-08', to: '2027-02-14', name: 'Krokusvakantie' },
      { from: '2027-03-29', to: '2027-04-11', name: 'Paasvakantie' },
      { from: '2027-07-01', to: '2027-08-31', name: 'Zomervakantie' },
    ],
  },
];
