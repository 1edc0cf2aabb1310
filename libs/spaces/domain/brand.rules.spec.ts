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
        for (const ground of paper) expect(contrast(tones.primary[theme], ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tones['on-primary'][theme], tones.primary[theme])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tones['on-primary-container'][theme], tones['primary-container'][theme])).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

it('a colour that reads well is taken as it is', () => expect(brandTones('#1d5b41').primary.light).toBe('#1d5b41'));
