import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Booking, type BookingRequest, BookingRequestList, type Decision } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';

/** What waits for the coordination, and what is held: reads are resources, writes are requests. */
@Injectable({ providedIn: 'root' })
export class Requests {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;

  decide = (request: Pick<BookingRequest, 'id' | 'version'>, decision: Decision): Promise<Booking> =>
    this.post(`bookings/${request.id}/decision`, decision, request.version);
  confirm = ({ id, version }: Pick<Booking, 'id' | 'version'>): Promise<Booking> => this.post(`bookings/${id}/confirmation`, {}, version);

  private async post(rest: string, body: object, version: number): Promise<Booking> {
    const headers = new HttpHeaders({ 'If-Match': `"${version}"` });
    return Booking.parse(await firstValueFrom(this.http.post(this.at(rest), body, { headers })));
  }
}

export const requestsResource = () => {
  const requests = inject(Requests);
  return resourceFor(
    () => requests.at('booking-requests'),
    (answer) => BookingRequestList.parse(answer),
  );
};
