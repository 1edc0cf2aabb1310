import type { Locator, Page } from '@playwright/test';
import { type Say, words } from './words';

/** The panel one books with. */
export class Panel {
  readonly root: Locator;

  constructor(
    private readonly page: Page,
    private readonly say: Say = words('fr'),
  ) {
    this.root = page.locator('b75-booking-panel');
  }

  get title(): Locator {
    return this.root.getByLabel(this.say('booking.book.name'), { exact: true });
  }

  get from(): Locator {
    return this.root.getByLabel(this.say('booking.book.from'), { exact: true });
  }

  get to(): Locator {
    return this.root.getByLabel(this.say('booking.book.to'), { exact: true });
  }

  get day(): Locator {
    return this.root.getByLabel(this.say('booking.book.day'), { exact: true });
  }

  get rooms(): Locator {
    return this.root.getByRole('combobox', { name: this.say('booking.book.rooms') });
  }

  get verdict(): Locator {
    return this.root.locator('b75-verdict').getByRole('status');
  }

  get save(): Locator {
    return this.root.locator('button[type=submit]');
  }

  get alternatives(): Locator {
    return this.root.getByRole('region', { name: this.say('booking.book.near') }).getByRole('listitem');
  }

  get dates(): Locator {
    return this.root.locator('b75-date-chips .dates').getByRole('listitem');
  }

  /** From a list of which one is chosen; it closes by itself. */
  async choose(list: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: list }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async times(from: string, to: string): Promise<void> {
    await this.from.fill(from);
    await this.to.fill(to);
    await this.to.blur();
  }
}
