import { Component, inject, input, output, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MOST_BYTES } from '@bota/shared/domain';
import type { IconName } from './icons.generated';
import { Texts } from './texts';

/** A file, chosen or dropped; one heavier than the house reads is said so. Other acts stand inside, at the end. */
@Component({
  selector: 'ui-file-drop',
  imports: [MatIcon],
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': 'drag($event, true)',
    '(dragleave)': 'drag($event, false)',
    '(drop)': 'fromDrop($event)',
  },
  templateUrl: './file-drop.html',
  styleUrl: './file-drop.scss',
})
export class FileDrop {
  protected readonly texts = inject(Texts);
  readonly inputId = input.required<string>();
  readonly icon = input.required<IconName>();
  readonly accept = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly isBusy = input(false);
  readonly picked = output<File>();
  protected readonly isOver = signal(false);
  protected readonly isTooHeavy = signal(false);

  /** The same file may be chosen again, once it was repaired. */
  protected fromInput(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    this.take(file);
  }

  protected fromDrop(event: DragEvent): void {
    this.drag(event, false);
    this.take(event.dataTransfer?.files[0]);
  }

  protected drag(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  private take(file: File | undefined): void {
    if (!file || this.isBusy()) return;
    this.isTooHeavy.set(file.size > MOST_BYTES);
    if (!this.isTooHeavy()) this.picked.emit(file);
  }
}
