import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { IMPORT_FIELDS, type ImportColumn, type ImportField, type ImportKind } from '@bota/residents/domain';
import { capital, FIELDS, Texts } from '@bota/shared/ui';
import { ImportWords } from './import-words';

/** What each column of the sheet holds, as it was recognised and as it is said by hand. */
@Component({
  selector: 'b75-column-map',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `@for (column of shown(); track column.index) {
    <div class="field">
      <label [for]="'column-' + column.index" [class.mut]="!column.header">{{ column.header || texts.t('import.noHeader') }}</label>
      <mat-form-field>
        <select matNativeControl #choice [id]="'column-' + column.index" [disabled]="isBusy()" (change)="map(column.index, choice.value)">
          <option value="" [selected]="!column.field">{{ texts.t('import.ignored') }}</option>
          @for (field of fields(); track field.name) {
            <option [value]="field.name" [selected]="field.name === column.field">{{ field.text }}</option>
          }
        </select>
      </mat-form-field>
      @if (column.sample) {
        <p class="hint">{{ texts.t('import.example', { sample: column.sample }) }}</p>
      }
    </div>
  }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
      gap: 16px;
    }
    label,
    .hint {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class ColumnMap {
  protected readonly texts = inject(Texts);
  private readonly words = inject(ImportWords);
  readonly kind = input.required<ImportKind>();
  readonly columns = input.required<readonly ImportColumn[]>();
  readonly isBusy = input(false);
  readonly mapped = output<(ImportField | null)[]>();

  protected readonly fields = computed(() => IMPORT_FIELDS[this.kind()].map((name) => ({ name, text: capital(this.words.field(name)) })));
  /** Blank columns are not worth a question. */
  protected readonly shown = computed(() =>
    this.columns()
      .map((column, index) => ({ ...column, index }))
      .filter(({ header, sample }) => header || sample),
  );

  /** A field is in one column: the one that had it before loses it. */
  protected map(index: number, name: string): void {
    const field = this.fields().find((one) => one.name === name)?.name ?? null;
    this.mapped.emit(this.columns().map((column, at) => (at === index ? field : column.field === field ? null : column.field)));
  }
}
