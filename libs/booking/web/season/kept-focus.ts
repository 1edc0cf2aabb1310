import { afterRenderEffect, ElementRef, inject } from '@angular/core';

/**
 * Keeps the focus on the page when what has it goes. `drawn` reads the signals that draw the page, and is false while something on it takes
 * the focus itself. Answers how to name what has it then: the first of these selectors that is there.
 */
export function keptFocus(drawn: () => boolean): (...next: string[]) => void {
  const page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  let wanted: readonly string[] = [];
  afterRenderEffect(() => {
    const { activeElement, body } = page.ownerDocument;
    if (!drawn() || (activeElement && activeElement !== body)) return;
    const [first] = wanted.flatMap((selector) => page.querySelector<HTMLElement>(selector) ?? []);
    first?.focus();
  });
  return (...next) => void (wanted = next);
}
