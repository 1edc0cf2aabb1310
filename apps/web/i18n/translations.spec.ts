import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STATUS_TEXTS } from '@bota/shared/ui';

type Tree = { [key: string]: string | Tree };
const root = new URL('../../..', import.meta.url).pathname;
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const LANGUAGES = ['fr', 'nl', 'en'];

/** Every text with its whole key: the name of its file, then the path inside. */
const leaves = (tree: Tree, prefix: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value]] : leaves(value, `${prefix}.${key}`),
  );

const files = globSync(['apps/web/i18n/*.json', 'libs/**/i18n/*.json'], {
  cwd: root,
  exclude: (name) => String(name).includes('node_modules'),
});
const setOf = (file: string) => path.basename(file).split('.')[0] ?? '';
const sets = [...new Set(files.map((file) => file.replace(/\.\w\w\.json$/, '')))];
const textsIn = (language: string) =>
  new Map(
    files.filter((file) => file.endsWith(`.${language}.json`)).flatMap((file) => leaves(JSON.parse(read(file)) as Tree, setOf(file))),
  );
const all = Object.fromEntries(LANGUAGES.map((language) => [language, textsIn(language)]));
const french = all['fr'] ?? new Map<string, string>();
const keys = [...french.keys()];

const sources = globSync(['apps/web/**/*.{ts,html}', 'libs/**/{web,ui}/**/*.{ts,html}'], { cwd: root })
  .filter((file) => !/\.(spec|fixture|generated)\.ts$/.test(file))
  .map((file) => ({ file, text: read(file) }));
const names = sets.map((set) => path.basename(set)).join('|');

/** Literals that look like a key, or like its beginning when they end in a dot or go on with `${`. */
const literals = sources.flatMap(({ file, text }) =>
  [...text.matchAll(new RegExp(`['"\`]((?:${names})\\.[\\w./-]*)(?=['"\`]|\\$\\{)`, 'g'))].map(([, key = '']) => ({ file, key })),
);
const isPart = (key: string, literal: string) => key === literal || key.startsWith(literal.endsWith('.') ? literal : `${literal}.`);
/** A literal followed by `${` may stop inside a word: `problem.${code}`, `spaces.layout.${layout}`, `agenda.view${name}`. */
const reaches = (key: string, literal: string) => isPart(key, literal) || key.startsWith(`${literal.replace(/\.$/, '')}.`);

it('every file of texts exists in French, Dutch and English', () => {
  expect(sets.length).toBeGreaterThanOrEqual(4);
  expect(sets.flatMap((set) => LANGUAGES.map((language) => `${set}.${language}.json`)).filter((file) => !files.includes(file))).toEqual([]);
});

it.each(LANGUAGES)('%s has every text, and none is empty', (language) => {
  const texts = all[language] ?? new Map<string, string>();
  expect([...texts.keys()].sort()).toEqual([...keys].sort());
  expect([...texts].filter(([, text]) => !text.trim())).toEqual([]);
});

it('every text takes the same values in each language', () => {
  const values = (text = '') => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort();
  const different = keys.filter((key) =>
    LANGUAGES.some((language) => values(all[language]?.get(key)).join() !== values(french.get(key)).join() && !key.endsWith('.one')),
  );
  expect(different).toEqual([]);
});

it('every key named in code and templates exists', () => {
  expect(literals.length).toBeGreaterThan(40);
  const unknown = literals.filter(({ key: literal }) => !keys.some((key) => reaches(key, literal) || key.startsWith(literal)));
  expect(unknown).toEqual([]);
});

/** `<set>.problem.<code>` is named by the server's refusals: ProblemTexts looks for it. */
const isProblem = (key: string) => /^\w+\.problem\./.test(key);

const refusals = [...read('libs/shared/api/refusal.ts').matchAll(/^ {2}'?([\w/-]+)'?: \[(\d{3}),/gm)].map(([, code = '', status]) => ({
  code,
  general: Number(status) >= 500 ? 'server' : STATUS_TEXTS[Number(status)],
}));

it.each(LANGUAGES)('every refusal of the server is said in %s: those of a domain in their own words', (language) => {
  expect(refusals.length).toBeGreaterThan(30);
  const texts = all[language] ?? new Map<string, string>();
  const isSaid = ({ code, general }: (typeof refusals)[number]) =>
    [...texts.keys()].some((key) => key.endsWith(`.problem.${code}`)) || (!code.includes('/') && texts.has(`ui.problem.${general}.title`));
  expect(refusals.filter((refusal) => !isSaid(refusal)).map(({ code }) => code)).toEqual([]);
});

it('every text is used', () =>
  expect(keys.filter((key) => !isProblem(key)).filter((key) => !literals.some(({ key: literal }) => reaches(key, literal)))).toEqual([]));

it('French has a hard space before : ; ? ! » and after «, and a curly apostrophe', () =>
  expect([...french].filter(([, text]) => /(\S )[:;?!»]|« |[a-zA-Z]'[a-zA-Zéèêàâîôûœ]/.test(text))).toEqual([]));

it('no text shouts', () =>
  expect(LANGUAGES.flatMap((language) => [...(all[language] ?? [])]).filter(([, text]) => text.includes('!'))).toEqual([]));
