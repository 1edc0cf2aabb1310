import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '../support/journey';
import { pair } from '../support/screens';
import { serveRestless } from '../support/serve-house';
import { words } from '../support/words';

const say = words('fr');
const built = path.resolve(process.env['WEB_ROOT'] ?? path.resolve(__dirname, '../../../dist/apps/web/browser'));

/** The same web application under another name, as after an update. */
function nextVersion(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-next-'));
  cpSync(built, folder, { recursive: true });
  appendFileSync(path.join(folder, 'index.html'), '<!-- another version -->');
  return folder;
}

const mark = (screen: Page) => screen.evaluate(() => void ((window as { seen?: true }).seen = true));
const isMarked = (screen: Page) => screen.evaluate(() => (window as { seen?: true }).seen === true);
/** The screen asks each minute; nobody waits for it here. */
const aMinute = (screen: Page) => screen.clock.runFor(61_000);

test('a screen shows what it knew while the house is away, goes on when it is back, and takes up its next version', async ({ visit }) => {
  test.setTimeout(180_000);
  const [house, web] = [await serveRestless(), nextVersion()];
  try {
    const screen = await visit({ at: house.url, width: 1920, height: 1080, isLeft: true });
    await pair(screen, { shows: 'today', language: 'fr' });
    const row = screen.getByRole('listitem').filter({ hasText: 'Salle A' }).first();
    await expect(row).toBeVisible();
    await mark(screen);
    const stale = screen.getByText(new RegExp(say('display.stale', { time: '\\d{2}:\\d{2}' })));

    await house.leave();
    await aMinute(screen);
    await expect(stale).toBeVisible();
    await expect(row).toBeVisible();

    await house.comeBack();
    await aMinute(screen);
    await expect(stale).toHaveCount(0);
    await expect(row).toBeVisible();
    expect(await isMarked(screen), 'the same page goes on').toBe(true);

    await house.leave();
    await house.comeBack(web);
    await aMinute(screen);
    await expect.poll(() => isMarked(screen).catch(() => true), { message: 'the page is loaded anew' }).toBe(false);
    await expect(row).toBeVisible();
    await expect(stale).toHaveCount(0);
  } finally {
    await house.close();
    rmSync(web, { recursive: true, force: true });
  }
});
