const ACTS = ['pointerdown', 'keydown'] as const;

/**
 * Loads what will be wanted once somebody does something: nothing of the first page waits for it, and it is there when it is wanted, also when
 * the network is not. What fails is loaded when it is wanted.
 */
export function atFirstAct(load: () => Promise<unknown>): void {
  const watch = new AbortController();
  const begin = () => {
    watch.abort();
    void load().catch(() => undefined);
  };
  for (const act of ACTS) document.addEventListener(act, begin, { signal: watch.signal, capture: true });
}
