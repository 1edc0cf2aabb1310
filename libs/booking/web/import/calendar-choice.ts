import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MOST_BYTES } from '@bota/shared/domain';
import { FIELDS, Texts } from '@bota/shared/ui';

/** Which calendar: a file, or the address of one. */
@Component({
  selector: 'b75-calendar-choice',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput],
  providers: [FIELDS],
  templateUrl: './calendar-choice.html',
  styleUrl: './calendar-choice.scss',
})
export class CalendarChoice {
  protected readonly texts = inject(Texts);
  readonly isBusy = input(false);
  readonly picked = output<File>();
  readonly named = output<string>();
  protected readonly isOver = signal(false);
  protected readonly isTooHeavy = signal(false);

  /** The same file may be chosen again, once it was repaired. */
  protected fromInput(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    this.take(file);
  }

  protected fromDrop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files[0]);
  }

  protected drag(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected read(url: string): void {
    if (url.trim() && !this.isBusy()) this.named.emit(url.trim());
  }

  private take(file: File | undefined): void {
    if (!file || this.isBusy()) return;
    this.isTooHeavy.set(file.size > MOST_BYTES);
    if (!this.isTooHeavy()) this.picked.emit(file);
  }
}
