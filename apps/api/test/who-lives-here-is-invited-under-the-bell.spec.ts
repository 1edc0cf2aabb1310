import type { NotificationFamily, NotificationWay } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { anotherProcess, titlesTo, toldTo } from './notifications.fixture';
import { calendarsOf, cancels, edits, invited, reads, useGuests } from './participant.fixture';
import type { Someone } from './people.fixture';
import { answers, answersHere } from './reply.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);
const { addressOf, lettersTo, letters, reader, write } = useGuests(api, mail);

const choose = (who: Someone, ways: Partial<Record<NotificationFamily, NotificationWay>>) =>
  who.patch('/api/me/notification-preferences', { ways });

/** How many letters and how many messages under the bell somebody has. */
const heard = async (house: House, who: Someone): Promise<[number?, number?]> => [
  (await lettersTo(who.email))[0],
  (await toldTo(house, who)).length,
];

it('one message for each change, in the application and by letter, with the link in the letter alone', async () => {
  const house = await api.house();
  const { id, uid } = await book(house, { visibility: 'private', ...invited(house.neighbour.email) });
  expect(await heard(house, house.neighbour)).toEqual([1, 1]);
  const [told] = await toldTo(house, house.neighbour);
  expect(told).toMatchObject({ title: 'Invitation\u00a0: Assemblée', path: `bookings/${id}`, family: 'bookings', isRead: false });
  const [letter] = await letters(house.neighbour.email, 1);
  const secret = await mail.secretTo(house.neighbour.email);
  expect([letter?.text?.includes(`/bookings/${id}`), calendarsOf(letter)[0]?.uid, secret.length]).toEqual([true, uid, 43]);
  expect(JSON.stringify(told)).not.toContain(secret);
  expect((await answers(house, reader(), secret, 'accepted')).status).toBe(200);

  await edits(house, id, at('14:00–15:00'));
  expect(await heard(house, house.neighbour)).toEqual([2, 2]);
  await edits(house, id, { description: 'Autre' });
  expect(await heard(house, house.neighbour)).toEqual([2, 2]);
  await cancels(house, id);
  expect(await heard(house, house.neighbour)).toEqual([3, 3]);
  expect(await titlesTo(house, house.neighbour)).toEqual(
    ['Annulé', 'Invitation modifiée', 'Invitation'].map((act) => `${act}\u00a0: Assemblée`),
  );
});

it('in the application alone for who chose that: they answer there', async () => {
  const house = await api.house();
  await choose(house.neighbour, { bookings: 'app' });
  const { id } = await book(house, { visibility: 'private', ...invited(house.neighbour.email) });
  expect(await heard(house, house.neighbour)).toEqual([0, 1]);
  expect((await answersHere(house, house.neighbour, id, 'accepted')).status).toBe(204);
  expect((await reads(house, id)).body.participants).toMatchObject([{ answer: 'accepted' }]);
});

it('once, by two processes and at once', async () => {
  const [house, second] = [await api.house(), await anotherProcess(api)];
  await book(house, invited(house.neighbour.email, house.colleague.email));
  await Promise.all([write(), write(second), write(), write(second)]);
  expect([await heard(house, house.neighbour), await heard(house, house.colleague)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
  await second.close();
});

it('that they are expected no more leads where they may go', async () => {
  const house = await api.house();
  const { id } = await book(house, { visibility: 'private', ...invited(house.neighbour.email) });
  await lettersTo(house.neighbour.email);
  await edits(house, id, invited());
  expect(await heard(house, house.neighbour)).toEqual([2, 2]);
  expect(await toldTo(house, house.neighbour)).toMatchObject([{ title: 'Invitation retirée\u00a0: Assemblée', path: 'agenda' }, {}]);
  expect((await mail.to(house.neighbour.email, 2))[1]?.text).not.toContain(`/bookings/${id}`);
});

it('to who has an account and is not of the house a letter, whatever they chose', async () => {
  const house = await api.house();
  await choose(house.stranger, { bookings: 'app' });
  await book(house, invited(house.stranger.email, addressOf('ada')));
  expect([await heard(house, house.stranger), await lettersTo(addressOf('ada'))]).toEqual([[1, 0], [1]]);
});

it('also to who coordinates the house and belongs to no organisation of it', async () => {
  const house = await api.house();
  await choose(house.coordinator, { bookings: 'app' });
  await book(house, invited(house.coordinator.email));
  expect(await heard(house, house.coordinator)).toEqual([0, 1]);
});
