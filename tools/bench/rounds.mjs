// Closed loops: each worker asks again as soon as it is answered.
import { performance } from 'node:perf_hooks';

/** Runs `ask(worker)` in every worker for `seconds` or so many `times`; answers requests per second and milliseconds per request. */
export async function loop({ workers, seconds = Infinity, times: most = Infinity }, ask) {
  const start = performance.now();
  const until = start + seconds * 1000;
  const times = [];
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let before = start, turn = 0; before < until && turn < most; turn++) {
        await ask(worker);
        const after = performance.now();
        times.push(after - before);
        before = after;
      }
    }),
  );
  return { perSecond: (times.length * 1000) / (performance.now() - start), ms: median(times) };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
