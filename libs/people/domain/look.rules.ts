type Look = { hue: number; pattern: number };
const HUES = 12;
const PATTERNS = 4;
const SMALL_WORDS = new Set([
  'de',
  'des',
  'du',
  'la',
  'le',
  'les',
  'het',
  'een',
  'van',
  'voor',
  'the',
  'of',
  'and',
  'et',
  'en',
  'asbl',
  'vzw',
]);

/** Hue (1 to 12) and bands (1 to 4) of a newcomer: the least worn hue among those of the house, and bands that hue does not have yet. */
export function freshLook(worn: readonly Look[]): Look {
  const timesOf = (hue: number) => worn.filter((look) => look.hue === hue).length;
  const hues = Array.from({ length: HUES }, (_, n) => n + 1);
  const hue = hues.reduce((least, one) => (timesOf(one) < timesOf(least) ? one : least));
  const patterns = Array.from({ length: PATTERNS }, (_, n) => ((hue - 1 + n) % PATTERNS) + 1);
  const free = patterns.find((pattern) => !worn.some((look) => look.hue === hue && look.pattern === pattern));
  return { hue, pattern: free ?? ((hue - 1) % PATTERNS) + 1 };
}

/** Two letters of a name, those of its first two words that count: `La Marmite Volante` is MV. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const counting = words.filter((word) => word.length > 1 && !SMALL_WORDS.has(word.toLowerCase()));
  const [first = words[0] ?? name, second] = counting;
  return (second ? (first[0] ?? '') + (second[0] ?? '') : first.slice(0, 2)).toUpperCase();
}
