import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { Session } from '@bota/people/web';
import { Floor, Room, RoomList, Space, SpaceList } from '@bota/spaces/domain';
import { filter, firstValueFrom } from 'rxjs';

/** Asks again when another person reads: answers say what that person may. */
function readAs<T>(path: () => string | undefined, parse: (answer: unknown) => T) {
  const session = inject(Session);
  return httpResource(
    () => {
      const url = path();
      return url ? { url, context: session.context() } : undefined;
    },
    { parse },
  );
}

/** The space whose pages are open, with its rooms and floors. Shared by all pages of the house. */
@Injectable({ providedIn: 'root' })
export class SpaceStore {
  private readonly injector = inject(Injector);
  private readonly slug = signal<string | undefined>(undefined);
  private readonly path = (rest: string) => () => {
    const slug = this.slug();
    return slug && `/api/spaces/${slug}${rest}`;
  };

  /** All spaces the reader may see, for the switcher. */
  readonly spaces = readAs(
    () => '/api/spaces',
    (answer) => SpaceList.parse(answer),
  );
  readonly space = readAs(this.path(''), (answer) => Space.parse(answer));
  readonly roomList = readAs(this.path('/rooms'), (answer) => RoomList.parse(answer));

  /** IANA zone every time of the house is said in. */
  readonly zone = computed(() => (this.space.hasValue() ? this.space.value().zone : 'Europe/Brussels'));
  readonly ref = computed(() => this.slug() ?? '');
  /** In display order: floor, position, parts after their whole. */
  readonly rooms = computed<readonly Room[]>(() => (this.roomList.hasValue() ? this.roomList.value().items : []));
  readonly floors = computed<readonly Floor[]>(() => (this.roomList.hasValue() ? this.roomList.value().floors : []));
  private readonly roomsById = computed(() => new Map(this.rooms().map((room) => [room.id, room])));
  private readonly floorsById = computed(() => new Map(this.floors().map((floor) => [floor.id, floor])));

  room = (id: string): Room | undefined => this.roomsById().get(id);
  roomBySlug = (slug: string): Room | undefined => this.rooms().find((room) => room.slug === slug);
  floorOf = (room: Room): Floor | undefined => this.floorsById().get(room.floorId ?? '');

  /** Opens a space and waits until it is there or refused. */
  async open(slug: string): Promise<void> {
    this.slug.set(slug);
    await firstValueFrom(toObservable(this.space.isLoading, { injector: this.injector }).pipe(filter((isLoading) => !isLoading)));
  }

  /** All spaces once known, for the first address. */
  async all(): Promise<readonly Space[]> {
    await firstValueFrom(toObservable(this.spaces.isLoading, { injector: this.injector }).pipe(filter((isLoading) => !isLoading)));
    return this.spaces.hasValue() ? this.spaces.value().items : [];
  }
}
