import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  OutsideAnswer,
  type OutsideAskInput,
  type OutsideDecisionInput,
  OutsideForm,
  type OutsideRequest,
  OutsideRequestList,
} from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';

/** What neighbours ask for: theirs to send and confirm, the coordination's to read and answer. */
@Injectable({ providedIn: 'root' })
export class Outside {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest = ''): string => `/api/spaces/${this.space.ref()}/outside-requests${rest}`;

  /** Asked for when the form is shown: it says since when it is being filled in. */
  form = async (): Promise<OutsideForm> => OutsideForm.parse(await firstValueFrom(this.http.get(this.at('/form'))));
  ask = async (ask: OutsideAskInput): Promise<void> => void (await firstValueFrom(this.http.post(this.at(), ask)));
  confirm = async (token: string): Promise<void> => void (await firstValueFrom(this.http.post(this.at('/confirmation'), { token })));

  decide = async ({ id }: OutsideRequest, decision: OutsideDecisionInput): Promise<OutsideAnswer> =>
    OutsideAnswer.parse(await firstValueFrom(this.http.post(this.at(`/${id}/decision`), decision)));
  erase = async ({ id }: OutsideRequest): Promise<void> => void (await firstValueFrom(this.http.delete(this.at(`/${id}`))));
}

export const outsideResource = () => {
  const outside = inject(Outside);
  return resourceFor(
    () => outside.at(),
    (answer) => OutsideRequestList.parse(answer),
  );
};
