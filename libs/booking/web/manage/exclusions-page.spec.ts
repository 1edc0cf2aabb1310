import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ExclusionCalendar, ExclusionEffect } from '@bota/booking/domain';
import { salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { ExclusionsPage } from './exclusions-page';

const holidays: ExclusionCalendar = {
  id: salleA.id,
  name: { fr: 'Congés scolaires' },
  version: 3,
  ranges: [{ from: '2026-10-19', to: '2026-11-01', name: 'Automne' }],
};
const effect: ExclusionEffect = {
  items: [{ bookingId: salleA.id, title: 'Chorale', organisation: 'Racines', leftOut: ['2026-10-20T08:00:00.000Z'], back: [] }],
};
const button = (page: HTMLElement, text: string) =>
  [...page.querySelectorAll<HTMLButtonElement>('button')].find((one) => words(one).startsWith(text));

it('says the days of each calendar, and of an empty house what belongs here', async () => {
  const test = new PageInHouse(':space/house/exclusions', ExclusionsPage);
  const page = await test.open('/bota-75/house/exclusions', { others: { '/exclusion-calendars': { items: [holidays] } } });
  expect(words(page.querySelector('.row .body'))).toBe('Congés scolaires Automne, du 19 octobre au 1er novembre 2026');
});

it('asks for a name and for days, and sends nothing before', async () => {
  const others = { '/exclusion-calendars': { items: [] } };
  const test = new PageInHouse(':space/house/exclusions', ExclusionsPage);
  const page = await test.open('/bota-75/house/exclusions', { others });
  expect(words(page)).toContain('Aucun calendrier');
  button(page, 'Nouveau calendrier')?.click();
  await test.answer({ others });
  page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  await test.answer({ others });
  expect(words(page.querySelector('ui-error-summary'))).toContain('Donnez un nom au calendrier.');
  expect(words(page.querySelector('ui-error-summary'))).toContain('Donnez un premier et un dernier jour');
});

it('lists the series that stand otherwise, and leaves the choice', async () => {
  const others = { '/exclusion-calendars': { items: [holidays] }, '/effect': effect };
  const test = new PageInHouse(':space/house/exclusions', ExclusionsPage);
  const page = await test.open('/bota-75/house/exclusions', { others });
  button(page, 'Séries concernées')?.click();
  await test.answer({ others });
  const note = page.querySelector<HTMLElement>('.note');
  expect(words(note)).toContain('Une série ne suit pas Congés scolaires.');
  expect(words(note)).toContain('tombe dedans : 20 oct.');
  expect(note?.querySelector('a')?.getAttribute('href')).toBe(`/bota-75/bookings/${salleA.id}`);
  button(page, 'Garder ces dates')?.click();
  await test.answer({ others });
  expect(page.querySelector('.note')).toBeNull();
});

it('what somebody else changed meanwhile is read, what was typed stands in it, and may be sent again', async () => {
  const others = { '/exclusion-calendars': { items: [holidays] } };
  const test = new PageInHouse(':space/house/exclusions', ExclusionsPage);
  const page = await test.open('/bota-75/house/exclusions', { others });
  button(page, 'Modifier')?.click();
  await test.answer({ others });
  const what = page.querySelector<HTMLInputElement>('.range .name input');
  if (what) what.value = 'Toussaint';
  what?.dispatchEvent(new Event('change'));
  const save = async () => {
    page.querySelector<HTMLButtonElement>('[type=submit]')?.click();
    await test.shown();
    return TestBed.inject(HttpTestingController).expectOne(({ method }) => method === 'PATCH');
  };
  (await save()).flush({ code: 'stale-version' }, { status: 412, statusText: 'stale' });
  await test.answer({ others: { '/exclusion-calendars': { items: [{ ...holidays, name: { fr: 'Vacances' }, version: 4 }] } } });
  const { request } = await save();
  expect([request.headers.get('If-Match'), request.body]).toEqual([
    '"4"',
    { name: { fr: 'Vacances' }, ranges: [{ ...holidays.ranges[0], name: 'Toussaint' }] },
  ]);
});
