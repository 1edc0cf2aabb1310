import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ImportKind } from '@bota/residents/domain';
import { FIELDS, FileDrop, Segments, Texts } from '@bota/shared/ui';
import { download, ImportWords } from './import-words';

/** Which sheet: of organisations or of people, from a file or from cells that are pasted. */
@Component({
  selector: 'b75-sheet-choice',
  imports: [FileDrop, MatButton, MatFormFieldModule, MatInput, Segments],
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
  protected readonly kinds = computed(() =>
    (['residents', 'people'] as const).map((value) => ({ value, text: this.texts.t(`import.kind.${value}`) })),
  );

  protected paste(text: string): void {
    if (text.trim()) this.picked.emit({ bytes: new Blob([text]), name: this.texts.t('import.pasted') });
  }

  protected template(): void {
    download(this.words.template(this.kind()), this.texts.t(`import.templateName.${this.kind()}`));
  }
}
