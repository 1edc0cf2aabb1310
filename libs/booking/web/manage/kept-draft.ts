import { effect, type Signal, untracked, type WritableSignal } from '@angular/core';
import { changesIn } from './versioned-form';

/**
 * Keeps what is typed over a reload, until `drop`: what differs from `fresh`, so that the rest is as others left it.
 * Call in an injection context; `key` undefined keeps nothing yet.
 */
export function keptDraft<T extends object>(key: Signal<string | undefined>, draft: WritableSignal<T>, fresh: Signal<T>) {
  const name = () => `b75.draft.${untracked(key)}`;
  effect(() => {
    if (!key()) return;
    const kept = read<T>(name());
    if (kept) untracked(() => draft.update((fresh) => ({ ...fresh, ...kept })));
  });
  effect(() => {
    const changes = changesIn(draft(), fresh());
    if (key() && Object.keys(changes).length) write(name(), JSON.stringify(changes));
  });
  return { drop: () => write(name(), null) };
}

function read<T>(name: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}

/** Storage may be refused (private window): then a reload loses what was typed. */
function write(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    return;
  }
}
