import { amountText, centsOf } from './amount';

it.each([
  ['12', 1200],
  ['12,5', 1250],
  ['12.50', 1250],
  ['1 234,56', 123_456],
  ['1\u202f234,56\u00a0€', 123_456],
  ['€ 1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['1.234', 123_400],
  ['-5', -500],
  ['−0,05', -5],
  ['0', 0],
  ['-0', 0],
  ['', null],
  ['abc', null],
  ['1,2,3', null],
  ['12,345678', null],
  ['=1+1', null],
])('%j is %s cents', (text, cents) => expect(centsOf(text)).toBe(cents));

it('what is written is read again', () => {
  for (const cents of [0, 5, 1250, -123_456])
    expect(['fr', 'nl', 'en'].map((one) => centsOf(amountText(cents, one as 'fr')))).toEqual([cents, cents, cents]);
});
