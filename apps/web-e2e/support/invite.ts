import { request } from '@playwright/test';
import type { LetterList } from '@bota/residents/domain';
import type { Caretaker } from './caretaker';
import { addressOf, SPACE } from './house';

/** Long enough for an account of one’s own, unlike that of the demo. */
export const OWN_PASSWORD = 'une phrase que je retiens';

/** The coordination invites an address into an organisation; answers the path of the link in the letter, as the outbox keeps it. */
export async function invite(coordination: Caretaker, email: string, organisation = 'Racines & Finances'): Promise<string> {
  const { items } = await coordination.get<{ items: { organisation: { id: string; name: string } }[] }>(`/api/spaces/${SPACE}/residents`);
  const id = items.find((resident) => resident.organisation.name === organisation)?.organisation.id;
  await coordination.send(`/api/organisations/${id}/invitations`, { email });
  const letters = await coordination.get<LetterList>(`/api/spaces/${SPACE}/letters`);
  const text = letters.items.find(({ recipient, kind }) => recipient === email && kind === 'invitation')?.text ?? '';
  const [path] = /\/invitation#[\w-]{43}/.exec(text) ?? [];
  if (!path) throw new Error(`The outbox has no invitation for ${email}.`);
  return path;
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
