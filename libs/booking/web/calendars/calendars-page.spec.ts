import type { TestRequest } from '@angular/common/http/testing';
import { Confirm, UI_TEXTS } from '@bota/shared/ui';
import { aReader, aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import calendars from '../i18n/calendars.fr.json' with { type: 'json' };
import { CalendarsPage } from './calendars-page';

const { default: ui } = await UI_TEXTS.fr();
const feed = {
  ...{ id: '00000000-0000-7000-8000-000000000901', kind: 'person', subject: null },
  ...{ createdAt: '2026-11-24T12:20:00Z', lastReadAt: null },
};

/** The page of calendars where every question is answered with yes. */
class Calendars extends HousePageTest {
  private feeds: object[] = [];

  constructor() {
    const providers = [{ provide: Confirm, useValue: { ask: async () => true } }];
    super({ path: ':space/calendars', page: CalendarsPage, texts: { ui, calendars }, providers });
  }

  answered = (): Promise<void> => this.settle((request) => request.flush(this.reply(request)));

  private reply({ request: { url, method } }: TestRequest): object | null {
    if (url === '/api/me') return aReader;
    if (method === 'POST') this.feeds = [feed];
    if (method === 'DELETE') this.feeds = [];
    if (method === 'DELETE') return null;
    if (url.endsWith('/feeds')) return method === 'POST' ? { ...feed, path: '/api/calendars/secret.ics' } : { items: this.feeds };
    if (url.endsWith('/rooms')) return { items: [], floors: [] };
    return url === '/api/spaces' || url.endsWith('/residents') ? { items: [] } : { ...aSpace, may: { book: true, configure: false } };
  }
}

function press(page: HTMLElement, name: string): void {
  const button = [...page.querySelectorAll<HTMLElement>('button')].find((one) => words(one) === name);
  button?.focus();
  button?.click();
}

it('shows the address of a new link until that link is revoked', async () => {
  const test = new Calendars();
  const page = await test.load('/bota-75/calendars');
  await test.answered();
  press(page, 'Créer le lien');
  await test.answered();
  expect(page.querySelector('b75-new-feed .made')).not.toBeNull();
  press(page, 'Révoquer');
  await test.answered();
  expect(words(page.querySelector('b75-feed-list'))).toContain('Vous n’avez pas encore de lien');
  expect(page.querySelector('b75-new-feed .made')).toBeNull();
  expect(words(document.activeElement)).toBe('Vous n’avez pas encore de lien.');
});
