import { expect, type Page, request } from '@playwright/test';
import type { DisplayDraft } from '@bota/booking/domain';
import { encode } from 'uqr';
import { emailOf, PASSWORD, SPACE } from './house';

type Shows = Pick<DisplayDraft, 'shows' | 'roomId' | 'language'>;

/** Makes a page a screen of the house, as the coordination does: by the code it shows. */
export async function pair(screen: Page, { shows, roomId, language }: Shows): Promise<void> {
  await screen.goto('/display');
  const code = screen.locator('b75-pairing-view .code');
  await expect(code).toHaveText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/);
  const origin = new URL(screen.url()).origin;
  const api = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
  await api.post('/api/auth/session', { data: { email: emailOf('coordination'), password: PASSWORD } });
  const data = { code: await code.innerText(), name: 'Borne 75', shows, roomId, language };
  const answer = await api.post(`/api/spaces/${SPACE}/displays`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  await api.dispose();
  await expect(code).toHaveCount(0);
}

/** What a camera would read of the code on a page: the squares drawn are those of this address, and of no other. */
export async function expectCodeOf(page: Page, address: string): Promise<void> {
  const drawn = await page.locator('b75-qr-code path').getAttribute('d');
  const dark = new Set([...(drawn ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const code = encode(address, { ecc: 'M', border: 4 });
  const squares = code.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
  expect([...dark].sort()).toEqual(squares.sort());
}
