/**
 * FullCalendar measures rows while they are laid out, and the browser tells that the rest comes a frame later
 * ("ResizeObserver loop completed…"). That is no error of anybody: it is kept from the error log. Answers how to stop.
 */
export function quietResizeLoop(): () => void {
  const watch = new AbortController();
  const keep = (event: ErrorEvent) => event.message.startsWith('ResizeObserver loop') && event.stopImmediatePropagation();
  addEventListener('error', keep, { capture: true, signal: watch.signal });
  return () => watch.abort();
}
