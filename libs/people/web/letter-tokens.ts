import { Location } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { LetterToken } from '@bota/people/domain';

const KEPT = 'b75.invitation';
/** `outside`: a neighbour confirms what they asked for; `reply`: somebody says whether a change suits them. */
type LetterKind = 'signIn' | 'invitation' | 'outside' | 'reply';

/** Secrets that came with a link from a letter. That of an invitation outlives signing in, in this tab only. */
@Injectable({ providedIn: 'root' })
export class LetterTokens {
  readonly signIn = signal<string | null>(null);
  readonly invitation = signal(kept());
  readonly outside = signal<string | null>(null);
  readonly reply = signal<string | null>(null);

  take(kind: LetterKind, token: string): void {
    this[kind].set(token);
    if (kind === 'invitation') keep(token);
  }

  forget(kind: LetterKind): void {
    this[kind].set(null);
    if (kind === 'invitation') keep(null);
  }
}

/** Route guard: takes the secret after `#` out of the address at once, so that it stays in no history and no copied link. */
export const tokenFromAddress =
  (kind: LetterKind): CanActivateFn =>
  ({ fragment }, { url }) => {
    if (!fragment || !LetterToken.safeParse(fragment).success) return true;
    const [plain = '/'] = url.split('#');
    inject(LetterTokens).take(kind, fragment);
    inject(Location).replaceState(plain);
    return new RedirectCommand(inject(Router).parseUrl(plain), { replaceUrl: true });
  };

/** Storage may be refused: then an invitation lasts as long as the page. */
function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(token: string | null): void {
  try {
    if (token) sessionStorage.setItem(KEPT, token);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // The signal has it.
  }
}
