import { formatEnterpriseNumber, normaliseEnterpriseNumber, whyNotEnterpriseNumber } from './enterprise-number.rules';

it.each([
  ['BE 0123.456.749', '0123456749'],
  ['be0123456749', '0123456749'],
  ['0123456749', '0123456749'],
  [' 0123 456 749 ', '0123456749'],
  ['123456749', '0123456749'],
  ['123.456.749', '0123456749'],
  ['1000.000.035', '1000000035'],
  ['0123-456/749', '0123456749'],
  ['12345', '12345'],
  ['FR0123456749', 'FR0123456749'],
])('%s is read as %s', (text, digits) => expect(normaliseEnterpriseNumber(text)).toBe(digits));

it.each([
  ['0123456749', null],
  ['0000000097', null],
  ['0123456748', 'wrong-check'],
  ['0123456700', 'wrong-check'],
  ['2123456749', 'not-ten-digits'],
  ['123456749', 'not-ten-digits'],
  ['01234567490', 'not-ten-digits'],
  ['012345674x', 'not-ten-digits'],
  ['', 'not-ten-digits'],
])('%s: %s', (digits, why) => expect(whyNotEnterpriseNumber(digits)).toBe(why));

it('refuses any two neighbouring digits that changed places', () => {
  const digits = '0403170701';
  expect(whyNotEnterpriseNumber(digits)).toBeNull();
  const swapped = Array.from({ length: 9 }, (_, n) => digits.slice(0, n) + digits[n + 1] + digits[n] + digits.slice(n + 2));
  const others = swapped.filter((one) => one !== digits);
  expect(others.filter((one) => whyNotEnterpriseNumber(one) === null)).toEqual([]);
});

it('is printed in three groups', () => expect(formatEnterpriseNumber('0123456749')).toBe('0123.456.749'));
