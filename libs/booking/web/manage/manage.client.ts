import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import {
  AffectedBookings,
  Closing,
  type ClosingDraft,
  ExclusionCalendar,
  type ExclusionCalendarDraftInput,
  ExclusionEffect,
  ExclusionReading,
  type HouseChange,
  Places,
  type PlacesQuery,
  Quota,
  type QuotaDraftInput,
  QuotaList,
} from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import {
  ClosureList,
  type FloorDraft,
  type FloorEdit,
  ManagedRoom,
  ManagedRoomList,
  Room,
  type RoomDraft,
  type RoomEdit,
  Space,
  type SpaceEdit,
} from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import type * as z from 'zod';

export type RoomDraftInput = z.input<typeof RoomDraft>;
const ifMatch = (version: number) => ({ headers: new HttpHeaders({ 'If-Match': `"${version}"` }) });

/** What coordinators change of the house. Afterwards everybody's pages read it anew. */
@Injectable({ providedIn: 'root' })
export class Manage {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;
  private readonly own = () => `/api/spaces/${this.space.ref()}`;

  affected = async (change: z.input<typeof HouseChange>): Promise<AffectedBookings> =>
    AffectedBookings.parse(await firstValueFrom(this.http.post(this.at('affected-bookings'), change)));

  editSpace = async (edit: SpaceEdit, version: number) => Space.parse(await this.done(this.http.patch(this.own(), edit, ifMatch(version))));
  showLogo = (file: File) => this.done(this.http.put(`${this.at('logo')}?name=${encodeURIComponent(file.name)}`, file));
  hideLogo = () => this.done(this.http.delete(this.at('logo')));

  addRoom = async (draft: RoomDraftInput) => Room.parse(await this.done(this.http.post(this.at('rooms'), draft)));
  editRoom = async (room: Pick<ManagedRoom, 'id' | 'version'>, edit: RoomEdit) =>
    ManagedRoom.parse(await this.done(this.http.patch(this.at(`rooms/${room.id}`), edit, ifMatch(room.version))));
  archive = (id: string) => this.done(this.http.put(this.at(`rooms/${id}/archiving`), null));
  restore = (id: string) => this.done(this.http.delete(this.at(`rooms/${id}/archiving`)));
  order = (roomIds: readonly string[]) => this.done(this.http.put(this.at('room-order'), { roomIds }));

  addFloor = (draft: FloorDraft) => this.done(this.http.post(this.at('floors'), draft));
  editFloor = (id: string, edit: FloorEdit) => this.done(this.http.patch(this.at(`floors/${id}`), edit));
  removeFloor = (id: string) => this.done(this.http.delete(this.at(`floors/${id}`)));
  draw = (id: string, file: File) =>
    this.done(this.http.put(`${this.at(`floors/${id}/drawing`)}?name=${encodeURIComponent(file.name)}`, file));
  undraw = (id: string) => this.done(this.http.delete(this.at(`floors/${id}/drawing`)));

  places = async (query: PlacesQuery): Promise<Places['items']> =>
    Places.parse(await firstValueFrom(this.http.post(this.at('affected-bookings/places'), query))).items;
  /** `key`: the same again closes, and settles, once. */
  close = async (draft: z.input<typeof ClosingDraft>, key: string) =>
    Closing.parse(await this.done(this.http.post(this.at('closures'), draft, { headers: new HttpHeaders({ 'Idempotency-Key': key }) })));
  open = (id: string) => this.done(this.http.delete(this.at(`closures/${id}`)));

  readExclusions = async (text: string) =>
    ExclusionReading.parse(await firstValueFrom(this.http.post(this.at('exclusion-calendars/reading'), { text })));
  saveExclusions = async (draft: ExclusionCalendarDraftInput, known: Pick<ExclusionCalendar, 'id' | 'version'> | null) => {
    const path = this.at('exclusion-calendars');
    const request = known ? this.http.patch(`${path}/${known.id}`, draft, ifMatch(known.version)) : this.http.post(path, draft);
    return ExclusionCalendar.parse(await firstValueFrom(request));
  };
  effectOf = async (id: string) => ExclusionEffect.parse(await firstValueFrom(this.http.get(this.at(`exclusion-calendars/${id}/effect`))));
  applyExclusions = async (id: string) =>
    ExclusionEffect.parse(await firstValueFrom(this.http.post(this.at(`exclusion-calendars/${id}/application`), {})));
  removeExclusions = (id: string) => firstValueFrom(this.http.delete(this.at(`exclusion-calendars/${id}`)));

  saveQuota = async (draft: QuotaDraftInput, known: Pick<Quota, 'id' | 'version'> | null) => {
    const path = this.at('quotas');
    const request = known ? this.http.patch(`${path}/${known.id}`, draft, ifMatch(known.version)) : this.http.post(path, draft);
    return Quota.parse(await firstValueFrom(request));
  };
  removeQuota = (id: string) => firstValueFrom(this.http.delete(this.at(`quotas/${id}`)));

  private async done(request: Observable<unknown>): Promise<unknown> {
    const answer = await firstValueFrom(request);
    this.space.reload();
    return answer;
  }
}

export const managedRoomsResource = () => {
  const manage = inject(Manage);
  return resourceFor(
    () => manage.at('managed-rooms'),
    (answer) => ManagedRoomList.parse(answer),
  );
};
export const quotasResource = () => {
  const manage = inject(Manage);
  return resourceFor(
    () => manage.at('quotas'),
    (answer) => QuotaList.parse(answer),
  );
};
export const closuresResource = () => {
  const manage = inject(Manage);
  return resourceFor(
    () => manage.at('closures'),
    (answer) => ClosureList.parse(answer),
  );
};
