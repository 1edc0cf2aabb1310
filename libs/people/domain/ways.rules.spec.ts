import { counterWentBack, isLastWay, ownAddress } from './ways.rules';

const at = '2026-01-05T08:00:00Z';
const passkey = { id: 'a', name: 'Clé', addedAt: at, usedAt: null };
const identity = { id: 'b', name: 'Maison', linkedAt: at, usedAt: at };

it.each([
  ['one that never counts', 0, 0, false],
  ['the first count', 0, 1, false],
  ['one more', 5, 6, false],
  ['a leap', 5, 900, false],
  ['the same again', 5, 5, true],
  ['less', 5, 4, true],
  ['none after some', 5, 0, true],
])('a counter: %s', (_, kept, shown, wentBack) => expect(counterWentBack(kept, shown)).toBe(wentBack));

it.each([
  ['one passkey alone', { hasPassword: false, passkeys: [passkey], identities: [] }, true],
  ['a linked identity alone', { hasPassword: false, passkeys: [], identities: [identity] }, true],
  ['two passkeys', { hasPassword: false, passkeys: [passkey, passkey], identities: [] }, false],
  ['a passkey and a linked identity', { hasPassword: false, passkeys: [passkey], identities: [identity] }, false],
  ['a passkey and a password', { hasPassword: true, passkeys: [passkey], identities: [] }, false],
])('the last way in: %s', (_, ways, isLast) => expect(isLastWay(ways)).toBe(isLast));

it.each([
  ['/', '/'],
  ['/bota-75/agenda?view=week&date=2026-11-24#top', '/bota-75/agenda?view=week&date=2026-11-24#top'],
  ['/salle/été', '/salle/été'],
  [undefined, '/'],
  ['', '/'],
  ['agenda', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/a\\b', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/\n/elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
])('an address to go on to: %j', (address, own) => expect(ownAddress(address)).toBe(own));
