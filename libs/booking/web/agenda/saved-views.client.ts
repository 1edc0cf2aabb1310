import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CalendarDays, type SavedViewDraft, type SavedViewEdit, SavedViewList } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';

/** Writes the views a person keeps. */
@Injectable({ providedIn: 'root' })
export class SavedViewsClient {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  private readonly path = (id = '') => `/api/spaces/${this.space.ref()}/saved-views${id && `/${id}`}`;

  create = (draft: SavedViewDraft): Promise<unknown> => firstValueFrom(this.http.post(this.path(), draft));
  edit = (id: string, edit: SavedViewEdit): Promise<unknown> => firstValueFrom(this.http.patch(this.path(id), edit));
  remove = (id: string): Promise<unknown> => firstValueFrom(this.http.delete(this.path(id)));
}

/** The views the reader keeps in this house. */
export const savedViewsResource = (space: () => string, isAsked: () => boolean) =>
  resourceFor(
    () => (isAsked() && space() ? `/api/spaces/${space()}/saved-views` : undefined),
    (answer) => SavedViewList.parse(answer),
  );

/** How much is booked each day; `query` narrows it. */
export const daysResource = (space: () => string, query: () => string) =>
  resourceFor(
    () => (space() ? `/api/spaces/${space()}/calendar/days?${query()}` : undefined),
    (answer) => CalendarDays.parse(answer),
  );
