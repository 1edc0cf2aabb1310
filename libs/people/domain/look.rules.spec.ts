import { freshLook, initialsOf } from './look.rules';

it.each([
  ['La Marmite Volante', 'MV'],
  ['Racines & Finances', 'RF'],
  ['De Gele Draad vzw', 'GD'],
  ['Radio', 'RA'],
  ['Épicerie du Cœur', 'ÉC'],
  ['À', 'À'],
  ['75', '75'],
])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

it('a newcomer wears what nobody wears yet', () => {
  expect(freshLook([])).toEqual({ hue: 1, pattern: 1 });
  expect(freshLook([{ hue: 1, pattern: 1 }])).toEqual({ hue: 2, pattern: 2 });
  const all = Array.from({ length: 12 }, (_, n) => ({ hue: n + 1, pattern: 1 }));
  expect(freshLook(all)).toEqual({ hue: 1, pattern: 2 });
  const crowd = Array.from({ length: 48 }, (_, n) => ({ hue: (n % 12) + 1, pattern: Math.floor(n / 12) + 1 }));
  expect(freshLook(crowd)).toEqual({ hue: 1, pattern: 1 });
});
