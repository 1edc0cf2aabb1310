import type { Statistics, StatisticsTable } from '@bota/booking/domain';
import { type Cell, type Language, csvOf } from '@bota/shared/domain';

const WORDS = {
  fr: {
    rooms: ['Salle', 'Heures d’ouverture', 'Heures utilisées', 'Part (%)', 'Dates', 'Absences', 'Annulations tardives'],
    hours: ['Jour (1 = lundi)', 'Heure', 'Heures utilisées', 'Part (%)'],
    organisations: ['Organisation', 'Heures utilisées', 'Part (%)', 'Clé de la résidence', 'Part de la résidence (%)'],
    keys: { m2: 'm²', desks: 'postes de travail', heads: 'personnes', fixed: 'part fixe' },
  },
  nl: {
    rooms: ['Zaal', 'Openingsuren', 'Gebruikte uren', 'Aandeel (%)', 'Data', 'Afwezigheden', 'Late annuleringen'],
    hours: ['Dag (1 = maandag)', 'Uur', 'Gebruikte uren', 'Aandeel (%)'],
    organisations: ['Organisatie', 'Gebruikte uren', 'Aandeel (%)', 'Sleutel van het verblijf', 'Aandeel van het verblijf (%)'],
    keys: { m2: 'm²', desks: 'werkplekken', heads: 'personen', fixed: 'vast aandeel' },
  },
  en: {
    rooms: ['Room', 'Opening hours', 'Hours used', 'Share (%)', 'Dates', 'No-shows', 'Late cancellations'],
    hours: ['Day (1 = Monday)', 'Hour', 'Hours used', 'Share (%)'],
    organisations: ['Organisation', 'Hours used', 'Share (%)', 'Residency key', 'Residency share (%)'],
    keys: { m2: 'm²', desks: 'desks', heads: 'people', fixed: 'fixed share' },
  },
} as const satisfies Record<Language, object>;

const hours = (minutes: number): Cell => ({ number: Math.round((minutes / 60) * 100) / 100 });
const percent = (share: number): Cell => ({ number: Math.round(share * 1000) / 10 });

/** One table of the statistics in the reader's language, as spreadsheets open it. */
export function statisticsCsv(statistics: Statistics, table: StatisticsTable, language: Language): string {
  const words = WORDS[language];
  const rows: Record<StatisticsTable, () => Cell[][]> = {
    rooms: () =>
      statistics.rooms.map((one) => [
        ...[one.name, hours(one.openMinutes), hours(one.usedMinutes), percent(one.openMinutes > 0 ? one.usedMinutes / one.openMinutes : 0)],
        ...[{ number: one.dates }, { number: one.noShows }, { number: one.lateCancellations }],
      ]),
    hours: () => statistics.hours.map((one) => [{ number: one.weekday }, { number: one.hour }, hours(one.usedMinutes), percent(one.share)]),
    organisations: () =>
      statistics.organisations.map(({ name, usedMinutes, share, residency }) => [
        ...[name, hours(usedMinutes), percent(share)],
        ...(residency ? [words.keys[residency.key], percent(residency.share)] : ['', '']),
      ]),
  };
  return csvOf([[...words[table]], ...rows[table]()]);
}
