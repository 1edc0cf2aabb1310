import { CdkDrag, type CdkDragEnd } from '@angular/cdk/drag-drop';
import { Component, computed, type ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Empty, Failure, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import type { Outline } from '@bota/spaces/domain';
import { FloorTabs } from '../plan/floor-tabs';
import { boxStyle } from '../plan/placed';
import { planResource } from '../plan/plan.client';
import { BoxFields } from './box-fields';
import { DrawingField } from './drawing-field';
import { Manage, managedRoomsResource } from './manage.client';
import { stepped } from './outline.rules';
import { PlanDraft } from './plan-draft';

/** Draws a floor: boxes are dragged, moved by arrow keys or by numbers; all of it is saved at once. */
@Component({
  selector: 'b75-plan-editor',
  imports: [BoxFields, CdkDrag, DrawingField, Empty, Failure, FloorTabs, MatButton, Refusal, SectionHeader, Skeleton],
  providers: [Acts],
  templateUrl: './plan-editor.html',
  styleUrls: ['./manage.scss', '../plan/sheet.scss', './plan-editor.scss'],
})
export class PlanEditor {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly manage = inject(Manage);
  /** Level of a floor in the address. */
  readonly floor = input<string>();
  private readonly sheet = viewChild<ElementRef<HTMLElement>>('sheet');
  protected readonly rooms = managedRoomsResource();
  protected readonly plan = planResource();
  protected readonly floors = computed(() => (this.plan.hasValue() ? (this.plan.value()?.floors ?? []) : []));
  protected readonly shown = computed(() => this.floors().find(({ level }) => String(level) === this.floor()) ?? this.floors()[0]);
  protected readonly draft = new PlanDraft(
    computed(() => (this.rooms.hasValue() ? (this.rooms.value()?.items ?? []) : [])),
    this.shown,
  );
  protected readonly selected = linkedSignal<string | undefined, string | null>({
    source: () => this.shown()?.id,
    computation: () => null,
  });
  protected readonly boxes = computed(() => {
    const floor = this.shown();
    return floor
      ? this.draft.placed().map(({ room, outline }) => ({
          id: room.id,
          name: room.name,
          isOffice: !room.bookable,
          outline,
          style: boxStyle(outline, floor),
        }))
      : [];
  });
  protected readonly current = computed(() => this.boxes().find(({ id }) => id === this.selected()));
  protected readonly handle = computed(() => {
    const { style } = this.current() ?? {};
    return style && { left: `calc(${style.left} + ${style.width})`, top: `calc(${style.top} + ${style.height})` };
  });

  protected drop({ source, distance }: CdkDragEnd, id: string, what: 'place' | 'size'): void {
    source.reset();
    const [outline, by] = [this.outlineOf(id), this.unitsOf(distance)];
    if (!outline || !by) return;
    const { x, y, width, height } = outline;
    this.draft.put(
      id,
      what === 'place' ? { x: x + by.x, y: y + by.y, width, height } : { x, y, width: width + by.x, height: height + by.y },
    );
    this.selected.set(id);
  }

  protected press(event: KeyboardEvent, id: string): void {
    const [outline, floor] = [this.outlineOf(id), this.shown()];
    const next = outline && floor && stepped(outline, event, floor);
    if (!next) return;
    event.preventDefault();
    this.selected.set(id);
    this.draft.put(id, next);
  }

  protected place(id: string): void {
    this.draft.place(id);
    this.selected.set(id);
  }

  protected remove(id: string): void {
    this.draft.remove(id);
    this.selected.set(null);
  }

  protected async save(): Promise<void> {
    const floorId = this.shown()?.id ?? null;
    const isDone = await this.acts.attempt(async () => {
      for (const { room, outline } of this.draft.changes()) {
        await this.manage.editRoom(room, { outline, ...(outline && room.floorId === null && { floorId }) });
      }
    }, this.texts.t('manage.plan.saved'));
    this.rooms.reload();
    if (isDone) this.draft.forget();
  }

  private outlineOf = (id: string): Outline | undefined => this.boxes().find((box) => box.id === id)?.outline;

  private unitsOf({ x, y }: { x: number; y: number }): { x: number; y: number } | null {
    const [floor, area] = [this.shown(), this.sheet()?.nativeElement.getBoundingClientRect()];
    return floor && area?.width ? { x: (x * floor.width) / area.width, y: (y * floor.height) / area.height } : null;
  }
}
