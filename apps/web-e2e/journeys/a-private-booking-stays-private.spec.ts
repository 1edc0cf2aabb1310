import { Agenda } from '../support/agenda';
import { SPACE } from '../support/house';
import { expect, type Page, test } from '../support/journey';
import { words } from '../support/words';

const day = '2027-05-18';
const secret = 'Zébulon';

test('other organisations and visitors see that the room is occupied, and nothing else, not even on the wire', async ({
  visit,
  caretaker,
}) => {
  const member = await caretaker('membre.racines');
  await member.book({
    ...{ rooms: ['Salle Marronnier'], title: `Entretien ${secret}`, description: `pour ${secret}`, visibility: 'private' },
    ...{ start: `${day}T10:00`, end: `${day}T12:00` },
  });
  const own = new Agenda(await visit({ as: 'membre.racines' }));
  await own.open(`date=${day}`);
  await expect(own.event(secret)).toBeVisible();

  const others = [
    { page: await visit(), say: words('fr') },
    { page: await visit({ as: 'membre.vaart', process: 1 }), say: words('nl') },
  ];
  for (const { page, say } of others) {
    const answers = listen(page);
    const agenda = new Agenda(page);
    await agenda.open(`date=${day}`);
    const occupied = agenda.event(say('booking.occupied'));
    await expect(occupied).toBeVisible();
    await occupied.click();
    await expect(page.getByText(say('booking.details.private'))).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    for (const path of [`agenda?date=${day}&table=1`, `agenda?date=${day}&view=list`, `rooms/salle-marronnier?week=${day}`]) {
      await page.goto(`/${SPACE}/${path}`);
      await expect(page.getByText(say('booking.occupied')).first()).toBeVisible();
      expect(await page.content()).not.toContain(secret);
    }
    expect((await Promise.all(answers)).join('\n')).not.toContain(secret);
  }
});

/** Everything the server answers from now on; the live stream never ends and is left out. */
function listen(page: Page): Promise<string>[] {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/') && !response.url().endsWith('/live')) answers.push(response.text().catch(() => ''));
  });
  return answers;
}
