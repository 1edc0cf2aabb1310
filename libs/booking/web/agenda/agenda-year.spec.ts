import { jest } from '@jest/globals';
import { Component } from '@angular/core';
import { PageInHouse, words } from '../rooms/page.fixture';
import { AgendaYear } from './agenda-year';

@Component({
  selector: 'b75-year-page',
  imports: [AgendaYear],
  template: `<b75-agenda-year year="2026" today="2026-11-24" narrowed="&who=me" />`,
})
class YearPage {}

const items = [
  { date: '2026-03-16', bookings: 1 },
  { date: '2026-11-24', bookings: 8 },
];
const days = (answer: object) => ({ others: { '/calendar/days?from=2026-01-01&to=2027-01-01&who=me': answer } });
const labelled = (page: HTMLElement, start: string) =>
  [...page.querySelectorAll('.days a')].find((day) => day.getAttribute('aria-label')?.replaceAll('\u00a0', ' ').startsWith(start));

it('shows twelve months from Monday, each day by shade, by number and in words', async () => {
  const page = await new PageInHouse(':space/agenda', YearPage).open('/bota-75/agenda?view=year', days({ items }));
  expect([...page.querySelectorAll('h2')].map(words)).toHaveLength(12);
  expect(words(page.querySelector('h2'))).toBe('Janvier');
  const [busy, quiet, none] = [
    'Mardi 24 novembre 2026 : 8 réservations',
    'Lundi 16 mars 2026 : 1 réservation',
    'Mardi 17 mars 2026 : rien',
  ].map((one) => labelled(page, one));
  expect([busy?.className, quiet?.className, none?.className].map((one) => one?.match(/shade\d/)?.[0])).toEqual([
    'shade4',
    'shade1',
    'shade0',
  ]);
  expect(words(busy ?? null)).toBe('24 8');
  expect(busy?.getAttribute('aria-current')).toBe('date');
});

it.each([
  ['brings the present month into sight', 1, ['Novembre']],
  ['stays where it is when the present month is in sight', 0, []],
])('%s', async (_, below, brought) => {
  const scrolled: (string | null)[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.push(this.getAttribute('aria-label'));
  };
  const place = jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ bottom: innerHeight + below } as DOMRect);
  await new PageInHouse(':space/agenda', YearPage).open('/bota-75/agenda?view=year', days({ items }));
  place.mockRestore();
  expect(scrolled).toEqual(brought);
});

it('a day leads to itself', async () => {
  const page = await new PageInHouse(':space/agenda', YearPage).open('/bota-75/agenda?view=year', days({ items }));
  expect(labelled(page, 'Lundi 16 mars')?.getAttribute('href')).toBe('/bota-75/agenda?date=2026-03-16');
});

it('says when nothing is booked', async () => {
  const page = await new PageInHouse(':space/agenda', YearPage).open('/bota-75/agenda?view=year', days({ items: [] }));
  expect(words(page.querySelector('[role=status]'))).toBe('Aucune réservation en 2026.');
});

it('a month is one stop of the Tab key, and arrows go through its days', async () => {
  const page = await new PageInHouse(':space/agenda', YearPage).open('/bota-75/agenda?view=year', days({ items }));
  document.body.append(page);
  const stops = [...page.querySelectorAll<HTMLElement>('.days a:not([tabindex])')];
  expect(stops).toHaveLength(12);
  stops[0]?.focus();
  for (const [key, there] of [
    ['ArrowRight', 'Vendredi 2 janvier'],
    ['ArrowDown', 'Vendredi 9 janvier'],
    ['ArrowLeft', 'Jeudi 8 janvier'],
    ['ArrowUp', 'Jeudi 1er janvier'],
    ['ArrowUp', 'Jeudi 1er janvier'],
  ] as const) {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(document.activeElement?.getAttribute('aria-label')?.replaceAll('\u00a0', ' ')).toContain(there);
  }
});
