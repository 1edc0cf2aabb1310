import { remembered } from './remembered';

it('asks once for each set of texts, and again after it forgot', () => {
  const ask = jest.fn((a: string, b: string) => `${a}-${b}`);
  const quick = remembered(ask, 2);
  expect([quick('a', 'b'), quick('a', 'b'), quick('ab', '')]).toEqual(['a-b', 'a-b', 'ab-']);
  expect(ask).toHaveBeenCalledTimes(2);
  expect([quick('c', 'd'), quick('a', 'b')]).toEqual(['c-d', 'a-b']);
  expect(ask).toHaveBeenCalledTimes(4);
});
