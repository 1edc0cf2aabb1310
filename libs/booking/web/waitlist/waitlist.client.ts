import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type BookingDraftInput, WaitlistDraft, WaitlistEntry, WaitlistList } from '@bota/booking/domain';
import { resourceFor, Session } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';

/** Who waits for rooms that others have: reads are resources, writes are requests. */
@Injectable({ providedIn: 'root' })
export class Waitlist {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest = ''): string => `/api/spaces/${this.space.ref()}/waitlist${rest}`;

  /** With what belongs to a wish that waits, and nothing else. */
  join = async (draft: BookingDraftInput): Promise<WaitlistEntry> =>
    WaitlistEntry.parse(await firstValueFrom(this.http.post(this.at(), WaitlistDraft.parse(draft))));

  leave = async ({ id }: Pick<WaitlistEntry, 'id'>): Promise<void> => void (await firstValueFrom(this.http.delete(this.at(`/${id}`))));
}

/** What I wait for; `all`: everybody, for the coordination. */
export const waitlistResource = (whose: () => 'mine' | 'all') => {
  const [waitlist, space, session] = [inject(Waitlist), inject(SpaceStore), inject(Session)];
  return resourceFor(
    () => (space.ref() && session.me() ? waitlist.at(whose() === 'all' ? '/all' : '') : undefined),
    (answer) => WaitlistList.parse(answer),
  );
};
