const VOWEL = /^[aeiouàâäéèêëîïôöœ]/i;

/** A name after the French word: `de Radio`, `d’Atelier`. */
export const deName = (name: string): string => (VOWEL.test(name) ? `d’${name}` : `de ${name}`);

/** A French text in which these stand, as one says it: not `les règles de Atelier`. */
export const elided = (text: string, names: readonly unknown[]): string =>
  names.reduce<string>(
    (said, name) => (typeof name === 'string' && VOWEL.test(name) ? said.replaceAll(` de ${name}`, ` d’${name}`) : said),
    text,
  );
