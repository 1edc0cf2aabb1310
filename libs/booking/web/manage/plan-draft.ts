import { computed, linkedSignal, type Signal } from '@angular/core';
import type { PlanFloor } from '@bota/residents/domain';
import type { ManagedRoom, Outline } from '@bota/spaces/domain';
import { freePlace, snapped } from './outline.rules';

/** What was drawn and is not saved yet: boxes of one floor over the rooms as they are. */
export class PlanDraft {
  /** Belongs to one floor: another one begins undrawn. */
  private readonly drawn = linkedSignal<string | undefined, ReadonlyMap<string, Outline | null>>({
    source: () => this.floor()?.id,
    computation: () => new Map(),
  });

  constructor(
    private readonly rooms: Signal<readonly ManagedRoom[]>,
    private readonly floor: Signal<PlanFloor | undefined>,
  ) {}

  /** Rooms that lie on the floor. */
  readonly placed = computed(() =>
    this.rooms().flatMap((room) => {
      const outline = this.outlineOf(room);
      return outline && (room.floorId === this.floor()?.id || this.drawn().get(room.id)) ? [{ room, outline }] : [];
    }),
  );
  /** Rooms of the floor, or of none, that lie nowhere; a composed one is seen by its parts. */
  readonly unplaced = computed(() =>
    this.rooms().filter(
      (room) =>
        !room.archivedAt && !room.partIds.length && !this.outlineOf(room) && (room.floorId === null || room.floorId === this.floor()?.id),
    ),
  );
  readonly changes = computed(() =>
    this.rooms()
      .filter((room) => this.drawn().has(room.id) && JSON.stringify(this.drawn().get(room.id)) !== JSON.stringify(room.outline))
      .map((room) => ({ room, outline: this.drawn().get(room.id) ?? null })),
  );

  put(id: string, outline: Outline): void {
    const floor = this.floor();
    if (floor) this.drawn.update((drawn) => new Map(drawn).set(id, snapped(outline, floor)));
  }

  place(id: string): void {
    const floor = this.floor();
    if (!floor) return;
    const others = this.placed().map(({ outline }) => outline);
    this.put(id, freePlace(others, floor));
  }

  remove(id: string): void {
    this.drawn.update((drawn) => new Map(drawn).set(id, null));
  }

  forget(): void {
    this.drawn.set(new Map());
  }

  private outlineOf(room: ManagedRoom): Outline | null {
    if (room.archivedAt) return null;
    return this.drawn().has(room.id) ? (this.drawn().get(room.id) ?? null) : room.outline;
  }
}
