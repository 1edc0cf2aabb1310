import { NOTIFICATION_FAMILIES } from './notifications.contract';
import { USUAL_WAYS, wayOf, waysOf, withoutLetters } from './notifications.rules';

it.each(NOTIFICATION_FAMILIES)('the usual way of %s is one that may be chosen', (family) => {
  expect(waysOf(family)).toContain(USUAL_WAYS[family]);
  expect(wayOf(family, {})).toBe(USUAL_WAYS[family]);
});

it.each([
  ['as chosen', 'season', { season: 'none' }, 'none'],
  ['another family’s choice does not count', 'season', { requests: 'digest' }, 'mail'],
  ['what befalls one’s own booking is not kept from one', 'bookings', { bookings: 'none' }, 'mail'],
  ['nor a closure', 'closures', { closures: 'none' }, 'mail'],
  ['a reminder does not wait for a digest', 'reminders', { reminders: 'digest' }, 'app'],
  ['what one booked oneself is written or not', 'confirmations', { confirmations: 'none' }, 'none'],
  ['and never gathered', 'confirmations', { confirmations: 'digest' }, 'mail'],
  ['in the application alone', 'closures', { closures: 'app' }, 'app'],
] as const)('%s', (_, family, chosen, way) => expect(wayOf(family, chosen)).toBe(way));

it.each(NOTIFICATION_FAMILIES)('who ends the letters of %s hears by a way that may be chosen, and not by e-mail', (family) => {
  expect(waysOf(family)).toContain(withoutLetters(family));
  expect(wayOf(family, { [family]: withoutLetters(family) })).not.toBe('mail');
});
