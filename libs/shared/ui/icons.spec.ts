import { globSync, readFileSync } from 'node:fs';
import { ICONS } from './icons.generated';

const root = new URL('../../..', import.meta.url).pathname;
const sources = globSync(['apps/web/**/*.{ts,html}', 'libs/*/{web,ui}/**/*.{ts,html}'], { cwd: root });
const named = sources.flatMap((file) =>
  [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/(?:svgIcon|icon)="([a-z0-9_-]+)"/g)].map(([, name]) => ({ file, name })),
);

it('every icon named in a template is in our subset (else: tools/icons/names.txt)', () => {
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => !(name && name in ICONS))).toEqual([]);
});
