import { DestroyRef, inject, signal, type Signal } from '@angular/core';

const MINUTE = 60_000;

/** The present minute: follows the clock of the browser, each full minute anew, and at once when the page comes back to view. */
export function minutely(): Signal<Date> {
  const now = signal(thisMinute());
  const watch = new AbortController();
  let timer = 0;
  const tick = () => {
    now.set(thisMinute());
    clearTimeout(timer);
    timer = window.setTimeout(tick, MINUTE - (Date.now() % MINUTE));
  };
  tick();
  document.addEventListener('visibilitychange', tick, { signal: watch.signal });
  inject(DestroyRef).onDestroy(() => {
    watch.abort();
    clearTimeout(timer);
  });
  return now.asReadonly();
}

const thisMinute = () => new Date(Math.floor(Date.now() / MINUTE) * MINUTE);
