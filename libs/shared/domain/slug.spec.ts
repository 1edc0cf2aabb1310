import { slugOf } from './slug';

it.each([
  ['Épicerie du Cœur', 'epicerie-du-coeur'],
  ['  Racines & Finances !', 'racines-finances'],
  ['Радио', 'organisation'],
  ['ABC '.repeat(30), `${'abc-'.repeat(15)}`.slice(0, 59)],
])('%s is %s', (name, slug) => expect(slugOf(name, 'organisation')).toBe(slug));
