import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { NotificationPreferences, type PreferencesEdit, Unsubscription } from '@bota/notifications/domain';
import { resourceFor, Session } from '@bota/people/web';

const PATH = '/api/me/notification-preferences';

@Injectable({ providedIn: 'root' })
export class PreferencesClient {
  private readonly http = inject(HttpClient);

  async edit(edit: PreferencesEdit): Promise<NotificationPreferences> {
    return NotificationPreferences.parse(await firstValueFrom(this.http.patch(PATH, edit)));
  }

  async unsubscribe(token: string): Promise<Unsubscription> {
    return Unsubscription.parse(await firstValueFrom(this.http.post(`/api/unsubscriptions/${encodeURIComponent(token)}`, {})));
  }
}

/** How the reader chose to hear; asked by nobody who is signed out. */
export const preferencesResource = () => {
  const session = inject(Session);
  return resourceFor(
    () => (session.isSignedIn() ? PATH : undefined),
    (answer) => NotificationPreferences.parse(answer),
  );
};
