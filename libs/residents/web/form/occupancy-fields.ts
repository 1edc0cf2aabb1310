import { Component, computed, inject, input, model } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Wish } from '@bota/residents/domain';
import { inLanguage } from '@bota/shared/domain';
import { FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

const MOST_DESKS = 40;

/** Which rooms an organisation occupies: all of a room, or some of its desks. A composed room is not offered, its parts are. */
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
  readonly value = model.required<readonly Wish[]>();
  readonly hint = input('');

  private readonly offered = computed(() => this.space.places().filter(({ partIds }) => partIds.length === 0));
  protected readonly rows = computed(() =>
    this.value().map((wish, place) => ({ ...wish, place, groups: this.groupsFor(wish), sizes: this.sizesOf(wish) })),
  );
  protected readonly mayAdd = computed(() => this.value().length < this.offered().length);

  protected add(): void {
    const next = this.free()[0];
    if (next) this.value.update((wishes) => [...wishes, { roomId: next.id, desks: null }]);
  }

  protected remove(place: number): void {
    this.value.update((wishes) => wishes.filter((_, n) => n !== place));
  }

  protected set(place: number, change: Partial<Wish>): void {
    this.value.update((wishes) => wishes.map((wish, n) => (n === place ? { ...wish, ...change } : wish)));
  }

  /** Offices first: who takes a room takes an office mostly. */
  private free(but = '') {
    const taken = new Set(this.value().map(({ roomId }) => roomId));
    const free = this.offered().filter(({ id }) => id === but || !taken.has(id));
    return [...free.filter(({ bookable }) => !bookable), ...free.filter(({ bookable }) => bookable)];
  }

  private groupsFor({ roomId }: Wish) {
    const floors = this.space.floors().map(({ id, name }) => ({ id, name: inLanguage(name, this.texts.language()) }));
    const free = this.free(roomId);
    const groups = floors.map(({ id, name }) => ({ name, rooms: free.filter(({ floorId }) => floorId === id) }));
    const loose = free.filter(({ floorId }) => !floorId);
    return [...groups, { name: this.texts.t('residents.occupies.noFloor'), rooms: loose }].filter(({ rooms }) => rooms.length);
  }

  private sizesOf({ roomId, desks }: Wish): number[] {
    const places = Math.max(this.space.room(roomId)?.desks ?? 0, desks ?? 0);
    return Array.from({ length: Math.min(places, MOST_DESKS) }, (_, n) => n + 1);
  }
}
