import { plainText } from './plain-text';

/** A name as part of an address: small ASCII words joined by hyphens, at most 60 letters; `otherwise` when nothing is left of it. */
export function slugOf(name: string, otherwise: string): string {
  const words = plainText(name)
    .replaceAll('ß', 'ss')
    .match(/[a-z0-9]+/g) ?? [otherwise];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
