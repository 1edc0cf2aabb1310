/** A name as part of an address: small ASCII words joined by hyphens, at most 60 letters; `otherwise` when nothing is left of it. */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
  const words = plain.match(/[a-z0-9]+/g) ?? [otherwise];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
