import { aReader, aSpace, HousePageTest } from '@bota/spaces/web/testing';
import { type LiveEvent, LiveStream } from '@bota/spaces/web';
import { Subject } from 'rxjs';
import shell from '../i18n/shell.fr.json' with { type: 'json' };
import ui from '../../../libs/shared/ui/i18n/ui.fr.json' with { type: 'json' };
import { Bell } from './bell';

/** The bell of a house, for who is signed in or not, and how much they have not read. */
class Page extends HousePageTest {
  readonly news: Subject<LiveEvent>;
  readonly asked: string[] = [];
  unread = 0;

  constructor(private readonly isSignedIn = true) {
    const news = new Subject<LiveEvent>();
    const live = { provide: LiveStream, useValue: { of: () => news } };
    super({ path: ':space/today', page: Bell, texts: { ui, shell }, providers: [live] });
    this.news = news;
  }

  async open(unread: number): Promise<HTMLElement> {
    this.unread = unread;
    await this.load('/bota-75/today');
    return this.answer();
  }

  async hear(type: LiveEvent['type'], unread: number): Promise<HTMLElement> {
    this.unread = unread;
    this.news.next({ type, data: {} });
    return this.answer();
  }

  private async answer(): Promise<HTMLElement> {
    await this.settle((request) => {
      const { url } = request.request;
      this.asked.push(url);
      if (url === '/api/me' && this.isSignedIn) request.flush(aReader);
      else if (url === '/api/me') request.flush({}, { status: 401, statusText: 'x' });
      else if (url.endsWith('/notifications/count')) request.flush({ unread: this.unread });
      else request.flush(url.endsWith('/rooms') ? { items: [], floors: [], former: [] } : aSpace);
    });
    return this.element();
  }
}
const countIn = (page: HTMLElement) => page.querySelector('.count')?.textContent ?? null;
const saidIn = (page: HTMLElement) => page.querySelector('[aria-live]')?.textContent;
const labelIn = (page: HTMLElement) => page.querySelector('a')?.getAttribute('aria-label');
const unread = (n: number) => shell.notifications.unread[n === 1 ? 'one' : 'other'].replace('{{ n }}', String(n));

it('is quiet when everything is read, and leads to what was told', async () => {
  const page = await new Page().open(0);
  expect([countIn(page), labelIn(page), saidIn(page)]).toEqual([null, shell.notifications.title, '']);
  expect(page.querySelector('a')?.getAttribute('href')).toBe('/bota-75/notifications');
});

it.each([
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('of %i that are not read it shows %s, and says how many', async (count, shown) => {
  const page = await new Page().open(count);
  expect([countIn(page), labelIn(page), saidIn(page)]).toEqual([shown, unread(count), unread(count)]);
});

it('counts again when something is told, or may have been missed; other news do not disturb it', async () => {
  const test = new Page();
  await test.open(1);
  expect(countIn(await test.hear('change', 2))).toBe('1');
  expect(countIn(await test.hear('notification', 2))).toBe('2');
  expect(countIn(await test.hear('missed', 3))).toBe('3');
});

it('asks nothing for who is signed out', async () => {
  const test = new Page(false);
  const page = await test.open(5);
  expect([countIn(page), test.asked.filter((url) => url.includes('/notifications'))]).toEqual([null, []]);
});
