/**
 * The words of a search as a prefix query of PostgreSQL (`to_tsquery('simple', …)`): every word must begin one of the text's words.
 * Accents and capitals are the database's matter. Null when nothing is left to search.
 */
export function prefixQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}
