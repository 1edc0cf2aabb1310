import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, Injector } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { type Credentials, type InvitationAcceptance, Me, type MeEdit, type PasswordChange, type Setup } from '@bota/people/domain';
import { type Language } from '@bota/shared/domain';
import { filter, firstValueFrom } from 'rxjs';
import * as z from 'zod';

const Founded = z.object({ space: z.object({ slug: z.string() }), me: Me });

/** Who is signed in. The cookie belongs to the server; here is only what `/api/me` says. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly injector = inject(Injector);
  private readonly resource = httpResource(() => '/api/me', { parse: (answer) => Me.parse(answer) });

  readonly me = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** False until the server has said who reads. */
  readonly isKnown = computed(() => this.resource.status() !== 'loading');
  readonly isSignedIn = computed(() => this.me() !== null);
  /** Changes when somebody else reads: resources whose answers depend on rights follow it. */
  readonly personId = computed(() => this.me()?.person.id ?? null);

  /** Once the server has said who this is, or that it cannot. */
  async known(): Promise<Me | null> {
    await firstValueFrom(toObservable(this.isKnown, { injector: this.injector }).pipe(filter(Boolean)));
    return this.me();
  }

  signIn(credentials: Credentials): Promise<Me> {
    return this.enter('/api/auth/session', credentials);
  }

  /** With the secret of a letter, which works once. */
  signInByLetter(token: string): Promise<Me> {
    return this.enter('/api/auth/link/session', { token });
  }

  /** With what a passkey of this browser signed. */
  signInByPasskey(response: unknown): Promise<Me> {
    return this.enter('/api/auth/passkey/session', { response });
  }

  /** Joins an organisation; whoever had no account is signed in to a new one. */
  accept(acceptance: InvitationAcceptance): Promise<Me> {
    return this.enter('/api/invitations/acceptance', acceptance);
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/auth/session'));
    this.forget();
  }

  /** Creates the house and signs in its first coordinator; answers the address of the house. */
  async setUp(setup: Setup): Promise<string> {
    const { space, me } = Founded.parse(await firstValueFrom(this.http.post('/api/setup', setup)));
    this.resource.set(me);
    return space.slug;
  }

  /** The account remembers the language; signed out, only the device does. */
  async remember(language: Language): Promise<void> {
    if (this.me()) await this.edit({ language });
  }

  async edit(edit: MeEdit): Promise<void> {
    this.resource.set(Me.parse(await firstValueFrom(this.http.patch('/api/me', edit))));
  }

  /** The other sessions of the person end. */
  async changePassword(change: PasswordChange): Promise<void> {
    await firstValueFrom(this.http.post('/api/me/password', change));
    this.resource.update((me) => me && { ...me, person: { ...me.person, hasPassword: true } });
  }

  /** Memberships or roles of the person changed. */
  reload(): void {
    this.resource.reload();
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.resource.set(undefined);
  }

  private async enter(url: string, body: unknown): Promise<Me> {
    const me = Me.parse(await firstValueFrom(this.http.post(url, body)));
    this.resource.set(me);
    return me;
  }
}
