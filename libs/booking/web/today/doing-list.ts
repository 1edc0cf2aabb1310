import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '@bota/shared/ui';
import type { Doing } from './house-now';
import { DoingRow } from './doing-row';

/** What is on in the house now, and what comes next. */
@Component({
  selector: 'b75-doing-list',
  imports: [DoingRow],
  templateUrl: './doing-list.html',
  styleUrl: './doing-list.scss',
})
export class DoingList {
  protected readonly texts = inject(Texts);
  readonly doing = input.required<Doing>();
  protected readonly isQuiet = computed(() => !this.doing().running.length && !this.doing().next.length);
}
