import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { MatChipListboxHarness } from '@angular/material/chips/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { booked, marronnier, salleA } from './house.fixture';
import { PageInHouse, words } from './page.fixture';
import { Rooms } from './rooms';

const WISH = '/bota-75/rooms?people=12&features=screen&date=2026-12-01&from=13:00&to=18:00&minutes=120';
const on = (time: string) => `2026-12-01T${time}`;
const items = [booked(salleA, on('12:00'), on('14:15')), booked(marronnier, on('13:00'), on('17:30'), { title: 'Montage' })];

it('without a wish it lists all rooms by floor, with what they are doing now', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open('/bota-75/rooms', { items: [booked(salleA, '12:00', '14:15')] });
  expect([...page.querySelectorAll('h2')].map(words)).toEqual(['Rez-de-chaussée 4', 'Premier étage 1']);
  const row = [...page.querySelectorAll('[b75-directory-row]')].find((one) => words(one).includes('Salle A 40 places'));
  expect(words(row ?? null)).toContain('Occupée à nouveau libre à 14:15');
  expect(row?.querySelector('b75-bar')?.getAttribute('aria-label')).toBe('Occupée de 12:00 à 14:15.');
});

it('shows free rooms, near misses with what is missing, and one sentence on the others', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH, { items });
  expect([...page.querySelectorAll('h2')].map(words)).toEqual(['Libres 1', 'Presque 3']);
  const [best, ...near] = [...page.querySelectorAll('[b75-finding-row]')].map(words);
  expect(best).toContain('Salle A');
  expect(best).toContain('Réserver 14:30–16:30');
  expect(near.join()).toContain('Occupée 13:00–17:30 par Racines & Finances ; libre');
  expect(near.join()).toContain('Pas d’écran');
  expect(words(page)).toContain('Une autre salle ne convient pas : trop petite (Cabine).');
});

it('only the best match is filled', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH.replace('&features=screen', ''), { items: [] });
  expect(page.querySelectorAll('[b75-finding-row] .mat-mdc-unelevated-button')).toHaveLength(1);
  expect(page.querySelector('[b75-finding-row] .mat-mdc-unelevated-button')?.getAttribute('aria-label')).toBe(
    'Réserver Salle Marronnier, 13:00–15:00',
  );
});

it('what is chosen stands in the address', async () => {
  const house = new PageInHouse(':space/rooms', Rooms);
  await house.open(WISH, { items });
  const loader = await house.loader();
  const chips = await (await loader.getHarness(MatChipListboxHarness)).getChips({ text: 'Piano' });
  await chips[0]?.select();
  const [, , duration] = await loader.getAllHarnesses(MatSelectHarness);
  await duration?.open();
  await duration?.clickOptions({ text: /^1\sheure$/ });
  await house.answer({ items });
  expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams).toMatchObject({
    features: 'screen,piano',
    minutes: '60',
    people: '12',
  });
});

it('says when nothing fits and offers the next day', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open('/bota-75/rooms?people=500&date=2026-12-01', { items: [] });
  expect(words(page)).toContain('Aucune salle ne convient');
  expect(words(page.querySelector('ui-empty button'))).toBe('Voir mercredi 2 décembre');
});
