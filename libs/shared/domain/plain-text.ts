/** Small and without accents, so that `epicerie` finds `Épicerie`, and `oeuvre` `œuvre`. */
export const plainText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
