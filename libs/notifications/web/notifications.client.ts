import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { NotificationList } from '@bota/notifications/domain';
import { resourceFor } from '@bota/people/web';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** What the reader was told: the first page is a resource, the rest is asked for. */
@Injectable({ providedIn: 'root' })
export class NotificationsClient {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  private readonly texts = inject(Texts);
  private readonly at = (rest = ''): string => `/api/spaces/${this.space.ref()}/notifications${rest}`;

  /** In the language that is read now, which follows the switch. */
  readonly firstPage = (): string => this.at(`?language=${this.texts.language()}`);

  async after(id: string): Promise<NotificationList> {
    return NotificationList.parse(await firstValueFrom(this.http.get(`${this.firstPage()}&before=${id}`)));
  }

  async read(id: string): Promise<void> {
    await firstValueFrom(this.http.post(this.at(`/${id}/reading`), {}));
  }

  async readAll(upTo: string): Promise<void> {
    await firstValueFrom(this.http.post(this.at('/reading'), { upTo }));
  }
}

export const notificationsResource = () => {
  const client = inject(NotificationsClient);
  return resourceFor(client.firstPage, (answer) => NotificationList.parse(answer));
};
