import { Agenda } from '../support/agenda';
import { expect, type Page, test } from '../support/journey';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');
const bookButton = (page: Page) => page.getByRole('button', { name: say('booking.agenda.book'), exact: true });
const sheet = (page: Page) => page.locator('b75-booking-sheet');

for (const moves of [false, true]) {
  test(`the side takes the focus and gives it back, ${moves ? 'with' : 'without'} motion`, async ({ visit }) => {
    const page = await visit({ as: 'membre.racines', moves });
    const agenda = new Agenda(page);
    const panel = new Panel(page);
    await agenda.open();
    await bookButton(page).press('Enter');
    await expect(panel.title).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel.root).toBeHidden();
    await expect(bookButton(page)).toBeFocused();

    const event = agenda.event('Conférence de rédaction');
    await event.press('Enter');
    await expect(sheet(page).getByRole('heading', { level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
    await expect(event).toBeFocused();
  });
}

test('on a narrow screen the scrim and Escape close the side', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines', width: 768, height: 1024, moves: true });
  await page.goto('/bota75-demo/agenda');
  const panel = new Panel(page);
  await bookButton(page).click();
  await expect(panel.title).toBeFocused();
  await page.locator('.mat-drawer-backdrop').click({ position: { x: 20, y: 300 } });
  await expect(panel.root).toBeHidden();
  await expect(bookButton(page)).toBeFocused();
  await bookButton(page).press('Enter');
  await expect(panel.title).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.root).toBeHidden();
});
