import { expect, type Locator, type Page } from '@playwright/test';
import { SPACE } from './house';

/** The agenda by day with rooms as rows, as a hand with a mouse sees it. */
export class Agenda {
  constructor(readonly page: Page) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`/${SPACE}/agenda${query && `?${query}`}`);
    await expect(this.page.locator('.room-cell').first()).toBeVisible();
  }

  /** A booking drawn in the calendar. */
  event(title: string): Locator {
    return this.page.locator('.fc-ev.booking').filter({ hasText: title });
  }

  /** Rooms further down are drawn when one scrolls to them. */
  async reveal(title: string): Promise<Locator> {
    const event = this.event(title);
    await this.page.locator('.room-cell').first().hover();
    await expect(async () => {
      await this.page.mouse.wheel(0, 300);
      await expect(event).toBeVisible({ timeout: 1000 });
    }).toPass();
    return event;
  }

  /** Short ones show only a title: the name of an event says its time and room too. */
  async expectAt(title: string, times: string, room = ''): Promise<void> {
    await expect(this.event(title)).toHaveAccessibleName(new RegExp(`${times}.*${room}`));
  }

  /** Where a room’s row crosses a clock time. */
  async point(room: string, clock: string): Promise<{ x: number; y: number }> {
    const [hour, minutes] = clock.split(':').map(Number) as [number, number];
    const row = await boxOf(this.page.locator('.room-cell').filter({ has: this.page.getByRole('link', { name: room, exact: true }) }));
    const slot = await boxOf(this.page.locator('.slot-head').filter({ hasText: new RegExp(`^\\s*0?${hour}:00\\s*$`) }));
    return { x: slot.x + (slot.width * (minutes + 2)) / 60, y: row.y + row.height / 2 };
  }

  /** Draws over free time with the mouse. */
  async drag(room: string, from: string, to: string): Promise<void> {
    const end = await this.point(room, to);
    await this.dragBetween(await this.point(room, from), { ...end, x: end.x - 6 });
  }

  /** Takes a booking to another room and start. */
  async move(title: string, room: string, start: string): Promise<void> {
    const event = await boxOf(this.event(title));
    const to = await this.point(room, start);
    await this.dragBetween({ x: event.x + 8, y: event.y + event.height / 2 }, { x: to.x + 6, y: to.y });
  }

  private async dragBetween(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 10 });
    await mouse.up();
  }
}

async function boxOf(locator: Locator) {
  await locator.first().scrollIntoViewIfNeeded();
  const box = await locator.first().boundingBox();
  if (!box) throw new Error(`${locator} is not to be seen`);
  return box;
}
