import { effect, type ElementRef, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

/**
 * Leads to the card that the address names, once: cards come and go while somebody writes in another. `leave` before one goes that had
 * the focus: the one in its place has it then.
 */
export function cardFocus(cards: Signal<readonly ElementRef<HTMLElement>[]>, prefix: string) {
  const fragment = toSignal(inject(ActivatedRoute).fragment);
  let [led, left]: [string, { index: number; count: number } | null] = ['', null];
  effect(() => {
    const [elements, name] = [cards().map(({ nativeElement }) => nativeElement), `${prefix}${fragment()}`];
    const asked = name === led ? undefined : elements.find(({ id }) => id === name);
    if (asked) {
      led = name;
      asked.focus();
    }
    if (left && elements.length < left.count) {
      const next = elements[left.index] ?? elements.at(-1);
      left = null;
      if (next?.ownerDocument.activeElement === next?.ownerDocument.body) next?.focus();
    }
  });
  return { leave: (index: number): void => void (left = { index, count: cards().length }) };
}
