import { HttpClient, HttpHeaders, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  Booking,
  type BookingDraftInput,
  type BookingEdit,
  Calendar,
  type Cancellation,
  ExclusionCalendarList,
  Preview,
  type PreviewDraft,
  QuotaUseList,
  Statistics,
  Upcoming,
} from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import type * as z from 'zod';

/** The span of civil dates `[from, to)` one calendar request covers. */
export type Dates = { from: string; to: string };
export type EditInput = z.input<typeof BookingEdit>;
export type CancellationInput = z.input<typeof Cancellation>;
export type PreviewInput = z.input<typeof PreviewDraft>;

const bookingsOf = (space: string) => `/api/spaces/${space}/bookings`;

/** Bookings of a space: reads are resources, writes are requests; the contract checks what arrives. */
@Injectable({ providedIn: 'root' })
export class Bookings {
  private readonly http = inject(HttpClient);

  one(space: string, id: string): Promise<Booking> {
    return this.parsed(this.http.get(`${bookingsOf(space)}/${id}`));
  }

  /** The key is one per draft and kept for retries: the same key never books twice. */
  create(space: string, draft: BookingDraftInput, key: string): Promise<Booking> {
    return this.parsed(this.http.post(bookingsOf(space), draft, { headers: new HttpHeaders({ 'Idempotency-Key': key }) }));
  }

  /** Refused with 412 when the booking is no longer at this version. */
  edit(space: string, booking: Pick<Booking, 'id' | 'version'>, edit: EditInput): Promise<Booking> {
    const headers = new HttpHeaders({ 'If-Match': `"${booking.version}"` });
    return this.parsed(this.http.patch(`${bookingsOf(space)}/${booking.id}`, edit, { headers }));
  }

  cancel(space: string, id: string, cancellation: CancellationInput): Promise<Booking> {
    return this.parsed(this.http.post(`${bookingsOf(space)}/${id}/cancellation`, cancellation));
  }

  private async parsed(request: Parameters<typeof firstValueFrom>[0]): Promise<Booking> {
    return Booking.parse(await firstValueFrom(request));
  }
}

/** Occurrences and closures of a window as the reader may see them. */
export const calendarResource = (space: () => string, dates: () => Dates | undefined) =>
  resourceFor(
    () => {
      const window = dates();
      return window && space() ? `/api/spaces/${space()}/calendar?from=${window.from}&to=${window.to}` : undefined;
    },
    (answer) => Calendar.parse(answer),
  );

export const bookingResource = (space: () => string, id: () => string | undefined) =>
  resourceFor(
    () => (id() && space() ? `${bookingsOf(space())}/${id()}` : undefined),
    (answer) => Booking.parse(answer),
  );

/** Calendars of days that series may leave out, with their days. */
export const exclusionsResource = (space: () => string) =>
  resourceFor(
    () => (space() ? `/api/spaces/${space()}/exclusion-calendars` : undefined),
    (answer) => ExclusionCalendarList.parse(answer),
  );

/** What the reader’s organisations use of their quotas now. */
export const quotaUsesResource = (space: () => string) =>
  resourceFor(
    () => (space() ? `/api/spaces/${space()}/quota-uses` : undefined),
    (answer) => QuotaUseList.parse(answer),
  );

/** How the house was used from a day to a day, both included. */
export const statisticsResource = (space: () => string, asked: () => { from: string; to: string; room?: string }) =>
  resourceFor(
    () => {
      const { from, to, room } = asked();
      return space() ? `/api/spaces/${space()}/statistics?from=${from}&to=${to}${room ? `&room=${room}` : ''}` : undefined;
    },
    (answer) => Statistics.parse(answer),
  );

/** Coming occurrences booked by me or for my organisations, soonest first. */
export const upcomingResource = (space: () => string, of: 'me' | 'organisations', limit = 20) =>
  resourceFor(
    () => (space() ? `${bookingsOf(space())}?of=${of}&limit=${limit}` : undefined),
    (answer) => Upcoming.parse(answer),
  );

/** Verdict on a draft; writes nothing. Asked again whenever the draft changes, the previous question is dropped. */
export const previewResource = (space: () => string, draft: () => PreviewInput | undefined) =>
  httpResource(
    () => {
      const body = draft();
      return body && space() ? { url: `${bookingsOf(space())}/preview`, method: 'POST', body } : undefined;
    },
    { parse: (answer) => Preview.parse(answer) },
  );
