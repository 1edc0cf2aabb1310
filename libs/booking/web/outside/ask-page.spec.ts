import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { UI_TEXTS } from '@bota/shared/ui';
import { aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import { NEVER } from 'rxjs';
import people from '../../../people/web/i18n/people.fr.json' with { type: 'json' };
import outside from '../i18n/outside.fr.json' with { type: 'json' };
import { Live } from '../live';
import { at, booked, FLOORS, marronnier, salleA } from '../rooms/house.fixture';
import { setClock } from '../rooms/page.fixture';
import { AskPage } from './ask-page';

const { default: ui } = await UI_TEXTS.fr();
const PURPOSE = 'Atelier de couture';

/** The form of a house that lets neighbours ask, where every request is taken. */
class Asking extends HousePageTest {
  readonly sent: object[] = [];

  constructor() {
    super({
      path: ':space/ask',
      page: AskPage,
      texts: { ui, people, outside },
      providers: [{ provide: Live, useValue: { of: () => NEVER } }],
    });
  }

  answered = (): Promise<void> => this.settle((request) => request.flush(this.reply(request)));

  private reply({ request: { url, method, body } }: TestRequest): object | null {
    if (method === 'POST') this.sent.push(body as object);
    if (method === 'POST') return null;
    if (url.endsWith('/form')) return { stamp: 'stamp' };
    if (url.endsWith('/rooms')) return { items: [salleA, marronnier], floors: FLOORS };
    if (url.includes('/calendar?')) return { items: [booked(salleA, '10:00', '12:00')], closures: [] };
    if (url === '/api/spaces') return { items: [] };
    return { ...aSpace, neighboursMayAsk: true, may: { book: false, configure: false } };
  }
}

const field = (page: HTMLElement, id: string) => page.querySelector<HTMLInputElement>(`#ask-${id}`)!;
function type(page: HTMLElement, values: Record<string, string>): void {
  for (const [id, value] of Object.entries(values)) {
    field(page, id).value = value;
    field(page, id).dispatchEvent(new Event('input'));
  }
}
const press = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll<HTMLElement>('button')].find((button) => words(button) === name)?.click();
async function open(url: string) {
  const test = new Asking();
  await test.load(url);
  await test.answered();
  return { test, page: await test.element() };
}
const SLOT = '/bota-75/ask?room=salle-a&start=2026-11-24T13:00&end=2026-11-24T15:00';

beforeEach(() => {
  setClock(at('13:20'));
  sessionStorage.clear();
});

it('is filled in with the room and the time that were free there, and says whether they still are', async () => {
  const { test, page } = await open(SLOT);
  expect(['date', 'from', 'to'].map((id) => field(page, id).value)).toEqual(['mar. 24 nov.', '13:00', '15:00']);
  expect(field(page, 'roomId').value).toBe(salleA.id);
  expect(words(page.querySelector('.free'))).toBe('Salle A est libre à ce moment.');
  type(page, { from: '11:00' });
  await test.answered();
  expect(words(page.querySelector('.free'))).toBe(
    'Salle A n’est pas libre à ce moment. Libre ce jour-là : 12:00–21:00. Vous pouvez demander quand même.',
  );
});

it('a mistyped address is put right with one press: everything else stands as it was typed', async () => {
  const { test, page } = await open(SLOT);
  type(page, { purpose: PURPOSE, attendees: '4', name: 'Zoé', email: 'zoe@exemple.og' });
  press(page, 'Envoyer la demande');
  await test.answered();
  expect(words(page.querySelector('h1'))).toBe('Regardez votre boîte e-mail');
  press(page, 'Corriger l’adresse');
  await test.answered();
  expect([field(page, 'purpose').value, field(page, 'from').value]).toEqual([PURPOSE, '13:00']);
  type(page, { email: 'zoe@exemple.org' });
  press(page, 'Envoyer la demande');
  await test.answered();
  expect(test.sent).toMatchObject([
    { purpose: PURPOSE, email: 'zoe@exemple.og' },
    { purpose: PURPOSE, email: 'zoe@exemple.org', start: '2026-11-24T13:00' },
  ]);
});

it('what is typed outlives a reload, until it is sent', async () => {
  const { test, page } = await open(SLOT);
  type(page, { purpose: PURPOSE, attendees: '4', name: 'Zoé', email: 'zoe@exemple.org' });
  await test.answered();
  TestBed.resetTestingModule();
  const again = await open(SLOT);
  expect([field(again.page, 'purpose').value, field(again.page, 'email').value]).toEqual([PURPOSE, 'zoe@exemple.org']);
  press(again.page, 'Envoyer la demande');
  await again.test.answered();
  expect(again.test.sent).toHaveLength(1);
  TestBed.resetTestingModule();
  expect(field((await open(SLOT)).page, 'purpose').value).toBe('');
});
