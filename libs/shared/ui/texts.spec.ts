import { TestBed } from '@angular/core/testing';
import { provideTexts, Texts, type TextFiles } from './texts';

const file = (word: string) => async () => ({ default: { word } });
const away = async (): Promise<never> => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

/** Texts of a house that is away for those of these languages; `isBack` when it can be reached again. */
function fetched(files: TextFiles) {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const house = { isBack: false };
  const at = (language: 'fr' | 'nl' | 'en') => () => (house.isBack || language === 'fr' ? files[language]() : away());
  const texts = TestBed.inject(Texts);
  return { texts, house, come: () => texts.add('agenda', { fr: at('fr'), nl: at('nl'), en: at('en') }) };
}

const AGENDA = { fr: file('Agenda'), nl: file('Kalender'), en: file('Calendar') };

it('texts that could not be had are had once the house is back, and what was spoken is spoken on', async () => {
  const { texts, house, come } = fetched(AGENDA);
  await come();
  await texts.speak('fr');
  await expect(texts.speak('nl')).rejects.toThrow('Failed to fetch');
  await expect(texts.bring('en')).rejects.toThrow('Failed to fetch');
  expect([texts.language(), texts.t('agenda.word'), texts.isThere('en')]).toEqual(['fr', 'Agenda', false]);

  house.isBack = true;
  await texts.bring('en');
  expect(texts.in('en', 'agenda.word')).toBe('Calendar');
  await texts.speak('nl');
  expect([texts.language(), texts.t('agenda.word')]).toEqual(['nl', 'Kalender']);
});

it('a page that comes while a language is loaded has its texts in it', async () => {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  const texts = TestBed.inject(Texts);
  let arrives = (): void => undefined;
  const slow = new Promise<void>((resolve) => (arrives = resolve));
  await texts.add('ui', { fr: file('Oui'), nl: () => slow.then(file('Ja')), en: file('Yes') });
  await texts.speak('fr');
  const spoken = texts.speak('nl');
  const added = texts.add('agenda', AGENDA);
  arrives();
  await Promise.all([spoken, added]);
  expect([texts.t('ui.word'), texts.t('agenda.word')]).toEqual(['Ja', 'Kalender']);
});
