import type { Resident } from '@bota/residents/domain';
import { plainText } from '@bota/shared/domain';

type Found = Record<'here' | 'coming' | 'gone', Resident[]>;

/** Residents whose name holds every word looked for, in any order: those of now, those to come, and those who left, each once. */
export function findResidents(residents: readonly Resident[], text: string): Found {
  const asked = plainText(text).split(/\s+/).filter(Boolean);
  const found = residents
    .filter(({ organisation }) => asked.every((word) => plainText(organisation.name).includes(word)))
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'fr'));
  const known = new Set<string>();
  const those = (is: (resident: Resident) => boolean) => {
    const own = new Map(found.filter((one) => is(one) && !known.has(one.organisation.id)).map((one) => [one.organisation.id, one]));
    own.forEach((_, id) => known.add(id));
    return [...own.values()];
  };
  const here = those(({ status }) => status === 'active' || status === 'notice');
  return { here, coming: those(({ status }) => status === 'planned'), gone: those(({ status }) => status === 'ended') };
}
