import { Component, computed, inject, input } from '@angular/core';
import type { Room } from '@bota/spaces/domain';
import type { House, Span } from './availability';
import { axisOf, barOf, place } from './day-bar';
import { StateWords } from './state-words';

/** The day of a room as a bar: taken, closed, the time proposed, the present moment. Says the same in words. */
@Component({
  selector: 'b75-bar',
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: `@for (piece of pieces(); track piece.start.getTime()) {
      <i [class]="piece.kind" [style.left.%]="piece.left" [style.width.%]="piece.width"></i>
    }
    @if (proposed(); as at) {
      <u [style.left.%]="at.left" [style.width.%]="at.width"></u>
    }
    @if (present() !== null) {
      <b [style.left.%]="present()"></b>
    }`,
  styles: `
    :host {
      display: block;
      position: relative;
      overflow: hidden;
      height: 10px;
      border-radius: 5px;
      background: var(--b75-ok-bg);
    }
    i,
    u,
    b {
      position: absolute;
      top: 0;
      bottom: 0;
    }
    .taken {
      background: var(--mat-sys-outline);
    }
    .closed {
      background: repeating-linear-gradient(-45deg, transparent 0 4px, var(--b75-hatch) 4px 6px), var(--mat-sys-surface-container-high);
    }
    u {
      border: 2px solid var(--mat-sys-primary);
      border-radius: 3px;
    }
    b {
      width: 2px;
      background: var(--b75-now);
    }
  `,
})
export class Bar {
  private readonly words = inject(StateWords);
  readonly room = input.required<Room>();
  readonly house = input.required<House>();
  /** Civil date of the house. */
  readonly date = input.required<string>();
  readonly slot = input<Span | null>(null);
  /** The present moment, when it lies on that day. */
  readonly now = input<Date | null>(null);

  private readonly axis = computed(() => axisOf(this.date(), this.house()));
  protected readonly pieces = computed(() => barOf(this.room(), this.axis(), this.house()));
  protected readonly label = computed(() => this.words.bar(this.pieces(), this.axis()));
  protected readonly proposed = computed(() => {
    const slot = this.slot();
    return slot && place(slot, this.axis());
  });
  protected readonly present = computed(() => {
    const now = this.now();
    const { start, end } = this.axis();
    return now && start <= now && now < end ? place({ start, end: now }, this.axis()).width : null;
  });
}
