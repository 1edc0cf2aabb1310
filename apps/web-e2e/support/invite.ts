import { request } from '@playwright/test';
import type { Caretaker } from './caretaker';
import { addressOf, SPACE } from './house';
import { linkTo } from './outbox';

/** Long enough for an account of one’s own, unlike that of the demo. */
export const OWN_PASSWORD = 'une phrase que je retiens';

/** The coordination invites an address into an organisation; answers the path of the link in the letter, as the outbox keeps it. */
export async function invite(coordination: Caretaker, email: string, organisation = 'Racines & Finances'): Promise<string> {
  const { items } = await coordination.get<{ items: { organisation: { id: string; name: string } }[] }>(`/api/spaces/${SPACE}/residents`);
  const id = items.find((resident) => resident.organisation.name === organisation)?.organisation.id;
  await coordination.send(`/api/organisations/${id}/invitations`, { email });
  return linkTo(coordination, email, 'invitation');
}

/** Accepts an invitation by the API with a new account. */
export async function openAccount(link: string, displayName: string): Promise<void> {
  const url = addressOf(0);
  const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  const data = { token: link.split('#')[1], account: { displayName, password: OWN_PASSWORD, language: 'fr' } };
  const response = await api.post('/api/invitations/acceptance', { data });
  if (!response.ok()) throw new Error(await response.text());
  await api.dispose();
}
