import { inject, Injectable } from '@angular/core';
import { formatEnterpriseNumber } from '@bota/people/domain';
import { LANGUAGE_NAMES } from '@bota/people/web';
import { IMPORT_FIELDS, type ImportField, type ImportKind, type ImportRow } from '@bota/residents/domain';
import { csvOf, Language } from '@bota/shared/domain';
import { capital, Formats, Texts } from '@bota/shared/ui';

/** How a report is said in plain words, on the page and in the file one takes along. */
@Injectable({ providedIn: 'root' })
export class ImportWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  field = (field: ImportField): string => this.texts.t(`import.field.${field}`);

  /** What becomes of a row, piece by piece: why it is refused, which it repeats, what is written. */
  details({ label, reasons, duplicateOf, changes }: ImportRow): string[] {
    if (duplicateOf) return [this.texts.t('import.duplicateOf', { n: duplicateOf })];
    if (reasons.length > 0) return reasons.map((reason) => this.reason(reason));
    return changes.filter(({ before, after }) => before !== null || after !== label).map((change) => this.change(change));
  }

  /** The report as a file for spreadsheets. */
  report(rows: readonly ImportRow[]): string {
    const heads = (['row', 'label', 'state', 'details'] as const).map((name) => this.texts.t(`import.csv.${name}`));
    const body = rows.map((row) => [
      { number: row.row },
      row.label,
      this.texts.t(`import.stateOf.${row.state}`),
      this.details(row).join('; '),
    ]);
    return csvOf([heads, ...body]);
  }

  /** A sheet that holds the headings alone. */
  template = (kind: ImportKind): string =>
    csvOf([IMPORT_FIELDS[kind].filter((field) => !['firstName', 'lastName'].includes(field)).map((field) => capital(this.field(field)))]);

  private reason({ field, rule, text }: ImportRow['reasons'][number]): string {
    const cell = text ? ` ${this.texts.t('import.quoted', { text })}` : '';
    return `${capital(this.field(field))}${cell} ${this.texts.t(`import.rule.${rule}`)}`;
  }

  private change({ field, before, after }: ImportRow['changes'][number]): string {
    const now = this.value(field, after ?? '');
    const change = before === null ? now : `${this.value(field, before)} → ${now}`;
    return this.texts.t('import.said', { field: capital(this.field(field)), value: change });
  }

  private value(field: ImportField, value: string): string {
    if (field === 'from' || field === 'to') return this.formats.date(value, 'dated');
    if (field === 'enterpriseNumber') return formatEnterpriseNumber(value);
    if (field === 'shareQuantity') return this.formats.number(Number(value));
    if (field === 'language') return LANGUAGE_NAMES[Language.parse(value)];
    return ['kind', 'shareKey', 'role'].includes(field) ? this.texts.t(`import.word.${value}`) : value;
  }
}

/** Hands a text out as a file. */
export function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
