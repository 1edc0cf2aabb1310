import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '@bota/shared/domain';

type Texts = { [key: string]: string | Texts };
const root = path.resolve(__dirname, '../../..');
const libs = ['shared/ui', 'people/web', 'spaces/web', 'residents/web', 'booking/web', 'notifications/web'];
const folders = ['apps/web/i18n', ...libs.map((lib) => `libs/${lib}/i18n`)];

/** All texts of a language under their full keys, from the files that the product reads. */
const TEXTS = Object.fromEntries(LANGUAGES.map((language) => [language, readTexts(language)])) as Record<Language, Map<string, string>>;

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** The words the product should say, so that a journey follows them in every language. */
export function words(language: Language): Say {
  return (key, values = {}) => {
    const text = TEXTS[language].get(key);
    if (text === undefined) throw new Error(`There is no text ${key} in ${language}.`);
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name]));
  };
}

/** Whole texts that can only belong to another language; those with values in them are left out. */
export function foreignTo(language: Language): ReadonlySet<string> {
  const own = new Set(TEXTS[language].values());
  const others = LANGUAGES.filter((one) => one !== language).flatMap((one) => [...TEXTS[one].values()]);
  return new Set(others.filter((text) => text.length > 2 && !text.includes('{{') && !own.has(text)));
}

/** The beginnings of the keys of all texts, as `booking.`: what begins so on a page is a key that nobody turned into words. */
export const KEY = new RegExp(`^(${[...new Set([...TEXTS.fr.keys()].map((key) => key.split('.')[0]))].join('|')})\\.[\\w.-]+$`);

function readTexts(language: Language): Map<string, string> {
  const files = folders.flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name)));
  const own = files.filter((file) => file.endsWith(`.${language}.json`));
  return new Map(own.flatMap((file) => flat(JSON.parse(readFileSync(file, 'utf8')) as Texts, path.basename(file).split('.')[0] ?? '')));
}

function flat(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value] as [string, string]] : flat(value, `${prefix}.${key}`),
  );
}
