import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type * as z from 'zod';
import { resourceFor } from '@bota/people/web';
import { type HandOut, type HouseKey, type KeyDraft, KeyHistory, KeyList } from '@bota/residents/domain';
import { SpaceStore } from '@bota/spaces/web';

const done = async (request: Observable<unknown>): Promise<void> => void (await firstValueFrom(request));

/** The keys of the house: adding, handing out, taking back, losing, finding. */
@Injectable({ providedIn: 'root' })
export class Keys {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest = ''): string => `/api/spaces/${this.space.ref()}/keys${rest}`;

  add = (draft: z.input<typeof KeyDraft>) => done(this.http.post(this.at(), draft));
  edit = ({ id, version }: HouseKey, edit: z.input<typeof KeyDraft>) =>
    done(this.http.patch(this.at(`/${id}`), edit, { headers: { 'If-Match': `"${version}"` } }));
  handOut = (id: string, draft: z.input<typeof HandOut>) => done(this.http.post(this.at(`/${id}/holdings`), draft));
  takeBack = (id: string) => done(this.http.post(this.at(`/${id}/return`), {}));
  lose = (id: string) => done(this.http.post(this.at(`/${id}/loss`), {}));
  find = (id: string) => done(this.http.delete(this.at(`/${id}/loss`)));
}

/** All keys, or those an organisation holds. */
export const keysResource = (organisation: () => string | null | undefined) => {
  const { at } = inject(Keys);
  return resourceFor(
    () => {
      const id = organisation();
      return id === undefined ? undefined : at(id ? `?organisation=${id}` : '');
    },
    (answer) => KeyList.parse(answer),
  );
};
export const keyHistoryResource = (id: string) => {
  const { at } = inject(Keys);
  return resourceFor(
    () => at(`/${id}`),
    (answer) => KeyHistory.parse(answer),
  );
};
