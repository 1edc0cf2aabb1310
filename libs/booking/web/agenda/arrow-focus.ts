const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How much a step aside counts against a step ahead. */
const ASIDE = 3;

/** With the focus on an event, an arrow key moves it to the nearest event that way. */
export function moveFocus(event: KeyboardEvent): void {
  const direction = DIRECTIONS[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('.fc-ev.booking');
  const all = from?.closest('full-calendar')?.querySelectorAll<HTMLElement>('.fc-ev.booking');
  if (!direction || !from || !all || event.altKey || event.ctrlKey || event.metaKey) return;
  const here = middle(from);
  const near = [...all]
    .map((element) => ({ element, distance: distance(here, middle(element), direction) }))
    .filter(({ element, distance: far }) => element !== from && far < Infinity)
    .sort((a, b) => a.distance - b.distance)[0];
  if (!near) return;
  event.preventDefault();
  near.element.focus();
  near.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function middle(element: HTMLElement): [number, number] {
  const { left, top, height } = element.getBoundingClientRect();
  return [left, top + height / 2];
}

/** Infinity for what does not lie that way. */
function distance(from: [number, number], to: [number, number], [x, y]: readonly [number, number]): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const ahead = dx * x + dy * y;
  const aside = Math.abs(dx * y) + Math.abs(dy * x);
  return ahead > 1 ? ahead + ASIDE * aside : Infinity;
}
