import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

const CONTROL = 'input:not([type=hidden]), select, textarea, button, a[href]';

/**
 * On a list whose rows go away: when the row that had the focus does, the focus goes to the one in its place, to the last, or to the heading
 * of the list. `<ul uiRowFocus>…</ul>`; where the list goes with its last row, the nearest heading that is left has it. A row that becomes a
 * form, or is one no more, has the focus at its first control.
 */
@Directive({ selector: '[uiRowFocus]', host: { '(focusin)': 'enter($event)', '(focusout)': 'leave()' } })
export class RowFocus {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The row that has the focus, where it stands, and what it stands in. */
  private held: { row: Element; on: Node; index: number; around: Element[] } | null = null;

  constructor() {
    const watch = new MutationObserver(() => this.follow());
    watch.observe(this.list, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => {
      watch.disconnect();
      queueMicrotask(() => this.follow());
    });
  }

  protected enter({ target }: FocusEvent): void {
    const rows = [...this.list.children];
    const on = target as Node;
    const index = rows.findIndex((row) => row.contains(on));
    const row = rows[index];
    this.held = row ? { row, on, index, around: ancestorsOf(this.list) } : null;
  }

  /** Who leaves a row that stays has gone elsewhere; a row that goes takes the focus with it, and is gone by then. */
  protected leave(): void {
    const { held } = this;
    setTimeout(() => {
      if (this.held === held && held?.row.isConnected && !held.row.contains(document.activeElement)) this.held = null;
    });
  }

  private follow(): void {
    const { held } = this;
    if (!held || held.on.isConnected) return;
    this.held = null;
    if (document.activeElement !== document.body) return;
    if (held.row.isConnected) return give(held.row.querySelector(CONTROL));
    const rows = [...this.list.children].filter((row) => row.querySelector(CONTROL));
    const next = this.list.isConnected ? (rows[held.index] ?? rows.at(-1)) : undefined;
    give(next ?? headingIn(held.around));
  }
}

function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** Of the nearest surroundings that are still there and have one. */
function headingIn(around: readonly Element[]): Element | null {
  const there = around.filter((one) => one.isConnected).map((one) => one.querySelector('h1, h2, h3'));
  return there.find((heading) => heading !== null) ?? null;
}

/** It is not stopped at with the keyboard for that. */
function give(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}
