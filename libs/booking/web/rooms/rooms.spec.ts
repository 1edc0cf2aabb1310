import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { MatChipListboxHarness } from '@angular/material/chips/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import type { Miss, RoomFinding, RoomFindings } from '@bota/booking/domain';
import type { Room } from '@bota/spaces/domain';
import { at, booked, cabine, hall, marronnier, salleA, salleB } from './house.fixture';
import { PageInHouse, words } from './page.fixture';
import { Rooms } from './rooms';

const WISH = '/bota-75/rooms?people=12&features=screen&date=2026-12-01&from=13:00&to=18:00&minutes=120';
const on = (time: string) => `2026-12-01T${time}`;
const items = [booked(salleA, on('12:00'), on('14:15')), booked(marronnier, on('13:00'), on('17:30'), { title: 'Montage' })];
const finding = ({ id: roomId }: Room, hours: string, misses: Miss[] = [], day = on): RoomFinding => {
  const [start = '', end = ''] = hours.split('–');
  return { roomId, start: at(day(start)).toISOString(), end: at(day(end)).toISOString(), misses, terms: null };
};
const taken = {
  code: 'ROOM_TAKEN' as const,
  roomId: marronnier.id,
  until: at(on('17:30')).toISOString(),
  by: { organisation: 'Racines & Finances' },
};
const found: Partial<RoomFindings> = {
  free: [finding(salleA, '14:30–16:30')],
  near: [
    finding(marronnier, '17:30–19:30', [{ is: 'other-time', because: [taken] }]),
    finding(salleB, '13:00–15:00', [{ is: 'feature', feature: 'screen' }, { is: 'needs-approval' }]),
    finding(hall, '13:00–15:00', [{ is: 'other-day', because: [{ code: 'CLOSED', roomId: hall.id }] }], (time) => `2026-12-02T${time}`),
  ],
  not: [{ roomId: cabine.id, because: 'OVER_CAPACITY' }],
};

it('without a wish it lists all rooms by floor, with what they are doing now', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open('/bota-75/rooms', { items: [booked(salleA, '12:00', '14:15')] });
  expect([...page.querySelectorAll('h2')].map(words)).toEqual(['Rez-de-chaussée 4', 'Premier étage 1']);
  const row = [...page.querySelectorAll('[b75-directory-row]')].find((one) => words(one).includes('Salle A 40 places'));
  expect(words(row ?? null)).toContain('Occupée à nouveau libre à 14:15');
  expect(row?.querySelector('b75-bar')?.getAttribute('aria-label')).toBe('Occupée de 12:00 à 14:15.');
});

it('shows free rooms, near misses with what is missing, and one sentence on the others', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH, { items, found });
  expect([...page.querySelectorAll('h2')].map(words)).toEqual(['Libres 1', 'Presque 3']);
  const [best, ...near] = [...page.querySelectorAll('[b75-finding-row]')].map(words);
  expect(best).toContain('Salle A');
  expect(best).toContain('Réserver 14:30–16:30');
  expect(best).toContain('12 personnes');
  expect(best).toContain('Libre 14:15–18:00');
  expect(near[0]).toContain('Occupée par Racines & Finances jusqu’à 17:30 ; libre 17:30–19:30, 1 heure et 30 minutes plus tard');
  expect(near[1]).toContain('Pas d’écran');
  expect(near[1]).toContain('La coordination doit d’abord être d’accord');
  expect(near[1]).toContain('Demander 13:00–15:00');
  expect(near[2]).toContain('Grande salle n’ouvre pas à ce moment ; libre mercredi 2 décembre, 13:00–15:00');
  expect(words(page)).toContain('Une autre salle ne convient pas : trop petite (Cabine).');
});

it('tells what a room costs, and which quota stands in the way', async () => {
  const terms = { organisationId: '00000000-0000-7000-8000-000000000501', priceCents: 2400 };
  const quota = {
    code: 'QUOTA_EXCEEDED' as const,
    limit: 600,
    used: 570,
    period: '2026-12-01',
    per: 'month' as const,
    counts: 'minutes' as const,
  };
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH, {
    found: {
      free: [{ ...finding(salleA, '14:30–16:30'), terms }],
      near: [{ ...finding(salleB, '13:00–15:00', [{ is: 'quota', because: [quota] }]), terms: { ...terms, priceCents: 0 } }],
    },
  });
  const [priced, beyond] = [...page.querySelectorAll('[b75-finding-row]')].map((row) => words(row).replace(/\s/g, ' '));
  expect(priced).toContain('24,00 €');
  expect(beyond).toContain('Quota dépassé : 9 h 30 sur 10 h déjà réservées');
  expect(beyond).not.toContain('€');
});

it('only the best match is filled', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH.replace('&features=screen', ''), {
    found: { free: [finding(marronnier, '13:00–15:00'), finding(salleA, '13:00–15:00')] },
  });
  expect(page.querySelectorAll('[b75-finding-row] .mat-mdc-unelevated-button')).toHaveLength(1);
  expect(page.querySelector('[b75-finding-row] .mat-mdc-unelevated-button')?.getAttribute('aria-label')).toBe(
    'Réserver Salle Marronnier, 13:00–15:00',
  );
});

it('what is chosen stands in the address', async () => {
  const house = new PageInHouse(':space/rooms', Rooms);
  await house.open(WISH, { items, found });
  const loader = await house.loader();
  const chips = await (await loader.getHarness(MatChipListboxHarness)).getChips({ text: 'Piano' });
  // A choice looks at once: it is settled when that is answered.
  await Promise.all([chips[0]?.select(), house.answer({ items, found })]);
  const [, , duration] = await loader.getAllHarnesses(MatSelectHarness);
  await duration?.open();
  await Promise.all([duration?.clickOptions({ text: /^1\sheure$/ }), house.answer({ items, found })]);
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

it('offers fewer people when no room is large enough, and of a day that is past today', async () => {
  const small = { not: [salleA, hall].map(({ id: roomId }) => ({ roomId, because: 'OVER_CAPACITY' as const })) };
  const many = await new PageInHouse(':space/rooms', Rooms).open('/bota-75/rooms?people=500&date=2026-12-01', { found: small });
  expect([...many.querySelectorAll('ui-empty button')].map(words)).toEqual(['Chercher pour 80 personnes']);
  TestBed.resetTestingModule();
  const past = await new PageInHouse(':space/rooms', Rooms).open('/bota-75/rooms?people=8&date=2026-11-20', {});
  expect(words(past.querySelector('ui-empty button'))).toBe('Voir mardi 24 novembre');
});

it('each room leads to its booking with everything filled in', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH, { items, found });
  const link = page.querySelector('[b75-finding-row] .end a')?.getAttribute('href') ?? '';
  expect(Object.fromEntries(new URL(link, 'http://house').searchParams)).toEqual({
    ...{ book: '1', room: 'salle-a', date: '2026-12-01', start: '2026-12-01T14:30', end: '2026-12-01T16:30', attendees: '12' },
  });
});

it('says what could be asked instead when nothing fits', async () => {
  const page = await new PageInHouse(':space/rooms', Rooms).open(WISH, { items: [] });
  expect([...page.querySelectorAll('ui-empty button')].map(words)).toEqual([
    'Voir mercredi 2 décembre',
    'Chercher 1 heure',
    'Sans critères',
  ]);
});

it('says when no answer comes', async () => {
  const house = new PageInHouse(':space/rooms', Rooms);
  const page = await house.load(WISH);
  await house.fail();
  expect(words(page)).toContain('n’ont pas pu être chargées');
});
