import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Display } from '@bota/booking/domain';
import { Confirm } from '@bota/shared/ui';
import { salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { DisplaysPage } from './displays-page';

const screen = (name: string, more: Partial<Display> = {}): Display => ({
  ...{ id: `00000000-0000-7000-8000-00000000070${name.length}`, name, shows: 'today', roomId: null, language: 'fr' },
  ...{ pairedAt: '2026-11-24T08:00:00Z', seenAt: '2026-11-24T12:19:30Z' },
  ...more,
});
const listed = (...items: Display[]) => ({ others: { '/displays': { items } } });
async function open(...items: Display[]) {
  const test = new PageInHouse(':space/house/displays', DisplaysPage);
  const page = await test.open('/bota-75/house/displays', listed(...items));
  return { test, page };
}
const button = (page: HTMLElement, text: string) =>
  [...page.querySelectorAll<HTMLButtonElement>('button')].find((one) => words(one).startsWith(text));
const sent = (method: string) => TestBed.inject(HttpTestingController).expectOne((request) => request.method === method);

it('a screen that somebody else added is there, without a reload of the page', async () => {
  const { test, page } = await open();
  test.news.next('house');
  await test.later(350);
  await test.answer(listed(screen('Entrée')));
  expect(words(page.querySelector('.row .t'))).toBe('Entrée');
});

it('a screen that goes on asking is never said to be silent by a page that is left open', async () => {
  const { test, page } = await open(screen('Entrée'));
  expect(words(page.querySelector('ui-status'))).toBe('En marche');
  jest.setSystemTime(Date.now() + 5 * 60_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await test.answer(listed(screen('Entrée', { seenAt: '2026-11-24T12:24:30Z' })));
  expect(words(page.querySelector('ui-status'))).toBe('En marche');
});

it('another name, and another place: the form begins with what holds, and asks for no code', async () => {
  const { test, page } = await open(screen('Entrée'));
  const edit = button(page, 'Modifier');
  edit?.focus();
  edit?.click();
  await test.answer(listed(screen('Entrée')));
  const form = page.querySelector<HTMLElement>('li b75-pair-form');
  expect(form?.querySelectorAll('.field')).toHaveLength(2);
  const name = form?.querySelector<HTMLInputElement>('input');
  expect([name?.value, document.activeElement]).toEqual(['Entrée', name]);
  if (name) name.value = 'Porte A';
  name?.dispatchEvent(new Event('input'));
  const what = form?.querySelector('select');
  if (what) what.value = salleA.id;
  what?.dispatchEvent(new Event('change'));
  form?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  await test.shown();
  const { request } = sent('PUT');
  expect(request.body).toMatchObject({ name: 'Porte A', shows: 'room', roomId: salleA.id, language: 'fr' });
});

it('who takes out a screen goes on with the next, and from the last to the heading', async () => {
  const [door, entrance] = [screen('Porte'), screen('Entrée')];
  const { test, page } = await open(door, entrance);
  TestBed.inject(Confirm).ask = () => Promise.resolve(true);
  const takeOut = async (...left: Display[]) => {
    const remove = button(page, 'Retirer');
    remove?.focus();
    remove?.click();
    await new Promise((done) => setTimeout(done));
    sent('DELETE').flush(null);
    await test.answer(listed(...left));
    await test.answer(listed(...left));
  };
  await takeOut(entrance);
  expect(words(document.activeElement)).toContain('Entrée');
  await takeOut();
  expect(words(document.activeElement)).toBe('Écrans');
});
