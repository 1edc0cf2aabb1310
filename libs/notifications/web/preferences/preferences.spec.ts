import type { NotificationPreferences } from '@bota/notifications/domain';
import { aReader, aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import preferences from '../i18n/preferences.fr.json' with { type: 'json' };
import { Preferences } from './preferences';

const kept: NotificationPreferences = {
  families: [
    { family: 'bookings', way: 'mail', ways: ['mail', 'digest', 'app'] },
    { family: 'confirmations', way: 'mail', ways: ['mail', 'none'] },
    { family: 'reminders', way: 'app', ways: ['mail', 'app'] },
  ],
  ...{ reminder: 'day-before', digest: 'daily' },
};

/** What is kept of a person, and what they choose: refused as long as `refuses`. */
class Page extends HousePageTest {
  readonly sent: unknown[] = [];
  refuses = false;
  fails = false;

  constructor() {
    super({ path: 'account', page: Preferences, texts: { ui, preferences } });
  }

  async open(): Promise<HTMLElement> {
    await this.load('/account');
    return this.answer();
  }

  async answer(): Promise<HTMLElement> {
    await this.settle((request) => {
      const { url, method, body } = request.request;
      if (url === '/api/me') return request.flush(aReader);
      if (!url.endsWith('/notification-preferences'))
        return request.flush(url.endsWith('/rooms') ? { items: [], floors: [], former: [] } : aSpace);
      if (method === 'PATCH') this.sent.push(body);
      if (this.fails || (method === 'PATCH' && this.refuses)) return request.flush({}, { status: 503, statusText: 'x' });
      return request.flush(method === 'PATCH' ? chosen(body as Edit) : kept);
    });
    return this.element();
  }

  async choose(label: string, value: string): Promise<HTMLElement> {
    const field = this.field(await this.element(), label);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('change'));
    return this.answer();
  }

  field(page: HTMLElement, label: string): HTMLSelectElement {
    const found = [...page.querySelectorAll('label')].find((one) => words(one) === label);
    const field = page.querySelector<HTMLSelectElement>(`#${found?.htmlFor}`);
    if (!field) throw new Error(`There is no ${label}`);
    return field;
  }
}
type Edit = { ways?: Record<string, NotificationPreferences['families'][number]['way']>; reminder?: 'hour' };
const chosen = ({ ways = {}, ...edit }: Edit): NotificationPreferences => ({
  ...{ ...kept, ...edit },
  families: kept.families.map((one) => ({ ...one, way: ways[one.family] ?? one.way })),
});
const labelsIn = (page: HTMLElement) => [...page.querySelectorAll('label')].map(words);

it('offers for each family the ways it may be heard by, and the moment of reminders below theirs', async () => {
  const test = new Page();
  const page = await test.open();
  const { family, reminder, way } = preferences;
  expect(labelsIn(page)).toEqual([family.bookings, family.confirmations, family.reminders, reminder.label]);
  expect([...test.field(page, family.confirmations).options].map(words)).toEqual([way.mail, way.none]);
  expect(test.field(page, family.bookings).value).toBe('mail');
});

it('keeps a choice at once, and asks for the rhythm of the digest only when something is gathered', async () => {
  const test = new Page();
  const page = await test.open();
  expect(labelsIn(page)).not.toContain(preferences.digest.label);
  await test.choose(preferences.family.bookings, 'digest');
  expect(document.activeElement).toBe(test.field(page, preferences.family.bookings));
  expect([test.sent, labelsIn(page).at(-1)]).toEqual([[{ ways: { bookings: 'digest' } }], preferences.digest.label]);
  await test.choose(preferences.reminder.label, 'hour');
  expect(test.sent[1]).toEqual({ reminder: 'hour' });
});

it('a choice that is not kept is said, and the field goes back to what is', async () => {
  const test = new Page();
  const page = await test.open();
  test.refuses = true;
  await test.choose(preferences.family.bookings, 'app');
  expect(test.field(page, preferences.family.bookings).value).toBe('mail');
  expect(page.querySelector('[role=alert] .note')).not.toBeNull();
});

it('says what could not be read, and tries again', async () => {
  const test = new Page();
  test.fails = true;
  const page = await test.open();
  expect(page.querySelector('ui-failure')).not.toBeNull();
  test.fails = false;
  page.querySelector<HTMLButtonElement>('ui-failure button')?.click();
  await test.answer();
  expect(labelsIn(page)).toContain(preferences.family.bookings);
});
