import { afterRenderEffect, ElementRef, inject } from '@angular/core';

/**
 * Keeps the focus on the page when what has it goes, as a row that is removed or a form that closes. `drawn` reads the signals that draw
 * them, and is false while something else takes the focus. Answers how to name what has it then, once: the first of these selectors that
 * is there, else the content of the page.
 */
export function keptFocus(drawn: () => boolean): (...next: string[]) => void {
  const part = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const { body } = part.ownerDocument;
  let wanted: readonly string[] = [];
  afterRenderEffect(() => {
    const { activeElement } = part.ownerDocument;
    if (!drawn() || wanted.length === 0 || (activeElement && activeElement !== body)) return;
    const here = wanted.flatMap((selector) => part.querySelector<HTMLElement>(selector) ?? []);
    const next = here[0] ?? body.querySelector<HTMLElement>('main');
    wanted = [];
    next?.focus({ preventScroll: next.contains(part) });
  });
  return (...next) => void (wanted = next);
}
