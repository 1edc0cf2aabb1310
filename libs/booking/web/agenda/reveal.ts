const MARK_MS = 2400;
/** Of what is seen, how much one step goes further. */
const STEP = 0.8;
/** Frames until what was scrolled to is drawn, and until the columns that scroll together do. */
const PATIENCE = 3;
const MOST_STEPS = 100;

/** What a booking is known by where it is drawn. */
const drawn = (page: HTMLElement, id: string) => page.querySelector<HTMLElement>(`.is-${id}, [data-occurrence="${id}"]`);

/**
 * Brings a booking into sight. Where only what is near is drawn, the rows are gone through from the top until it is there; what is nowhere
 * leaves everything where it was. Answers its element.
 */
export async function reveal(page: HTMLElement, id: string): Promise<HTMLElement | null> {
  const known = await waited(() => drawn(page, id));
  const rows = scrollerOf(page.querySelector<HTMLElement>('.room-cell'));
  const found = known ?? (rows && (await searched(rows, () => drawn(page, id))));
  if (!found) return null;
  if (rows) await centre(rows, found);
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

async function searched(rows: HTMLElement, look: () => HTMLElement | null): Promise<HTMLElement | null> {
  const before = rows.scrollTop;
  rows.scrollTop = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const found = await waited(look);
    if (found) return found;
    const top = rows.scrollTop;
    rows.scrollTop = top + STEP * rows.clientHeight;
    if (rows.scrollTop === top) break;
  }
  rows.scrollTop = before;
  return null;
}

/** By the column of the rooms, which the other one follows: scrolled at once they would part. */
async function centre(rows: HTMLElement, element: HTMLElement): Promise<void> {
  await waited(() => null);
  const [outer, inner] = [rows.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  rows.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2;
  await waited(() => null);
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let one = element?.parentElement ?? null; one && one.localName !== 'full-calendar'; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== 'visible') return one;
  return null;
}

async function waited<Answer>(look: () => Answer | null): Promise<Answer | null> {
  for (let frame = 0; frame < PATIENCE; frame += 1) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  return look();
}
