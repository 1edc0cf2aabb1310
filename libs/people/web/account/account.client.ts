import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type Erasure, OpenSessionList, PersonalExport } from '@bota/people/domain';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session';

/** Where the reader is signed in; asked by nobody who is signed out. */
export function sessionsResource() {
  const session = inject(Session);
  return httpResource(() => (session.isSignedIn() ? '/api/me/sessions' : undefined), { parse: (answer) => OpenSessionList.parse(answer) });
}

@Injectable({ providedIn: 'root' })
export class AccountClient {
  private readonly http = inject(HttpClient);

  async endSession(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/me/sessions/${id}`));
  }

  async ownData(): Promise<PersonalExport> {
    return PersonalExport.parse(await firstValueFrom(this.http.get('/api/me/export')));
  }

  async erase(erasure: Erasure): Promise<void> {
    await firstValueFrom(this.http.post('/api/me/erasure', erasure));
  }
}
