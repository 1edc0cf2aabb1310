import type { MyWays } from './ways.contract';

/** How long one has between beginning to sign in and ending it, in minutes: time to find a key or to answer the provider. */
export const CEREMONY_MINUTES = 10;

/**
 * True when an authenticator counts less or the same as when last seen: there are two of it (WebAuthn 3, 6.1.1).
 * Those that do not count always show 0.
 */
export const counterWentBack = (kept: number, shown: number): boolean => (kept > 0 || shown > 0) && shown <= kept;

/** True when, without one of the ways, only the link by e-mail is left. */
export const isLastWay = ({ hasPassword, passkeys, identities }: MyWays): boolean =>
  !hasPassword && passkeys.length + identities.length <= 1;

/** An address within the application, to go on to: `//elsewhere`, `https:` and what browsers make of tabs are none. */
export const ownAddress = (address: string | undefined): string => (address && OWN.test(address) ? address : '/');

const OWN = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u;
