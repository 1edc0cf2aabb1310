import { Component, computed, inject, input, model } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Wish } from '@bota/residents/domain';
import { inLanguage } from '@bota/shared/domain';
import { FIELDS, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { ResidentsStore } from '../residents-store';

const MOST_DESKS = 40;

/**
 * Which rooms an organisation occupies: all of a room, or some of its desks. A composed room is not offered, its parts are; nor is a room
 * that anybody books, unless it is occupied already.
 */
@Component({
  selector: 'b75-occupancy-fields',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput],
  providers: [FIELDS],
  templateUrl: './occupancy-fields.html',
  styleUrl: './occupancy-fields.scss',
})
export class OccupancyFields {
  protected readonly texts = inject(Texts);
  private readonly space = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  readonly value = model.required<readonly Wish[]>();
  readonly hint = input('');
  /** Whose they are: what this organisation has itself is not said to be taken. */
  readonly organisation = input('');

  /** Who has which room today, as the directory says. */
  private readonly holders = computed(() => {
    const all = this.residents.residents.hasValue() ? this.residents.residents.value().items : [];
    const others = all.filter(({ status, organisation }) => status !== 'ended' && organisation.id !== this.organisation());
    return Map.groupBy(
      others.flatMap(({ organisation, occupies }) => occupies.map((one) => ({ ...one, name: organisation.name }))),
      ({ roomId }) => roomId,
    );
  });
  private readonly offered = computed(() => {
    const held = new Set(this.value().map(({ roomId }) => roomId));
    return this.space.places().filter(({ id, partIds, bookable }) => partIds.length === 0 && (!bookable || held.has(id)));
  });
  protected readonly rows = computed(() =>
    this.value().map((wish, place) => ({ ...wish, place, groups: this.groupsFor(wish), sizes: this.sizesOf(wish) })),
  );
  protected readonly mayAdd = computed(() => this.value().length < this.offered().length);

  protected add(): void {
    const next = this.free()[0];
    if (next) this.value.update((wishes) => [...wishes, { roomId: next.id, desks: this.takenIn(next.id) ? 1 : null }]);
  }

  protected remove(place: number): void {
    this.value.update((wishes) => wishes.filter((_, n) => n !== place));
  }

  protected set(place: number, change: Partial<Wish>): void {
    this.value.update((wishes) => wishes.map((wish, n) => (n === place ? { ...wish, ...change } : wish)));
  }

  private isFull({ id, desks }: Room): boolean {
    const holders = this.holders().get(id) ?? [];
    return holders.some((one) => one.desks === null) || (holders.length > 0 && this.takenIn(id) >= (desks ?? 0));
  }

  private takenIn = (id: string): number => (this.holders().get(id) ?? []).reduce((sum, { desks }) => sum + (desks ?? 0), 0);

  /** Those first where there is place. */
  private free(but = ''): Room[] {
    const taken = new Set(this.value().map(({ roomId }) => roomId));
    const free = this.offered().filter(({ id }) => id === but || !taken.has(id));
    return [...free].sort((a, b) => Number(this.isFull(a)) - Number(this.isFull(b)));
  }

  /** `Bureau 11 · Racines & Finances`, `Plateau partagé · 7 postes pris` */
  private named({ id, name }: { id: string; name: string }): string {
    const holders = this.holders().get(id) ?? [];
    const whole = holders.find(({ desks }) => desks === null);
    if (whole) return `${name} · ${whole.name}`;
    const taken = this.takenIn(id);
    return taken ? `${name} · ${this.texts.count('residents.occupies.taken', taken)}` : name;
  }

  private groupsFor({ roomId }: Wish) {
    const floors = this.space.floors().map(({ id, name }) => ({ id, name: inLanguage(name, this.texts.language()) }));
    const free = this.inOrder(this.free(roomId)).map((room) => ({ ...room, name: this.named(room) }));
    const groups = floors.map(({ id, name }) => ({ name, rooms: free.filter(({ floorId }) => floorId === id) }));
    const loose = free.filter(({ floorId }) => !floorId);
    return [...groups, { name: this.texts.t('residents.occupies.noFloor'), rooms: loose }].filter(({ rooms }) => rooms.length);
  }

  private inOrder = (rooms: readonly Room[]): Room[] => this.offered().filter(({ id }) => rooms.some((room) => room.id === id));

  private sizesOf({ roomId, desks }: Wish): number[] {
    const places = Math.max(this.space.room(roomId)?.desks ?? 0, desks ?? 0);
    return Array.from({ length: Math.min(places, MOST_DESKS) }, (_, n) => n + 1);
  }
}
