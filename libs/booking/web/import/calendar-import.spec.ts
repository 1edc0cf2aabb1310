import { aReader, aSpace, HousePageTest } from '@bota/spaces/web/testing';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import icalendar from '../i18n/icalendar.fr.json' with { type: 'json' };
import { CalendarImportPage } from './calendar-import';

const organisation = (n: number, name: string) => ({
  ...{ id: `01939b1e-7c00-7d3e-9c1a-00000000000${n}`, slug: `o-${n}`, name, initials: name.slice(0, 2).toUpperCase(), hue: n, pattern: 1 },
  ...{ demo: true, description: {} },
});
const [atelier, house] = [organisation(1, 'Atelier'), organisation(2, 'Maison')];
const resident = (one: typeof atelier) => ({
  ...{ residencyId: one.id, organisation: one, from: '2026-01-01', to: null, status: 'active', occupies: [], isArchived: false },
});
const me = { ...aReader, memberships: [{ organisationId: house.id, role: 'member', organisation: house }] };
const counts = { created: 1, updated: 0, cancelled: 0, unchanged: 0, 'left-out': 0, refused: 0 };
const REPORT = { id: aReader.person.id, source: 'agenda.ics', isDone: false, locations: [], counts, items: [] };

/** A coordinator looks at a calendar; `wishes`: what was asked to be looked at. */
class Page extends HousePageTest {
  readonly wishes: { organisationId?: string }[] = [];

  constructor() {
    super({ path: ':space/house/calendar-import', page: CalendarImportPage, texts: { ui, icalendar } });
  }

  async open(): Promise<HTMLElement> {
    await this.load('/bota-75/house/calendar-import');
    await this.answer();
    return this.element();
  }

  answer = (): Promise<void> =>
    this.settle((request) => {
      const { url, body } = request.request;
      if (url.endsWith('/preview')) this.wishes.push(body as { organisationId?: string });
      if (url === '/api/me') return request.flush(me);
      if (url.endsWith('/residents')) return request.flush({ items: [atelier, house].map(resident) });
      if (url.endsWith('/rooms')) return request.flush({ items: [], floors: [], former: [] });
      if (url.includes('/calendar-imports')) return request.flush(REPORT);
      return request.flush(url === '/api/spaces' ? { items: [] } : { ...aSpace, may: { book: true, configure: true } });
    });

  async take(): Promise<HTMLSelectElement> {
    const input = (await this.element()).querySelector<HTMLInputElement>('[type=file]');
    if (input) Object.defineProperty(input, 'files', { value: [new File(['BEGIN:VCALENDAR'], 'agenda.ics')] });
    input?.dispatchEvent(new Event('change'));
    await this.answer();
    return (await this.element()).querySelector('#icalendar-organisation') as HTMLSelectElement;
  }
}

it('a calendar is looked at in the name in which it will be booked, the reader’s own at first', async () => {
  const test = new Page();
  await test.open();
  const organisations = await test.take();
  expect([organisations.value, test.wishes.map(({ organisationId }) => organisationId)]).toEqual([house.id, [house.id]]);
  organisations.value = atelier.id;
  organisations.dispatchEvent(new Event('change'));
  await test.answer();
  expect(test.wishes.at(-1)?.organisationId).toBe(atelier.id);
});
