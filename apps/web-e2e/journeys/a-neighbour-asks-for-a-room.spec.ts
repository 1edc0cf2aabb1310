import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { linkTo } from '../support/outbox';
import { words } from '../support/words';

const say = words('fr');
const [EMAIL, PURPOSE] = ['quartier@bota75.example', 'Atelier de couture du quartier'];

test('a neighbour asks for a room without an account, confirms by e-mail, and the coordination accepts', async ({ visit, caretaker }) => {
  const page = await visit();
  await page.goto(`/${SPACE}/rooms`);
  await page.getByRole('link', { name: say('rooms.ask') }).click();
  await page.getByRole('button', { name: say('outside.send') }).click();
  await expect(page.getByRole('alert')).toContainText(say('outside.needed.purpose'));
  await page.getByLabel(say('outside.purpose'), { exact: true }).fill(PURPOSE);
  await page.getByRole('textbox', { name: say('outside.date'), exact: true }).fill('9/6/2027');
  await page.getByLabel(say('outside.from'), { exact: true }).fill('14h');
  await page.getByLabel(say('outside.to'), { exact: true }).fill('16');
  await page.getByLabel(say('outside.attendees')).fill('4');
  await page.getByLabel(say('outside.room')).selectOption({ label: say('outside.roomFor', { room: 'Petit salon', n: 6 }) });
  await page.getByLabel(say('outside.name'), { exact: true }).fill('Voisine du 12');
  await expect(page.getByText(say('outside.free.room', { room: 'Petit salon' }))).toBeVisible();
  await page.getByLabel(say('outside.email'), { exact: true }).fill('quartier@bota75.exampel');
  // Who is quicker than a person is asked to send it again.
  await expect(async () => {
    await page.getByRole('button', { name: say('outside.send') }).click();
    await expect(page.getByRole('heading', { name: say('outside.sent') })).toBeVisible({ timeout: 1000 });
  }).toPass();
  // The address was mistyped: nothing else is typed again.
  await page.getByRole('button', { name: say('outside.correct') }).click();
  await expect(page.getByLabel(say('outside.email'), { exact: true })).toBeFocused();
  await page.getByLabel(say('outside.email'), { exact: true }).fill(EMAIL);
  await page.getByRole('button', { name: say('outside.send') }).click();
  await expect(page.getByText(EMAIL)).toBeVisible();

  const coordination = await caretaker('coordination');
  await page.goto(await linkTo(coordination, EMAIL, 'outside-confirm'));
  await page.getByRole('button', { name: say('outside.confirm.act') }).click();
  await expect(page.getByRole('heading', { name: say('outside.confirm.done') })).toBeVisible();

  const house = await visit({ as: 'coordination' });
  await house.goto(`/${SPACE}/house/requests`);
  const card = house.getByRole('article').filter({ hasText: PURPOSE });
  await expect(card).toContainText(EMAIL);
  await card.getByRole('button', { name: say('requests.outside.accept') }).click();
  await expect(card.getByRole('status').first()).toContainText(say('booking.book.free'));
  await card.getByRole('button', { name: say('requests.outside.book') }).click();
  await expect(house.getByText(say('requests.done.accept', { title: PURPOSE }))).toBeVisible();
  await expect(card).toContainText(say('requests.outside.accepted'));
  await card.getByRole('link', { name: PURPOSE }).click();
  await expect(house.getByRole('heading', { name: PURPOSE })).toBeVisible();
});
