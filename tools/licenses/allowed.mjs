// Licences whose code may be combined with AGPL-3.0 (Free Software Foundation's list, SPDX names), and packages looked at one by one.

export const allowed = new Set([
  '0BSD',
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-3.0-only',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

const premium = 'offered under AGPLv3 or commercially: we take it under AGPLv3';
const font = 'a font, shipped beside the code as its own work; OFL asks only to keep its name and licence';
const data = 'data of a build tool, not part of what we ship; the licence asks only for attribution';

/** Package name → the licence we saw, and why it may stay. Another licence in a later version fails again. */
export const exceptions = {
  'fullcalendar-scheduler': { license: 'Custom: LICENSE.md', reason: premium },
  '@full-ui/headless-grid': { license: 'Custom: LICENSE.md', reason: premium },
  '@fontsource-variable/bricolage-grotesque': { license: 'OFL-1.1', reason: font },
  '@fontsource-variable/figtree': { license: 'OFL-1.1', reason: font },
  'png-js': { license: 'MIT*', reason: 'its LICENSE file is MIT, without naming it in package.json' },
  'caniuse-lite': { license: 'CC-BY-4.0', reason: data },
  'spdx-exceptions': { license: 'CC-BY-3.0', reason: data },
  'spdx-ranges': { license: '(MIT AND CC-BY-3.0)', reason: data },
};
