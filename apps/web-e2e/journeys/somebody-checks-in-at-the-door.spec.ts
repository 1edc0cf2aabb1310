import type { Room } from '@bota/spaces/domain';
import { SPACE } from '../support/house';
import { expect, test } from '../support/journey';
import { expectCodeOf, pair } from '../support/screens';
import { words } from '../support/words';

const say = words('fr');
/** Of its own: who comes to the others is not asked. */
const ROOM = 'Chambre d’écho';
const TITLE = 'Écoute collective';

test('a sheet at the door leads to one button; who came is seen by all, at once', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const rules = { checkIn: { opensMinutes: 15, releaseMinutes: 15 } };
  const { id, slug } = await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name: ROOM, capacity: 8, rules });
  const member = await caretaker('membre.racines');
  const booking = await member.book({ rooms: [ROOM], title: TITLE, start: '2026-11-24T13:30', end: '2026-11-24T14:30' });

  const house = await visit({ as: 'coordination' });
  await house.goto(`/${SPACE}/house/rooms/${slug}/door`);
  await expect(house.getByRole('img', { name: say('manage.door.code', { room: ROOM }) })).toBeVisible();

  const visitor = await visit();
  await visitor.goto(`/${SPACE}/rooms/${id}/check-in`);
  await expect(visitor.getByRole('heading', { name: ROOM })).toBeVisible();
  await expect(visitor.getByText(say('booking.occupied'))).toBeVisible();
  await expect(visitor.getByText(TITLE)).toHaveCount(0);
  await expect(visitor.getByRole('link', { name: say('booking.door.signIn') })).toHaveAttribute('href', /sign-in\?return=.*check-in/);

  const neighbour = await visit({ as: 'membre.vaart', language: 'fr', reads: 'fr', process: 1 });
  await neighbour.goto(`/${SPACE}/bookings/${booking.id}`);
  await expect(neighbour.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(neighbour.getByRole('button', { name: say('booking.checkIn.here') })).toHaveCount(0);

  const phone = await visit({ as: 'membre.racines', width: 390, height: 844, isTouch: true });
  await phone.goto(`/${SPACE}/rooms/${id}/check-in`);
  const button = phone.getByRole('button', { name: say('booking.checkIn.here') });
  await expect(phone.getByText(say('booking.checkIn.else', { time: '13:45' }))).toBeVisible();
  await button.tap();
  await expect(phone.getByText(say('booking.status.checked_in'), { exact: true })).toBeVisible();
  await expect(button).toHaveCount(0);
  await expect(neighbour.getByText(say('booking.status.checked_in'), { exact: true })).toBeVisible();
});

test('the code on the screen at the door, scanned with a phone, leads to the one button; the screen follows', async ({
  visit,
  caretaker,
}) => {
  const coordination = await caretaker('coordination');
  const rules = { checkIn: { opensMinutes: 15, releaseMinutes: 15 } };
  const name = 'Alcôve';
  const room = await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name, capacity: 4, rules });
  const member = await caretaker('membre.racines');
  await member.book({ rooms: [name], title: 'Entretien', start: '2026-11-24T13:30', end: '2026-11-24T14:30' });
  const screen = await visit({ width: 1280, height: 800 });
  await pair(screen, { shows: 'room', roomId: room.id, language: 'fr' });
  await expect(screen.getByText(say('display.checkIn', { time: '13:45' }))).toBeVisible();
  const address = `/${SPACE}/rooms/${room.id}/check-in`;
  await expectCodeOf(screen, new URL(address, screen.url()).href);

  const phone = await visit({ width: 390, height: 844, isTouch: true });
  await phone.goto(address);
  await phone.getByRole('link', { name: say('booking.door.signIn') }).tap();
  await phone.getByRole('button', { name: /Membre, Racines & Finances/ }).tap();
  await expect(phone).toHaveURL(new RegExp(`${room.id}/check-in$`));
  await phone.getByRole('button', { name: say('booking.checkIn.here') }).tap();
  await expect(phone.getByText(say('booking.status.checked_in'), { exact: true })).toBeVisible();
  await expect(screen.getByText(say('display.checkIn', { time: '13:45' }))).toHaveCount(0);
});

test('the next booking on the first page has the button too, and before its time says when it opens', async ({ visit, caretaker }) => {
  const coordination = await caretaker('coordination');
  const rules = { checkIn: { opensMinutes: 10, releaseMinutes: 20 } };
  const name = 'Cellier';
  await coordination.send<Room>(`/api/spaces/${SPACE}/rooms`, { name, capacity: 4, rules });
  const admin = await caretaker('admin.racines');
  await admin.book({ rooms: [name], title: 'Dégustation', start: '2026-11-24T13:35', end: '2026-11-24T14:30' });
  const page = await visit({ as: 'admin.racines', reads: 'fr' });
  await page.goto(`/${SPACE}/today`);
  const next = page.locator('b75-next-booking');
  await expect(next).toContainText('Dégustation');
  await expect(next).toContainText(say('booking.checkIn.early', { time: '13:25' }));
  await page.clock.fastForward(6 * 60_000);
  await expect(next.getByRole('button', { name: say('booking.checkIn.here') })).toBeVisible();
});
