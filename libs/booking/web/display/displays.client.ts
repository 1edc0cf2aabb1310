import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Display, type DisplayDraft, type DisplayEdit, DisplayList } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';
import type * as z from 'zod';

export type DisplayWish = z.input<typeof DisplayDraft>;

/** The screens of the house, as its coordination runs them. */
@Injectable({ providedIn: 'root' })
export class Displays {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest = ''): string => `/api/spaces/${this.space.ref()}/displays${rest}`;

  pair = (wish: DisplayWish) => firstValueFrom(this.http.post(this.at(), wish));
  change = ({ id }: Pick<Display, 'id'>, edit: z.input<typeof DisplayEdit>) => firstValueFrom(this.http.put(this.at(`/${id}`), edit));
  revoke = ({ id }: Pick<Display, 'id'>) => firstValueFrom(this.http.delete(this.at(`/${id}`)));
}

export const displaysResource = () => {
  const displays = inject(Displays);
  return resourceFor(
    () => displays.at(),
    (answer) => DisplayList.parse(answer),
  );
};
