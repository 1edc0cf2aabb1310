/** Roles FullCalendar builds its drawing from; the rows they ask for are not their children, so no screen reader can walk them. */
const ROLES = ['grid', 'treegrid', 'rowgroup', 'row', 'rowheader', 'columnheader', 'gridcell', 'list', 'listitem'];
const STATES = [
  'aria-owns',
  'aria-rowindex',
  'aria-colindex',
  'aria-rowcount',
  'aria-colcount',
  'aria-colspan',
  'aria-rowspan',
  'aria-level',
  'aria-expanded',
];
const BUILT = ROLES.map((role) => `[role=${role}]`).join();

/**
 * Leaves of the calendar what can be read: rooms as links, events as buttons that say everything. The same content as a real
 * table is one press away (agenda-table). Answers how to stop.
 */
export function plainRoles(calendar: HTMLElement): () => void {
  const watch = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target instanceof Element) plain(target);
      for (const node of addedNodes) if (node instanceof Element) plainBelow(node);
    }
  });
  watch.observe(calendar, { subtree: true, childList: true, attributes: true, attributeFilter: ['role', ...STATES] });
  plainBelow(calendar);
  return () => watch.disconnect();
}

function plainBelow(element: Element): void {
  plain(element);
  for (const one of element.querySelectorAll(BUILT)) plain(one);
}

function plain(element: Element): void {
  if (element.matches(BUILT)) for (const name of ['role', 'aria-label', 'aria-labelledby', ...STATES]) element.removeAttribute(name);
}

/** The axis of hours scrolls by itself when it is narrow: keyboards reach it then. */
export function reachHours(calendar: HTMLElement): void {
  let element = calendar.querySelector<HTMLElement>('.slot-head')?.parentElement ?? null;
  while (element && element !== calendar && getComputedStyle(element).overflowX !== 'auto') element = element.parentElement;
  if (element && element !== calendar) element.tabIndex = element.scrollWidth > element.clientWidth ? 0 : -1;
}
