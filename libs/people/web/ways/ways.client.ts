import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { MyWays, SignInWays } from '@bota/people/domain';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session';

/** How one may sign in here. */
export const offeredWays = () => httpResource(() => '/api/auth/ways', { parse: (answer) => SignInWays.parse(answer) });

/** How the reader may sign in; asked by nobody who is signed out. */
export function myWays() {
  const session = inject(Session);
  return httpResource(() => (session.isSignedIn() ? '/api/me/ways' : undefined), { parse: (answer) => MyWays.parse(answer) });
}

@Injectable({ providedIn: 'root' })
export class WaysClient {
  private readonly http = inject(HttpClient);

  async unlink(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/me/identities/${id}`));
  }
}
