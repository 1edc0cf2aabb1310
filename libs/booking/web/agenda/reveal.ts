const MARK_MS = 2400;
/** Of what is seen, how much one step goes further. */
const STEP = 0.8;
/** Frames until what was scrolled to is drawn, and until the columns that scroll together do. */
const PATIENCE = 3;
/** Frames until there is a calendar, or rows where one has scrolled to, on a busy machine. */
const LONG_PATIENCE = 120;
const MOST_STEPS = 100;
/** Who asks last is served: two that scroll the same rows would lead each other astray. */
let asked = 0;

/** What a booking is known by where it is drawn. */
const drawn = (page: HTMLElement, id: string) => page.querySelector<HTMLElement>(`.is-${id}, [data-occurrence="${id}"]`);

/**
 * Brings a booking into sight, once there is a calendar. Where only what is near is drawn, the rows are gone through from the top until it is
 * there; what is nowhere leaves everything where it was. Answers its element, or null also when something else was asked for meanwhile.
 */
export async function reveal(page: HTMLElement, id: string): Promise<HTMLElement | null> {
  asked += 1;
  const mine = asked;
  const isOver = () => mine !== asked;
  const rowsOf = () => scrollerOf(page.querySelector<HTMLElement>('.room-cell'));
  await waited(() => drawn(page, id) ?? rowsOf(), LONG_PATIENCE);
  const known = await waited(() => drawn(page, id));
  const rows = rowsOf();
  const found = known ?? (rows && (await searched(rows, () => drawn(page, id), isOver)));
  if (!found || isOver()) return null;
  if (rows) await centre(rows, () => drawn(page, id));
  const shown = drawn(page, id) ?? found;
  shown.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return shown;
}

/** A frame around it for a moment, without motion. */
export function mark(element: HTMLElement): void {
  const look = getComputedStyle(element).getPropertyValue('--mat-sys-primary');
  const outline = { outline: `3px solid ${look}`, outlineOffset: '2px', borderRadius: '8px' };
  element.animate([outline, outline], { duration: MARK_MS });
}

async function searched(rows: HTMLElement, look: () => HTMLElement | null, isOver: () => boolean): Promise<HTMLElement | null> {
  const before = rows.scrollTop;
  rows.scrollTop = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await waited(() => roomAtEndOf(rows), LONG_PATIENCE);
    const found = await waited(look);
    if (found || isOver()) return found;
    const top = rows.scrollTop;
    rows.scrollTop = top + STEP * rows.clientHeight;
    if (rows.scrollTop === top) break;
  }
  rows.scrollTop = before;
  return null;
}

/** A room in the lower half of what is seen: what was scrolled to is drawn. */
function roomAtEndOf(rows: HTMLElement): Element | null {
  const { top, bottom } = rows.getBoundingClientRect();
  const isThere = (cell: Element) => {
    const box = cell.getBoundingClientRect();
    return box.bottom > (top + bottom) / 2 && box.top < bottom;
  };
  return [...rows.querySelectorAll('.room-cell')].find(isThere) ?? null;
}

/** By the column of the rooms, which the other one follows: scrolled at once, or before it has followed, they would part. */
async function centre(rows: HTMLElement, look: () => HTMLElement | null): Promise<void> {
  await waited(() => null);
  const element = look();
  if (!element || isWithin(rows, element)) return;
  const [outer, inner] = [rows.getBoundingClientRect(), element.getBoundingClientRect()];
  rows.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2;
  await waited(() => [look()].find((one) => one && isWithin(rows, one)) ?? null, LONG_PATIENCE);
  await waited(() => null);
}

function isWithin(rows: HTMLElement, element: HTMLElement): boolean {
  const [outer, inner] = [rows.getBoundingClientRect(), element.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let one = element?.parentElement ?? null; one && one.localName !== 'full-calendar'; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== 'visible') return one;
  return null;
}

async function waited<Answer>(look: () => Answer | null, frames = PATIENCE): Promise<Answer | null> {
  for (let frame = 0; frame < frames; frame += 1) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  return look();
}
