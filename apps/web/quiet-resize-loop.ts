/**
 * The calendar measures its rows while they are laid out, and the browser tells that the rest comes a frame later
 * ("ResizeObserver loop completed…"). That is no error of anybody: it is kept from the error log.
 * Listeners of the window run in the order they came, so this one must come before Angular's.
 */
export function quietResizeLoop(): void {
  addEventListener('error', (event) => event.message.startsWith('ResizeObserver loop') && event.stopImmediatePropagation());
}
