import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import { resourceFor, settled } from '@bota/people/web';
import { type Floor, type Room, RoomList, Space, SpaceList } from '@bota/spaces/domain';

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
  readonly spaces = resourceFor(
    () => '/api/spaces',
    (answer) => SpaceList.parse(answer),
  );
  readonly space = resourceFor(this.path(''), (answer) => Space.parse(answer));
  readonly roomList = resourceFor(this.path('/rooms'), (answer) => RoomList.parse(answer));

  /** IANA zone every time of the house is said in. */
  readonly zone = computed(() => (this.space.hasValue() ? this.space.value().zone : 'Europe/Brussels'));
  readonly ref = computed(() => this.slug() ?? '');
  /** Rooms and offices in display order: floor, position, parts after their whole. */
  readonly places = computed<readonly Room[]>(() => (this.roomList.hasValue() ? this.roomList.value().items : []));
  /** The rooms that can be booked, in the same order. */
  readonly rooms = computed<readonly Room[]>(() => this.places().filter(({ bookable }) => bookable));
  readonly floors = computed<readonly Floor[]>(() => (this.roomList.hasValue() ? this.roomList.value().floors : []));
  private readonly roomsById = computed(() => new Map(this.places().map((room) => [room.id, room])));
  private readonly floorsById = computed(() => new Map(this.floors().map((floor) => [floor.id, floor])));

  private readonly formerById = computed(
    () => new Map((this.roomList.hasValue() ? this.roomList.value().former : []).map(({ id, name }) => [id, { id, name, slug: null }])),
  );

  /** A room for its name, an archived one too; its address when it can be booked. */
  named = (id: string): { id: string; name: string; slug: string | null } | undefined => {
    const room = this.room(id);
    return room ? { id, name: room.name, slug: room.bookable ? room.slug : null } : this.formerById().get(id);
  };

  room = (id: string): Room | undefined => this.roomsById().get(id);
  roomBySlug = (slug: string): Room | undefined => this.rooms().find((room) => room.slug === slug);
  floorOf = (room: Room): Floor | undefined => this.floorsById().get(room.floorId ?? '');

  /** Asks again what the house says of itself; what is known stays on show meanwhile. */
  reload(): void {
    this.space.reload();
    this.roomList.reload();
  }

  /** Opens a space and waits until it is there or refused. */
  async open(slug: string): Promise<void> {
    this.slug.set(slug);
    await settled(this.space, this.injector);
  }

  /** All spaces once known, for the first address. */
  async all(): Promise<readonly Space[]> {
    await settled(this.spaces, this.injector);
    return this.spaces.hasValue() ? this.spaces.value().items : [];
  }
}
