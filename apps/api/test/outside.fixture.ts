import type { OutsideAskInput, OutsideForm, OutsideRequest, OutsideRequestList } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { HttpClient } from '@bota/shared/testing';
import type { Api } from './api.fixture';
import type { House } from './house.fixture';
import type { MailServer } from './mail.fixture';

type Wish = Partial<OutsideAskInput>;
let count = 0;
/** Addresses of their own, so that limits of one test are not those of another. */
export const someAddress = () => `zoe.${(count += 1)}@example.org`;

/** A house that lets neighbours ask. */
export async function openToNeighbours(api: Api): Promise<House> {
  const house = await api.house();
  const { status } = await house.coordinator.patch(house.path('').replace(/\/$/, ''), { neighboursMayAsk: true });
  if (status !== 200) throw new Error(`not opened: ${status}`);
  return house;
}

/** The form as it is handed out, at this moment of the API. */
export const stamp = async (house: House, who: HttpClient): Promise<string> =>
  (await who.get<OutsideForm>(house.path('outside-requests/form'))).body.stamp;

/** What a neighbour fills in, on Monday 16 March 2026, 14:00–16:00. */
export const filled = (wish: Wish): Wish => ({
  ...{ name: 'Zoé Martin', phone: '+32 470 12 34 56', purpose: 'Fête de rue', message: 'Avec un buffet', attendees: 12, language: 'fr' },
  ...{ start: '2026-03-16T14:00', end: '2026-03-16T16:00', email: 'zoe@example.org', ...wish },
});

export const send = (house: House, who: HttpClient, wish: Wish) =>
  who.post<Problem>(house.path('outside-requests'), filled(wish), { headers: { 'x-forwarded-for': `10.0.0.${(count += 1) % 250}` } });

export const confirm = (house: House, who: HttpClient, token: string) =>
  who.post<Problem>(house.path('outside-requests/confirmation'), { token });

export const asked = async (house: House): Promise<OutsideRequest[]> =>
  (await house.coordinator.get<OutsideRequestList>(house.path('outside-requests'))).body.items;

/** Asks and confirms by the letter; five seconds and more go by. */
export async function asksFor(api: Api, mail: MailServer, house: House, wish: Wish = {}): Promise<OutsideRequest> {
  const who = api.anonymous();
  const email = wish.email ?? someAddress();
  api.setNow('2026-03-02T08:00:00Z');
  const handedOut = await stamp(house, who);
  api.setNow('2026-03-02T08:01:00Z');
  const before = mail.received.filter(({ rcpt }) => rcpt.includes(email)).length;
  const { status, text } = await send(house, who, { ...wish, email, stamp: handedOut });
  if (status !== 202) throw new Error(`not asked: ${status} ${text}`);
  await confirm(house, who, await mail.secretTo(email, before + 1));
  const found = (await asked(house)).find((one) => one.email === email && !one.bookingId);
  if (!found) throw new Error('not confirmed');
  return found;
}
