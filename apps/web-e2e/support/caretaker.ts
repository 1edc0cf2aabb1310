import { request, type APIRequestContext, type APIResponse } from '@playwright/test';
import type { Booking, BookingDraftInput, CalendarItem } from '@bota/booking/domain';
import type { Me } from '@bota/people/domain';
import type { Language } from '@bota/shared/domain';
import { type Account, addressOf, emailOf, PASSWORD, SPACE } from './house';

type Wish = Omit<BookingDraftInput, 'organisationId' | 'roomIds'> & { rooms: readonly string[] };
type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies'];

/** Prepares by the API what a journey finds: somebody's bookings, somebody's session. */
export class Caretaker {
  private constructor(
    private readonly api: APIRequestContext,
    private readonly me: Me,
  ) {}

  static async as(account: Account): Promise<Caretaker> {
    const url = addressOf(0);
    const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
    const me = await answer<Me>(api.post('/api/auth/session', { data: { email: emailOf(account), password: PASSWORD } }));
    return new Caretaker(api, me);
  }

  /** As the house calls them. */
  get name(): string {
    return this.me.person.displayName;
  }

  async cookies(): Promise<Cookies> {
    return (await this.api.storageState()).cookies;
  }

  async read(language: Language): Promise<void> {
    await answer(this.api.patch('/api/me', { data: { language } }));
  }

  /** Books in the name of the person's first organisation; rooms by their names. */
  async book({ rooms, ...wish }: Wish): Promise<Booking> {
    const { items } = await answer<{ items: { id: string; name: string }[] }>(this.api.get(`/api/spaces/${SPACE}/rooms`));
    const roomIds = rooms.map((name) => items.find((room) => room.name === name)?.id ?? name);
    const data = { ...wish, roomIds, organisationId: this.me.memberships[0]?.organisationId };
    return answer(this.api.post(`/api/spaces/${SPACE}/bookings`, { data, headers: { 'idempotency-key': crypto.randomUUID() } }));
  }

  /** Changes one date of a series. */
  async changeDate({ id, version, occurrences }: Booking, which: number, change: { start: string; end: string }): Promise<Booking> {
    const data = { scope: 'this', occurrenceId: occurrences[which]?.id, ...change };
    return answer(this.api.patch(`/api/spaces/${SPACE}/bookings/${id}`, { data, headers: { 'if-match': `"${version}"` } }));
  }

  /** Changes all dates. */
  async change({ id, version }: Booking, change: { start: string; end: string }): Promise<Booking> {
    return answer(this.api.patch(`/api/spaces/${SPACE}/bookings/${id}`, { data: change, headers: { 'if-match': `"${version}"` } }));
  }

  async booking(id: string): Promise<Booking> {
    return answer(this.api.get(`/api/spaces/${SPACE}/bookings/${id}`));
  }

  /** The next series of the person’s organisations. */
  async someSeries(): Promise<string> {
    const upcoming = `/api/spaces/${SPACE}/bookings?of=organisations&limit=50`;
    const { items } = await answer<{ items: CalendarItem[] }>(this.api.get(upcoming));
    const found = items.find(({ recurring }) => recurring);
    if (!found) throw new Error('The demo house has no series to show.');
    return found.bookingId;
  }

  get<T>(path: string): Promise<T> {
    return answer(this.api.get(path));
  }

  send<T>(path: string, data: object): Promise<T> {
    return answer(this.api.post(path, { data }));
  }

  put(path: string, data: object = {}): Promise<unknown> {
    return answer(this.api.put(path, { data }));
  }

  remove(path: string): Promise<unknown> {
    return answer(this.api.delete(path));
  }

  async leave(): Promise<void> {
    await this.api.dispose();
  }
}

async function answer<T>(asked: Promise<APIResponse>): Promise<T> {
  const response = await asked;
  if (!response.ok()) throw new Error(`${response.status()} ${response.url()}: ${await response.text()}`);
  return (response.status() === 204 ? undefined : await response.json()) as T;
}
