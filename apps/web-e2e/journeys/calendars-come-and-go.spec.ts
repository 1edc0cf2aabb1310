import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { words } from '../support/words';

const say = words('fr');

/** Two events at one time, in a place the house does not know by this name, on a day that nobody books. */
const calendarOf = (mark: string, titles = ['Premier', 'Second']) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//FR'],
    ...titles.flatMap((title) => [
      ...[
        'BEGIN:VEVENT',
        `UID:${title}-${mark}`,
        'DTSTART;TZID=Europe/Brussels:20270519T130000',
        'DTEND;TZID=Europe/Brussels:20270519T140000',
      ],
      ...[`SUMMARY:${title} ${mark}`, 'LOCATION:Le grand marronnier', 'END:VEVENT'],
    ]),
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

test('a member follows a room in another calendar; a coordinator imports one, sees the conflict, and imports it again without harm', async ({
  visit,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const member = await visit({ as: 'membre.racines' });
  await member.goto(`/${SPACE}/rooms/salle-marronnier`);
  await member.getByRole('link', { name: say('rooms.room.follow') }).click();
  await member.getByRole('button', { name: say('calendars.make') }).click();
  const address = await member.locator('b75-new-feed').getByLabel(say('calendars.address')).inputValue();
  expect(address).toMatch(/\/api\/calendars\/[\w-]{43}\.ics$/);

  const page = await visit({ as: 'coordination' });
  await page.goto(`/${SPACE}/house/calendar-import`);
  const file = { name: 'agenda.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendarOf(mark)) };
  await page.getByLabel(say('icalendar.file')).setInputFiles(file);
  const row = (title: string) => page.locator('b75-event-list li').filter({ has: page.locator('.t', { hasText: `${title} ${mark}` }) });
  await page.getByLabel('Le grand marronnier').selectOption({ label: 'Salle Marronnier' });
  await expect(row('Second')).toContainText(say('icalendar.state.refused'));
  await expect(row('Second')).toContainText(`Premier ${mark}`);
  await page.getByRole('button', { name: say('icalendar.confirm.one', { n: 1 }) }).click();
  await expect(page.getByText(say('icalendar.done.one', { n: 1 }))).toBeVisible();

  expect(await (await member.request.get(address)).text()).toContain(`SUMMARY:Premier ${mark}`);

  await page.getByRole('button', { name: say('icalendar.again') }).click();
  await page.getByLabel(say('icalendar.file')).setInputFiles(file);
  await expect(row('Premier')).toContainText(say('icalendar.state.unchanged'));

  // What is no longer in it stays, unless one says otherwise; then its place is free.
  await page.getByRole('button', { name: say('icalendar.other') }).click();
  await page.getByLabel(say('icalendar.file')).setInputFiles({ ...file, buffer: Buffer.from(calendarOf(mark, ['Second'])) });
  await expect(row('Premier')).toContainText(say('icalendar.why.gone'));
  await page.getByLabel(say('icalendar.gone.label')).selectOption(say('icalendar.gone.cancel'));
  await expect(row('Premier')).toContainText(say('icalendar.states.cancelled'));
  await expect(row('Second')).toContainText(say('icalendar.states.created'));
  await page.getByRole('button', { name: say('icalendar.confirm.other', { n: 2 }) }).click();
  await expect(page.getByText(say('icalendar.done.other', { n: 2 }))).toBeVisible();
  const text = await (await member.request.get(address)).text();
  expect(text).toContain(`SUMMARY:Second ${mark}`);
  expect(text).toMatch(new RegExp(`STATUS:CANCELLED[\\s\\S]*SUMMARY:Premier ${mark}`));
});
