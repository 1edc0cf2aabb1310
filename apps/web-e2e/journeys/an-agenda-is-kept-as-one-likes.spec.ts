import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');
const DAY = '2027-06-15';

test('a way of looking at the agenda is kept, opened, and opens the agenda', async ({ visit }) => {
  const page = await visit({ as: 'admin.racines', reads: 'fr' });
  await page.goto(`/${SPACE}/agenda?view=time&who=me&colour=kind&date=${DAY}`);
  const views = page.getByRole('button', { name: say('booking.views.title'), exact: true });
  await views.click();
  await page.getByRole('menuitem', { name: say('booking.views.manage') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('booking.views.name')).fill('Mes heures');
  await dialog.getByRole('button', { name: say('booking.views.save') }).click();
  await dialog.getByRole('checkbox', { name: say('booking.views.isDefault') }).check();
  await expect(page.getByText(say('booking.views.changed', { name: 'Mes heures' }))).toBeVisible();
  await dialog.getByRole('button', { name: say('booking.views.keep') }).click();

  await page.goto(`/${SPACE}/agenda?view=month`);
  await expect(page).toHaveURL(/view=month/);
  await views.click();
  await page.getByRole('menuitem', { name: 'Mes heures' }).click();
  await expect(page).toHaveURL(/view=time/);
  await expect(page).toHaveURL(/who=me/);
  // The plain agenda opens on it; without it, as it always did.
  await page.goto(`/${SPACE}/agenda`);
  await expect(page).toHaveURL(/who=me.*colour=kind|colour=kind.*who=me/);
  await views.click();
  await page.getByRole('menuitem', { name: say('booking.views.manage') }).click();
  await dialog.getByRole('button', { name: say('booking.views.remove', { name: 'Mes heures' }) }).click();
  await expect(dialog.getByText(say('booking.views.none'))).toBeVisible();
});

test('on a phone too the plain agenda opens on it, and stays where one goes from there', async ({ visit, caretaker }) => {
  const researcher = await caretaker('recherche');
  const kept = await researcher.send<{ id: string }>(`/api/spaces/${SPACE}/saved-views`, {
    name: 'À moi',
    query: 'who=me',
    isDefault: true,
  });
  const page = await visit({ as: 'recherche', reads: 'fr', width: 390, height: 844, isTouch: true });
  await page.goto(`/${SPACE}/agenda`);
  await expect(page).toHaveURL(/who=me/);
  await page.getByRole('button', { name: say('booking.filter.label') }).click();
  await page.getByRole('button', { name: say('booking.filter.all') }).click();
  await page.getByRole('button', { name: say('booking.filter.label') }).click();
  await page.getByRole('button', { name: say('booking.filter.label') }).click();
  await expect(page.getByRole('button', { name: say('booking.filter.who'), exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(/who=me/);
  await researcher.remove(`/api/spaces/${SPACE}/saved-views/${kept.id}`);
});

test('a year shows how much is booked each day, and a day of it opens', async ({ visit, caretaker }) => {
  const member = await caretaker('membre.racines');
  await member.book({ rooms: ['Cabine'], title: 'Solstice', start: `${DAY}T07:00`, end: `${DAY}T08:00` });
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/agenda?date=${DAY}`);
  await page.locator('ui-segments').getByText(say('booking.agenda.views.year'), { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2027' })).toBeVisible();
  const day = page.getByRole('link', { name: /^Mardi 15 juin 2027 : \d+ réservations?$/ });
  await day.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`date=${DAY}`));
  await expect(new Agenda(page).event('Solstice')).toBeVisible();
});

test('on a phone the year is one press from the day', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines', width: 390, height: 844, isTouch: true });
  await page.goto(`/${SPACE}/agenda?date=${DAY}`);
  await page.getByRole('button', { name: say('booking.filter.label') }).click();
  await page.getByRole('button', { name: say('booking.agenda.views.year'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2027' })).toBeVisible();
  await page.getByRole('link', { name: /^Mardi 15 juin 2027/ }).click();
  await expect(page.getByRole('button', { name: say('booking.agenda.views.year'), exact: true })).toBeVisible();
});

test('my own bookings stand alone, and paper shows them without the screen around', async ({ visit, caretaker }) => {
  const [mine, other] = [await caretaker('membre.racines'), await caretaker('membre.vaart')];
  const day = '2027-06-16';
  await mine.book({ rooms: ['Cabine'], title: 'À moi', start: `${day}T09:00`, end: `${day}T10:00` });
  await other.book({ rooms: ['Cabine'], title: 'Van hen', start: `${day}T11:00`, end: `${day}T12:00` });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open(`date=${day}`);
  await expect(agenda.event('Van hen')).toBeVisible();
  await page.getByRole('button', { name: say('booking.filter.who'), exact: true }).click();
  await page.getByRole('menuitemradio', { name: say('booking.filter.me'), exact: true }).click();
  await expect(agenda.event('À moi')).toBeVisible();
  await expect(agenda.event('Van hen')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('b75-agenda-print');
  await expect(paper).toContainText('Bota 75');
  await expect(paper).toContainText('Mercredi 16 juin 2027');
  await expect(paper.getByRole('row', { name: /9:00–10:00 À moi Cabine Racines/ })).toBeVisible();
  await expect(page.getByRole('button', { name: say('booking.agenda.print') })).toBeHidden();
});

test('while it is dragged, the place says whether it is free, or why not', async ({ visit, caretaker }) => {
  const day = '2027-06-17';
  const neighbour = await caretaker('membre.vaart');
  await neighbour.book({ rooms: ['Petit salon'], title: 'Huurders', start: `${day}T10:00`, end: `${day}T12:00` });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open(`date=${day}`);
  await expect(agenda.event('Huurders')).toBeVisible();
  const [from, to] = [await agenda.point('Petit salon', '9:00'), await agenda.point('Petit salon', '10:45')];
  const said = page.locator('.hovered');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y, { steps: 4 });
  await expect(said).toContainText(say('booking.book.free'));
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(said).toContainText('Occupée par Vrije Vaart vzw jusqu’à 12:00');
  await page.mouse.up();
  await expect(said).toBeHidden();
});

test('a booking of two rooms that is dragged is judged in both', async ({ visit, caretaker }) => {
  const day = '2027-06-18';
  const [mine, neighbour] = [await caretaker('membre.racines'), await caretaker('membre.vaart')];
  await neighbour.book({ rooms: ['Cabine'], title: 'Huurders', start: `${day}T14:00`, end: `${day}T16:00` });
  await mine.book({ rooms: ['Petit salon', 'Cabine'], title: 'Duo', start: `${day}T09:00`, end: `${day}T10:00` });
  const page = await visit({ as: 'membre.racines' });
  const agenda = new Agenda(page);
  await agenda.open(`date=${day}`);
  await expect(agenda.event('Duo')).toHaveCount(2);
  const [from, to] = [await agenda.point('Petit salon', '9:15'), await agenda.point('Petit salon', '14:45')];
  const said = page.locator('.hovered');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(said).toContainText(/Petit salon et Cabine|Cabine et Petit salon/);
  await expect(said).toContainText(/^.*Occupée par Vrije Vaart vzw/);
  await page.keyboard.press('Escape');
  await page.mouse.move(from.x, from.y, { steps: 4 });
  await page.mouse.up();
});

test('the plan says what is free at a chosen time, and books it then', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  await page.goto(`/${SPACE}/plan?floor=2&date=${DAY}&time=15:30`);
  const box = page.locator('b75-floor-plan').getByRole('link', { name: /^Salle Canopée, Libre.*Réserver 15:30–16:30/ });
  await expect(box).toBeVisible();
  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/time=15:45|time=15%3A45/);
  await page
    .locator('b75-floor-plan')
    .getByRole('link', { name: /^Salle Canopée, / })
    .click();
  await expect(page.locator('b75-booking-panel').getByLabel(say('booking.book.from'), { exact: true })).toHaveValue('15:45');
});

test('what a month has no place for is on its day, and what an hour has none for opens with room and time', async ({ visit }) => {
  const page = await visit({ as: 'membre.racines' });
  const wrong: Error[] = [];
  page.on('pageerror', (error) => wrong.push(error));
  await page.goto(`/${SPACE}/agenda?view=month&date=2026-12-09`);
  await page
    .getByText(/^\+\s\d+\sautres$/)
    .first()
    .click();
  await expect(page).toHaveURL(/date=2026-11-30/);
  await expect(page).not.toHaveURL(/view=/);
  await expect(page.locator('.room-cell').first()).toBeVisible();

  await page.goto(`/${SPACE}/agenda?view=time&date=2026-11-24`);
  await page.locator('.more-in').first().click();
  const more = page.locator('.b75-more .ev');
  await expect(more.first()).toContainText(/\d\d?:\d\d/);
  await expect(more.first()).toContainText(/Salle|salon|Cuisine|Cabine|Atelier/);
  expect(wrong).toEqual([]);
});

for (const [device, width, listed] of [
  ['a desk', 1440, '.fc-ev.booking'],
  ['a phone', 390, 'b75-agenda-phone-list .ev'],
] as const)
  test(`all that is one’s own is listed day by day and nothing else, at ${device}`, async ({ visit }) => {
    const page = await visit({ as: 'membre.racines', width, height: 844 });
    await page.goto(`/${SPACE}/today`);
    await page.getByRole('link', { name: say('today.mine.all') }).click();
    const list = page.locator(listed);
    await expect(list.filter({ hasText: 'Réunion d’équipe' }).first()).toBeVisible();
    await expect(list.filter({ hasText: 'Cercle d’épargne' }).first()).toBeVisible();
    await expect(list.filter({ hasText: 'Permanence logement' })).toHaveCount(0);
    await page.getByRole('button', { name: say('booking.agenda.next.list') }).click();
    await expect(page).toHaveURL(/date=2026-12-01/);
    await expect(list.filter({ hasText: 'Cercle d’épargne' }).first()).toBeVisible();
  });
