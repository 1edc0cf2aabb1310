import { aReader, aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import booking from '../i18n/booking.fr.json' with { type: 'json' };
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
  readonly wishes: { organisationId?: string; overrideReason?: string }[] = [];
  report: object = REPORT;

  constructor() {
    super({ path: ':space/house/calendar-import', page: CalendarImportPage, texts: { ui, booking, icalendar } });
  }

  async open(): Promise<HTMLElement> {
    await this.load('/bota-75/house/calendar-import');
    await this.answer();
    return this.element();
  }

  answer = (): Promise<void> =>
    this.settle((request) => {
      const { url, body } = request.request;
      if (url.endsWith('/preview')) this.wishes.push(body as Page['wishes'][number]);
      if (url === '/api/me') return request.flush(me);
      if (url.endsWith('/residents')) return request.flush({ items: [atelier, house].map(resident) });
      if (url.endsWith('/rooms')) return request.flush({ items: [], floors: [], former: [] });
      if (url.includes('/calendar-imports')) return request.flush(this.report);
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

it('what the rules of a room refuse is booked over them, for a reason', async () => {
  const test = new Page();
  const page = await test.open();
  const event = { uid: 'a', title: 'Concert', location: 'Salle A', start: '2026-03-16T22:00', isSeries: false, dates: 0, conflicts: 1 };
  test.report = { ...REPORT, items: [{ ...event, state: 'refused', reasons: [{ code: 'CLOSED' }] }] };
  await test.take();
  const field = () => page.querySelector('b75-override-field') as HTMLElement;
  expect(field().textContent).toContain('Réserver malgré la règle');
  field().querySelector('button')?.click();
  await test.answer();
  expect(field().textContent).toContain('fermée');
  const reason = field().querySelector('textarea') as HTMLTextAreaElement;
  reason.value = 'Fête du quartier';
  reason.dispatchEvent(new Event('input', { bubbles: true }));
  test.report = { ...REPORT, items: [{ ...event, state: 'created', dates: 1, conflicts: 0, reasons: [] }] };
  reason.dispatchEvent(new Event('change', { bubbles: true }));
  await test.answer();
  expect(test.wishes.at(-1)?.overrideReason).toBe('Fête du quartier');
  expect(words(field())).toContain('Règles mises de côté : fermée.');
  [...field().querySelectorAll('button')].at(-1)?.click();
  await test.answer();
  expect(test.wishes.at(-1)).not.toHaveProperty('overrideReason');
});
