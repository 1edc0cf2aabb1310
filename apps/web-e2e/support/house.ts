import type { Language } from '@bota/shared/domain';

/** The day the journeys happen on: a Tuesday, so that the demo house is the one of the visual reference. */
export const NOW = '2026-11-24T13:20:00+01:00';
export const SPACE = 'bota75-demo';
export const PASSWORD = 'bota75-demo';

export type Account = 'coordination' | 'membre.racines' | 'admin.racines' | 'membre.vaart' | 'pilotage' | 'recherche' | 'voisinage';
export const emailOf = (account: Account): string => `${account}@bota75.example`;

/** A member of an organisation for each language: two of Racines & Finances, one of Vrije Vaart. */
export const readerOf: Record<Language, Account> = { fr: 'membre.racines', nl: 'membre.vaart', en: 'admin.racines' };

const ADDRESSES = 'BOTA_JOURNEYS_AT';

/** Told by the global set-up to the workers. */
export const tellAddresses = (urls: string[]): void => void (process.env[ADDRESSES] = urls.join(' '));

/** Address of one of the two processes that serve the house. */
export function addressOf(process_: 0 | 1): string {
  const url = process.env[ADDRESSES]?.split(' ')[process_];
  if (!url) throw new Error('The house is not open: the global set-up tells its addresses.');
  return url;
}
