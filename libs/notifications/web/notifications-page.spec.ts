import { TestBed } from '@angular/core/testing';
import type { Notification, NotificationList } from '@bota/notifications/domain';
import { aReader, aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import { type LiveEvent, LiveStream } from '@bota/spaces/web';
import { Router } from '@angular/router';
import { Subject } from 'rxjs';
import ui from '../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import notifications from './i18n/notifications.fr.json' with { type: 'json' };
import { NotificationsPage } from './notifications-page';

const id = (n: number) => `01939b1e-7c00-7d3e-9c1a-${String(n).padStart(12, '0')}`;
const told = (n: number, more: Partial<Notification> = {}): Notification => ({
  ...{ id: id(n), family: 'bookings', title: `Réservation ${n} annulée`, text: ['Fuite d’eau.'], path: `bookings/${id(n)}?at=x` },
  ...{ at: '2026-03-16T09:00:00.000Z', isRead: false, ...more },
});

/** The page with its server: what is asked, and what was posted. */
class Page extends HousePageTest {
  readonly news = new Subject<LiveEvent>();
  readonly posted: [string, unknown][] = [];
  list: NotificationList | 'fails' = { items: [], unread: 0 };

  constructor() {
    const live = { provide: LiveStream, useValue: { of: () => news } };
    const news = new Subject<LiveEvent>();
    super({ path: ':space/notifications', page: NotificationsPage, texts: { ui, notifications }, providers: [live] });
    this.news = news;
  }

  async open(list: NotificationList | 'fails'): Promise<HTMLElement> {
    this.list = list;
    await this.load('/bota-75/notifications');
    return this.answer();
  }

  async answer(): Promise<HTMLElement> {
    await this.settle((request) => {
      const { url, method, body } = request.request;
      if (method === 'POST') this.posted.push([url.replace(/^.*notifications/, ''), body]);
      if (url === '/api/me') request.flush(aReader);
      else if (method === 'POST') request.flush(null);
      else if (!url.includes('/notifications')) request.flush(url.endsWith('/rooms') ? { items: [], floors: [], former: [] } : aSpace);
      else if (this.list === 'fails') request.flush({}, { status: 503, statusText: 'x' });
      else request.flush(url.includes('before=') ? { items: [told(1)], unread: 0 } : this.list);
    });
    return this.element();
  }

  async press(name: string): Promise<void> {
    const page = await this.element();
    const found = [...page.querySelectorAll<HTMLElement>('button')].find((one) =>
      (one.getAttribute('aria-label') ?? words(one)).includes(name),
    );
    if (!found) throw new Error(`There is no ${name}`);
    found.focus();
    found.click();
    await this.answer();
  }
}

const rows = (page: HTMLElement) => [...page.querySelectorAll('b75-notification-row')].map(words);

it('lists what was told under its days, says what is new, and leads there', async () => {
  const page = await new Page().open({
    items: [told(3), told(2, { isRead: true, at: '2026-03-15T22:59:00.000Z' })],
    unread: 1,
  });
  expect([...page.querySelectorAll('h2')].map(words)).toEqual(['Lundi 16 mars 2026', 'Dimanche 15 mars 2026']);
  expect(rows(page)).toEqual(['Non lue Réservation 3 annulée Fuite d’eau. 10:00', 'Réservation 2 annulée Fuite d’eau. 23:59']);
  expect(page.querySelector('b75-notification-row a')?.getAttribute('href')).toBe(`/bota-75/bookings/${id(3)}?at=x`);
});

it('marks one as read without leaving, or by following it', async () => {
  const test = new Page();
  const page = await test.open({ items: [told(3), told(2)], unread: 2 });
  await test.press('Réservation 2 annulée');
  expect(test.posted).toEqual([[`/${id(2)}/reading`, {}]]);
  page.querySelector<HTMLAnchorElement>('b75-notification-row a')?.click();
  await test.answer();
  expect(test.posted[1]).toEqual([`/${id(3)}/reading`, {}]);
  expect(TestBed.inject(Router).url).toBe(`/bota-75/bookings/${id(3)}?at=x`);
});

it('marks all up to the latest that is shown as read, and offers that only while something is new', async () => {
  const test = new Page();
  const page = await test.open({ items: [told(3), told(2)], unread: 2 });
  await test.press(notifications.readAll);
  expect(test.posted).toEqual([['/reading', { upTo: id(3) }]]);
  test.list = { items: [told(3, { isRead: true })], unread: 0 };
  test.news.next({ type: 'notification', data: {} });
  await test.answer();
  expect(words(page)).not.toContain(notifications.readAll);
});

it('shows what comes while it is open, and what was missed; other news do not disturb it', async () => {
  const test = new Page();
  const page = await test.open({ items: [], unread: 0 });
  expect(words(page)).toContain(notifications.none);
  test.list = { items: [told(4)], unread: 1 };
  test.news.next({ type: 'change', data: {} });
  expect(rows(await test.answer())).toEqual([]);
  test.news.next({ type: 'missed', data: null });
  expect(rows(await test.answer())).toHaveLength(1);
});

it('brings earlier ones below, until there are no more', async () => {
  const test = new Page();
  const page = await test.open({ items: [told(3), told(2)], unread: 0, next: id(2) });
  await test.press(notifications.more);
  expect(rows(page)).toHaveLength(3);
  expect(words(page)).not.toContain(notifications.more);
});

it('says what failed, and tries again', async () => {
  const test = new Page();
  const page = await test.open('fails');
  expect(page.querySelector('ui-failure')).not.toBeNull();
  test.list = { items: [told(3)], unread: 1 };
  await test.press(ui.retry);
  expect(rows(page)).toHaveLength(1);
});

it('who has read one goes on with the next that is new, and who has read all with the first', async () => {
  const test = new Page();
  await test.open({ items: [told(3), told(2, { isRead: true }), told(1)], unread: 2 });
  await test.press('Réservation 3 annulée');
  test.list = { items: [told(3, { isRead: true }), told(2, { isRead: true }), told(1)], unread: 1 };
  test.news.next({ type: 'notification' } as unknown as LiveEvent);
  await test.answer();
  expect(document.activeElement?.getAttribute('aria-label')).toContain('Réservation 1 annulée');
  await test.press('Tout marquer comme lu');
  test.list = { items: [3, 2, 1].map((n) => told(n, { isRead: true })), unread: 0 };
  test.news.next({ type: 'notification' } as unknown as LiveEvent);
  await test.answer();
  expect(words(document.activeElement)).toBe('Réservation 3 annulée');
});
