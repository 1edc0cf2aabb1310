import type { Resident } from '@bota/residents/domain';
import { plainText } from '@bota/shared/domain';

/** Residents whose name holds every word looked for, in any order: those of now and to come, and apart, once each, those who left. */
export function findResidents(residents: readonly Resident[], text: string): { here: Resident[]; gone: Resident[] } {
  const asked = plainText(text).split(/\s+/).filter(Boolean);
  const found = residents
    .filter(({ organisation }) => asked.every((word) => plainText(organisation.name).includes(word)))
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'fr'));
  const here = found.filter(({ status }) => status !== 'ended');
  const known = new Set(here.map(({ organisation }) => organisation.id));
  const gone = found.filter(({ organisation, status }) => status === 'ended' && !known.has(organisation.id));
  return { here, gone: [...new Map(gone.map((resident) => [resident.organisation.id, resident])).values()] };
}
