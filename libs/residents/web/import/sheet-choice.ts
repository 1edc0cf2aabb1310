import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { ImportKind } from '@bota/residents/domain';
import { MOST_BYTES } from '@bota/shared/domain';
import { FIELDS, Segments, Texts } from '@bota/shared/ui';
import { download, ImportWords } from './import-words';

/** Which sheet: of organisations or of people, from a file or from cells that are pasted. */
@Component({
  selector: 'b75-sheet-choice',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, Segments],
  providers: [FIELDS],
  templateUrl: './sheet-choice.html',
  styleUrl: './sheet-choice.scss',
})
export class SheetChoice {
  protected readonly texts = inject(Texts);
  private readonly words = inject(ImportWords);
  readonly kind = input.required<ImportKind>();
  readonly isBusy = input(false);
  readonly kindPicked = output<ImportKind>();
  readonly picked = output<{ bytes: Blob; name: string }>();
  protected readonly isOver = signal(false);
  protected readonly isTooHeavy = signal(false);
  protected readonly kinds = computed(() =>
    (['residents', 'people'] as const).map((value) => ({ value, text: this.texts.t(`import.kind.${value}`) })),
  );

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

  protected paste(text: string): void {
    if (text.trim()) this.picked.emit({ bytes: new Blob([text]), name: this.texts.t('import.pasted') });
  }

  protected template(): void {
    download(this.words.template(this.kind()), this.texts.t(`import.templateName.${this.kind()}`));
  }

  private take(file: File | undefined): void {
    if (!file || this.isBusy()) return;
    this.isTooHeavy.set(file.size > MOST_BYTES);
    if (!this.isTooHeavy()) this.picked.emit({ bytes: file, name: file.name });
  }
}
