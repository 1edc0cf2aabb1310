import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Booking } from '@bota/booking/domain';
import { SpaceStore } from '@bota/spaces/web';

/** A date of a booking, as it is checked in to. */
export type DateAtDoor = { bookingId: string; occurrenceId: string };

/** Saying that one is there, and giving back what was released. */
@Injectable({ providedIn: 'root' })
export class CheckIns {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);

  checkIn = (date: DateAtDoor): Promise<Booking> => this.post(date, 'check-in');
  reinstate = (date: DateAtDoor): Promise<Booking> => this.post(date, 'reinstatement');

  private async post({ bookingId, occurrenceId }: DateAtDoor, act: 'check-in' | 'reinstatement'): Promise<Booking> {
    const url = `/api/spaces/${this.space.ref()}/bookings/${bookingId}/${act}`;
    return Booking.parse(await firstValueFrom(this.http.post(url, { occurrenceId })));
  }
}
