import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import type { Me } from '@bota/people/domain';
import type { Language } from '@bota/shared/domain';
import { Caretaker } from './caretaker';
import { type Account, addressOf, NOW } from './house';
import { watch } from './watch';

/** Who comes, with what device, and through which of the two processes. Nobody signed in and a French desk computer unless said. */
export type Visit = {
  as?: Account;
  at?: string;
  process?: 0 | 1;
  /** Another site that the journey goes through. */
  through?: string;
  language?: Language;
  /** The account is told to read this language, on this browser only. */
  reads?: Language;
  width?: number;
  height?: number;
  zone?: string;
  scheme?: 'light' | 'dark';
  isTouch?: boolean;
  /** The house goes away while it is looked at: that it cannot be reached is no complaint. */
  isLeft?: boolean;
  moves?: boolean;
};

const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };
const sessions = new Map<Account, ReturnType<typeof newSession>>();

async function newSession(account: Account) {
  const caretaker = await Caretaker.as(account);
  const cookies = await caretaker.cookies();
  await caretaker.leave();
  return cookies;
}

/** One session for each account and worker: signing in is the promise of other journeys. */
function sessionOf(account: Account) {
  const session = sessions.get(account) ?? newSession(account);
  sessions.set(account, session);
  return session;
}

/** Accounts read one language; a page is looked at in three without changing it for others. */
async function readIn(context: BrowserContext, language: Language): Promise<void> {
  await context.route('**/api/me', async (route) => {
    const response = await route.fetch();
    const me = (await response.json()) as Me;
    await route.fulfill({ response, json: { ...me, person: { ...me.person, language } } });
  });
}

const isOfLeaving = (complaint: string) =>
  /net::ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|CONNECTION_RESET)/.test(complaint);

type Fixtures = {
  /** Opens a browser of its own; what it asks for elsewhere and complains about fails the journey. */
  visit: (how?: Visit) => Promise<Page>;
  caretaker: (account: Account) => Promise<Caretaker>;
};

export const test = base.extend<Fixtures>({
  launchOptions: [
    async ({}, use) => {
      const { findChromium } = await import('../../../tools/launcher/chromium.mjs');
      const executablePath = (await findChromium()) ?? undefined;
      await use({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
    },
    { scope: 'worker' },
  ],
  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (how = {}) => {
      const {
        width = 1440,
        height = 900,
        language = 'fr',
        zone = 'Europe/Brussels',
        scheme = 'light',
        isTouch = false,
        moves = false,
      } = how;
      const baseURL = how.at ?? addressOf(how.process ?? 0);
      const device = {
        viewport: { width, height },
        locale: LOCALES[language],
        timezoneId: zone,
        colorScheme: scheme,
        hasTouch: isTouch,
      } as const;
      const context = await browser.newContext({ baseURL, ...device, reducedMotion: moves ? 'no-preference' : 'reduce' });
      contexts.push(context);
      if (how.as) await context.addCookies(await sessionOf(how.as));
      if (how.reads) await readIn(context, how.reads);
      await context.clock.install({ time: NOW });
      watch(context, [baseURL, ...(how.through ? [how.through] : [])], (complaint) => {
        if (!(how.isLeft && isOfLeaving(complaint))) complaints.push(complaint);
      });
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, 'requests elsewhere, console errors, script errors').toEqual([]);
  },
  caretaker: async ({}, use) => {
    const all: Caretaker[] = [];
    await use(async (account) => {
      const caretaker = await Caretaker.as(account);
      all.push(caretaker);
      return caretaker;
    });
    await Promise.all(all.map((caretaker) => caretaker.leave()));
  },
});

export { expect, type Page } from '@playwright/test';
