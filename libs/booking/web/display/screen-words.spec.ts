import { TestBed } from '@angular/core/testing';
import type { OnDisplay } from '@bota/booking/domain';
import { provideFixedTexts, Texts } from '@bota/shared/ui';
import fr from '../i18n/display.fr.json' with { type: 'json' };
import { at, booked, salleA, ZONE } from '../rooms/house.fixture';
import type { OnScreen } from './room-on-screen';
import { ScreenWords } from './screen-words';

/** As French would say it in the place of Dutch: what counts is how state and time stand together. */
const said = (is: OnScreen['is'], until: string | null): string => {
  const texts = { isThere: () => true, language: () => 'fr', t: (key: string) => key };
  TestBed.configureTestingModule({
    providers: [
      provideFixedTexts('fr', { display: fr }),
      { provide: Texts, useFactory: () => ({ ...texts, in: (_: string, key: string) => wordOf(key) }) },
    ],
  });
  const shown = { house: { zone: ZONE, languages: ['fr', 'nl'] } } as unknown as OnDisplay;
  const state = { is, until: until && at(until) } as OnScreen;
  return TestBed.inject(ScreenWords).others(state, { shown, now: at('13:20') })[0]?.text ?? '';
};
const WORDS: Partial<Record<string, string>> = {
  'display.state.closed': 'Gesloten',
  'display.until.again': 'vrij om 17:00',
  'display.until.tomorrow': 'vrij morgen om 8:00',
  'display.until.anotherDay': 'vrij op een andere dag',
  'display.state.free': 'Vrij',
  'display.until.time': 'tot 17:00',
};
const wordOf = (key: string) => WORDS[key] ?? key;

it.each<[OnScreen['is'], string | null, string]>([
  ['free', '17:00', 'vrij tot 17:00'],
  ['closed', '17:00', 'gesloten, vrij om 17:00'],
  ['closed', '2026-11-25T00:00', 'gesloten, vrij morgen om 8:00'],
  ['closed', '2026-11-25T23:59', 'gesloten, vrij morgen om 8:00'],
  ['closed', '2026-11-26T00:00', 'gesloten, vrij op een andere dag'],
  ['closed', null, 'gesloten'],
])('%s is one phrase or two', (is, until, expected) => expect(said(is, until)).toBe(expected));

it.each([
  ['is over when the room is free again', '14:15', ['Permanence, jusqu’à 14:15', '']],
  ['is over before', '16:00', ['jusqu’à 16:00', 'Permanence, 13:00–14:15']],
])('what is on and %s is said with its own time', (_, until, expected) => {
  TestBed.configureTestingModule({ providers: [provideFixedTexts('fr', { display: fr })] });
  const present = booked(salleA, '13:00', '14:15', { title: 'Permanence' });
  const state: OnScreen = { is: 'busy', until: at(until), present, next: [], checkInUntil: null };
  const moment = { shown: { house: { zone: ZONE, languages: ['fr'] } } as unknown as OnDisplay, now: at('13:20') };
  const words = TestBed.inject(ScreenWords);
  expect([words.detail(state, moment), words.apart(state, moment)]).toEqual(expected);
});
