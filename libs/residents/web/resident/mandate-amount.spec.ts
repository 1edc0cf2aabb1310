import { centsOf } from './mandate-amount';

it.each([
  ['', null],
  ['  ', null],
  ['2500', 250_000],
  ['2 500,50 €', 250_050],
  ['2.5', 250],
  ['0,07', 7],
  ['0', undefined],
  ['2,505', undefined],
  ['beaucoup', undefined],
  ['-5', undefined],
])('%j is %s cents', (text, cents) => expect(centsOf(text)).toBe(cents));
