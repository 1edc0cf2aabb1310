import type { Resident } from '@bota/residents/domain';

/** Small and without accents, so that `epicerie` finds `Épicerie`. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** Residents whose name holds every word looked for, in any order: those of now and to come, and apart those who left. */
export function findResidents(residents: readonly Resident[], text: string): { here: Resident[]; gone: Resident[] } {
  const asked = plain(text).split(/\s+/).filter(Boolean);
  const found = residents
    .filter(({ organisation }) => asked.every((word) => plain(organisation.name).includes(word)))
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'fr'));
  return { here: found.filter(({ status }) => status !== 'ended'), gone: found.filter(({ status }) => status === 'ended') };
}
