import { aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import preferences from '../i18n/preferences.fr.json' with { type: 'json' };
import { UnsubscribePage } from './unsubscribe';

const { unsubscribe, family } = preferences;
const TOKEN = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10.closures.signature';

/** Where the link of a letter leads; nobody is signed in. */
class Page extends HousePageTest {
  readonly posted: string[] = [];
  status = 200;

  constructor() {
    super({ path: 'unsubscribe', page: UnsubscribePage, texts: { ui, preferences } });
  }

  async open(token = TOKEN): Promise<HTMLElement> {
    await this.load(`/unsubscribe#${token}`);
    return this.answer();
  }

  async answer(): Promise<HTMLElement> {
    await this.settle((request) => {
      const { url, method } = request.request;
      if (method === 'POST') this.posted.push(url);
      if (url === '/api/me') request.flush({}, { status: 401, statusText: 'x' });
      else if (!url.includes('unsubscriptions')) request.flush(url.endsWith('/rooms') ? { items: [], floors: [], former: [] } : aSpace);
      else if (this.status === 200) request.flush({ family: 'closures' });
      else request.flush({}, { status: this.status, statusText: 'x' });
    });
    return this.element();
  }

  async press(): Promise<HTMLElement> {
    [...(await this.element()).querySelectorAll('button')].find((one) => words(one) === unsubscribe.act)?.click();
    return this.answer();
  }
}

it('opening it ends nothing: programs look at links too', async () => {
  const test = new Page();
  const page = await test.open();
  expect([words(page.querySelector('h1')), test.posted]).toEqual([unsubscribe.title.replaceAll('\u00a0', ' '), []]);
  expect(words(page)).toContain(family.closures);
});

it('one press ends it, and leads to what else may be chosen', async () => {
  const test = new Page();
  await test.open();
  const page = await test.press();
  expect(test.posted).toEqual([`/api/unsubscriptions/${TOKEN}`]);
  expect(words(page.querySelector('h1'))).toBe(unsubscribe.done);
  expect(page.querySelector('main a[href="/account#notifications"]')).not.toBeNull();
});

it('what failed is said, and may be pressed again', async () => {
  const test = new Page();
  await test.open();
  test.status = 503;
  const page = await test.press();
  expect(page.querySelector('[role=alert] .note')).not.toBeNull();
  test.status = 200;
  expect(words((await test.press()).querySelector('h1'))).toBe(unsubscribe.done);
});

it.each([
  ['nothing', ''],
  ['half a link', '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10'],
  ['a family nobody knows', '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10.gossip.signature'],
])('of %s it says that the link is not complete, and offers no press', async (_, token) => {
  const page = await new Page().open(token);
  expect(words(page.querySelector('h1'))).toBe(unsubscribe.broken);
  expect(words(page)).not.toContain(unsubscribe.act);
});
