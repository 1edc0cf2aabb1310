import * as fc from 'fast-check';
import { brandTones, contrast } from './brand.rules';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

it.each([
  ['black on white', '#000000', '#ffffff', 21],
  ['a colour on itself', '#1d5b41', '#1d5b41', 1],
  ['the green of the product on white', '#1d5b41', '#ffffff', 8],
])('contrast: %s', (_, a, b, expected) => expect(contrast(a, b)).toBeCloseTo(expected, 0));

it('whatever colour a house chooses, words stay readable on it and in it, light and dark', () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const tones = brandTones(colour);
      for (const theme of ['light', 'dark'] as const) {
        const paper = theme === 'light' ? ['#ffffff', '#fbf8f2', '#e5ded1'] : ['#171611', '#110f0b', '#39362e'];
        for (const role of ['primary', 'secondary'] as const) {
          for (const ground of paper) expect(contrast(tones[role][theme], ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tones[`on-${role}`][theme], tones[role][theme])).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tones[`on-${role}-container`][theme], tones[`${role}-container`][theme])).toBeGreaterThanOrEqual(4.5);
        }
      }
    }),
  );
});

it.each(['#1d5b41', '#9c1f3a', '#2b4fa8'])('what is chosen and quiet buttons follow %s, in a hue of their own', (colour) => {
  const tones = brandTones(colour);
  const hues = [colour, tones['secondary-container'].light, tones['secondary-container'].dark].map(strongestOf);
  expect(new Set(hues).size).toBe(1);
});

/** Which channel leads: enough to tell a green from a red and a blue. */
const strongestOf = (hex: string) => {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return channels.indexOf(Math.max(...channels));
};

it('a colour that reads well is taken as it is', () => expect(brandTones('#1d5b41').primary.light).toBe('#1d5b41'));
