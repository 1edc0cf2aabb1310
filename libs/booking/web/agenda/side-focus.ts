const FIRST = ['[cdkFocusInitial]', 'h2'];
const MOST_FRAMES = 30;
const ELSE = 'button.book, button.fab';

/** Takes the focus into the side when something opens in it, and back to where it came from when it closes. */
export class SideFocus {
  private from: HTMLElement | null = null;

  constructor(private readonly page: HTMLElement) {}

  /** To the first field of what has just been opened, or to its heading: as soon as it can be seen, as browsers want it. */
  enter(frames = MOST_FRAMES): void {
    const { side, active } = this;
    if (active && this.isElsewhere(active)) this.from = active;
    const [first] = FIRST.flatMap((part) => side?.querySelector<HTMLElement>(part) ?? []);
    first?.focus();
    if (first && this.active !== first && frames > 0) requestAnimationFrame(() => this.enter(frames - 1));
  }

  /** What opened the side may be gone meanwhile: then to the button that books, never to nowhere. */
  leave(): void {
    const { active, from } = this;
    this.from = null;
    if (active && this.isElsewhere(active)) return;
    (from?.isConnected ? from : this.page.querySelector<HTMLElement>(ELSE))?.focus();
  }

  /** Neither in the side nor on something that only surrounds it, as after a click beside everything. */
  private isElsewhere(active: HTMLElement): boolean {
    return !this.side?.contains(active) && !active.contains(this.side);
  }

  private get side(): HTMLElement | null {
    return this.page.querySelector<HTMLElement>('mat-sidenav');
  }

  private get active(): HTMLElement | null {
    return document.activeElement as HTMLElement | null;
  }
}
