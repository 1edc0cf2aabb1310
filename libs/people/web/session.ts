import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, Injector } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { type Credentials, Me, type MeEdit, type Setup } from '@bota/people/domain';
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

  async signIn(credentials: Credentials): Promise<Me> {
    const me = Me.parse(await firstValueFrom(this.http.post('/api/auth/session', credentials)));
    this.resource.set(me);
    return me;
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
    if (this.me()) this.resource.set(Me.parse(await firstValueFrom(this.http.patch('/api/me', { language } satisfies MeEdit))));
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.resource.set(undefined);
  }
}
