/** Mixes a text into 32 bits (the finaliser of MurmurHash3, A. Appleby, public domain): the same everywhere, so that anybody can draw again. */
function mix(text: string, start: number): number {
  let hash = start >>> 0;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A short name for a set of texts, whatever their order. */
export function keyOf(texts: readonly string[]): string {
  const all = [...texts].sort().join('|');
  return [0x811c9dc5, 0x2545f491].map((start) => mix(all, start).toString(16).padStart(8, '0')).join('');
}

/** Who of them wins the lot named `key` under a seed; each has the same chance, and the same seed gives the same winner again. */
export function drawLot(seed: string, key: string, names: readonly string[]): string {
  const [winner] = [...names].sort().sort((a, b) => mix(`${seed}/${key}/${a}`, 0x811c9dc5) - mix(`${seed}/${key}/${b}`, 0x811c9dc5));
  if (winner === undefined) throw new RangeError('nobody to draw from');
  return winner;
}
