import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { Booking, Occurrence } from '@bota/booking/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { words } from '../rooms/page.fixture';
import { OccurrenceList } from './occurrence-list';

const on = (date: string) => ({ id: date, start: `${date}T09:00:00Z`, end: `${date}T10:00:00Z`, status: 'confirmed' });
const DATES = ['2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01'].map(
  (date) => ({ ...on(date), roomIds: [], flags: [], reasons: [] }) as unknown as Occurrence,
);

function show(now: string, at?: string, occurrences = DATES): HTMLElement {
  jest.useFakeTimers({ now: new Date(now), doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick', 'performance'] });
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideFixedTexts('fr', { ui, booking }),
      provideIcons(),
    ],
  });
  const list = TestBed.createComponent(OccurrenceList);
  list.componentRef.setInput('booking', {
    zone: 'Europe/Brussels',
    roomIds: [],
    title: 'Chorale',
    occurrences,
  } as unknown as Booking);
  list.componentRef.setInput('at', at);
  list.componentRef.setInput('shows', 'all');
  list.detectChanges();
  return list.nativeElement as HTMLElement;
}
const days = (list: Element) => [...list.querySelectorAll('b')].map((day) => day.textContent);

it('lists the dates to come first, and folds the past ones', () => {
  const list = show('2026-11-24T09:30:00Z');
  expect(days(list)).toEqual(['mardi 24 novembre', 'mardi 1er décembre', 'mardi 10 novembre', 'mardi 17 novembre']);
  expect(words(list.querySelector('summary'))).toBe('2 dates passées');
  expect(list.querySelector('details')?.open).toBe(false);
});

it('a date is past at its end', () => expect(words(show('2026-11-24T10:00:00Z').querySelector('summary'))).toBe('3 dates passées'));

it.each([
  ['when all are past', '2027-01-01T00:00:00Z', undefined],
  ['when one of them is looked at', '2026-11-20T00:00:00Z', '2026-11-10'],
] as const)('opens the past ones %s', (_, now, at) => expect(show(now, at).querySelector('details')?.open).toBe(true));

it('shows twenty of many dates, and the others when they are asked for or one of them is looked at', () => {
  const many = Array.from({ length: 40 }, (_, week) => new Date(Date.UTC(2026, 10, 24 + 7 * week)).toISOString().slice(0, 10)).map(
    (date) => ({ ...DATES[0], ...on(date) }) as Occurrence,
  );
  const list = show('2026-11-24T09:30:00Z', undefined, many);
  expect([list.querySelectorAll('li').length, words(list.querySelector('button'))]).toEqual([20, 'Afficher les 20 autres dates']);
  list.querySelector('button')?.click();
  TestBed.tick();
  expect([list.querySelectorAll('li').length, list.querySelector('button')]).toEqual([40, null]);
  TestBed.resetTestingModule();
  expect(show('2026-11-24T09:30:00Z', many.at(-1)?.id, many).querySelectorAll('li').length).toBe(40);
});

it('a date of another year says which', () => {
  const next = { ...DATES[0], ...on('2027-01-05') } as Occurrence;
  expect(days(show('2026-12-02T09:30:00Z', undefined, [next]))).toEqual(['mardi 5 janvier 2027']);
});

it('a date that was cancelled too late says so', () => {
  const late = { ...on('2026-12-08'), status: 'cancelled', cancelledLate: true, roomIds: [], flags: [], reasons: [] };
  const early = { ...late, ...on('2026-12-15'), status: 'cancelled', cancelledLate: false };
  const list = show('2026-12-02T09:30:00Z', undefined, [late, early] as unknown as Occurrence[]);
  expect([...list.querySelectorAll('ui-status')].map(words)).toEqual(['annulée tard', 'annulée']);
});

it('has nothing to fold before the first', () => expect(show('2026-01-01T00:00:00Z').querySelector('details')).toBeNull());
