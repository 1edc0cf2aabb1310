import { emailOf, PASSWORD } from '../support/house';
import { expect, test } from '../support/journey';
import { enter, tabTo } from '../support/keyboard';
import { Panel } from '../support/panel';
import { words } from '../support/words';

const say = words('fr');

test('keyboard only: sign in, the agenda as a table, book, cancel', async ({ visit }) => {
  const page = await visit();
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel(say('people.signIn.email')));
  await page.keyboard.type(emailOf('membre.racines'));
  await tabTo(page, page.getByLabel(say('people.signIn.password'), { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /mardi 24 novembre/i })).toBeVisible();

  await enter(page, page.getByRole('navigation').getByRole('link', { name: say('shell.nav.agenda') }));
  await enter(page, page.getByRole('button', { name: say('booking.agenda.asTable') }));
  const room = page.getByRole('rowgroup').filter({ has: page.getByRole('link', { name: 'Cabine', exact: true }) });
  await enter(page, room.getByRole('button', { name: /^Réserver Cabine/ }));
  const panel = new Panel(page);
  await tabTo(page, panel.title);
  await page.keyboard.type('Appel au clavier');
  await tabTo(page, panel.from);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('15:00');
  await tabTo(page, panel.to);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('16:00');
  await expect(panel.verdict).toContainText(say('booking.book.free'));
  await enter(page, panel.save);

  const booked = room.getByRole('button', { name: 'Appel au clavier' });
  await enter(page, booked);
  await enter(page, page.getByRole('button', { name: say('booking.act.cancel'), exact: true }));
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: say('booking.cancel.keep') })).toBeFocused();
  await enter(page, question.getByRole('button', { name: say('booking.cancel.one.act') }));
  await expect(booked).toHaveCount(0);
});
