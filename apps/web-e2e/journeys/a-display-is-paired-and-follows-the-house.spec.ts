import type { Room } from '@bota/spaces/domain';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { pair } from '../support/screens';
import { words } from '../support/words';

const say = words('fr');
/** Of its own: nobody else books it. */
const ROOM = 'Vitrine';

test('a screen shows a code, then its room; it follows bookings, a lost network, and its removal', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: ROOM, capacity: 6 });
  const member = await caretaker('membre.racines');
  const screen = await visit({ width: 1920, height: 1080, process: 1 });
  await screen.goto('/display');
  const code = screen.locator('b75-pairing-view .code');
  await expect(code).toHaveText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/);
  await expect(screen.getByText('Bota 75')).toHaveCount(0);
  // Another page of the same browser shows the same code, and the same room.
  const another = await screen.context().newPage();
  await another.goto('/display');
  await expect(another.locator('b75-pairing-view .code')).toHaveText(await code.innerText());

  const house = await visit({ as: 'coordination' });
  await house.goto(`/${SPACE}/house/displays`);
  await house.getByLabel(say('manage.displays.code')).fill((await code.innerText()).toLowerCase());
  await house.getByLabel(say('manage.displays.name')).fill('Porte de la vitrine');
  await house.getByLabel(say('manage.displays.what')).selectOption({ label: ROOM });
  await house.getByRole('button', { name: say('manage.displays.pair') }).click();
  await expect(house.getByRole('listitem').filter({ hasText: 'Porte de la vitrine' })).toContainText(ROOM);

  await expect(screen.getByRole('heading', { name: ROOM })).toBeVisible();
  await expect(screen.locator('.word')).toHaveText(say('display.state.free'));
  await expect(another.getByRole('heading', { name: ROOM })).toBeVisible();
  await another.close();
  const on = { rooms: [ROOM], visibility: 'public' } as const;
  await member.book({ ...on, title: 'Visite guidée', start: '2026-11-24T13:30', end: '2026-11-24T14:30' });
  await expect(screen.locator('.word')).toHaveText(say('display.state.soon'));
  await expect(screen.getByRole('listitem')).toContainText('Visite guidée');
  await member.book({ ...on, visibility: 'private', title: 'Conseil secret', start: '2026-11-24T15:00', end: '2026-11-24T16:00' });
  await expect(screen.getByRole('listitem').nth(1)).toContainText(say('display.occupied'));
  expect(await screen.content()).not.toContain('Conseil secret');

  await screen.context().setOffline(true);
  const stale = screen.getByText(new RegExp(say('display.stale', { time: '13:2\\d' })));
  await expect(stale).toBeVisible();
  await expect(screen.getByRole('listitem').first()).toContainText('Visite guidée');
  await member.book({ ...on, title: 'Vernissage', start: '2026-11-24T18:00', end: '2026-11-24T20:00' });
  await screen.context().setOffline(false);
  await expect(screen.getByText('Vernissage')).toBeVisible();
  await expect(stale).toHaveCount(0);

  await house
    .getByRole('listitem')
    .filter({ hasText: 'Porte de la vitrine' })
    .getByRole('button', { name: say('manage.displays.revoke') })
    .click();
  await house
    .getByRole('alertdialog')
    .getByRole('button', { name: say('manage.displays.revoking.act') })
    .click();
  await expect(code).toBeVisible();
  await expect(screen.getByRole('heading', { name: ROOM })).toHaveCount(0);
});

test('in the entrance a screen tells each room of the house, in the colours and words of its state', async ({ visit }) => {
  const house = await visit({ as: 'coordination' });
  const screen = await visit({ width: 1920, height: 1080 });
  await screen.goto('/display');
  const code = await screen.locator('b75-pairing-view .code').innerText();
  await house.goto(`/${SPACE}/house/displays`);
  await house.getByLabel(say('manage.displays.code')).fill(code);
  await house.getByLabel(say('manage.displays.name')).fill('Entrée');
  await house.getByRole('button', { name: say('manage.displays.pair') }).click();
  await expect(screen.getByRole('heading', { name: 'Bota 75' })).toBeVisible();
  const row = screen.getByRole('listitem').filter({ hasText: 'Salle A' }).first();
  await expect(row).toContainText(new RegExp([say('display.state.free'), say('display.state.busy')].join('|')));
  await screen.goto('/display/rooms/salle-a');
  await expect(screen.getByRole('heading', { name: 'Salle A' })).toBeVisible();
});

test('long titles push neither the state nor the code off a screen that nobody can scroll', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const { id } = await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: 'Oriel', capacity: 6 });
  const member = await caretaker('membre.racines');
  const title = 'Assemblée générale extraordinaire de la coopérative des habitantes et habitants du quartier Botanique';
  for (const hour of [15, 16, 17, 18])
    await member.book({ rooms: ['Oriel'], visibility: 'public', title, start: `2026-11-24T${hour}:00`, end: `2026-11-24T${hour + 1}:00` });
  const screen = await visit({ width: 1280, height: 800 });
  await pair(screen, { shows: 'room', roomId: id, language: 'fr' });
  for (const [width, height] of [
    [1280, 800],
    [768, 1024],
  ] as const) {
    await screen.setViewportSize({ width, height });
    await expect(screen.getByRole('listitem').first()).toBeInViewport({ ratio: 1 });
    await expect(screen.locator('.word')).toBeInViewport({ ratio: 1 });
    await expect(screen.locator('b75-qr-code')).toBeInViewport({ ratio: 1 });
  }
});
