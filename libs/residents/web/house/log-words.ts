import { inject, Injectable } from '@angular/core';
import { Id, inLanguage, Instant, LocalDate, LocalizedText } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ResidentsStore } from '../residents-store';

const MOST_ITEMS = 4;
const OFFERED: Partial<Record<string, 'layout' | 'feature'>> = { layout: 'layout', features: 'feature' };

/** How the log is said in plain words. */
@Injectable({ providedIn: 'root' })
export class LogWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);

  /** A kind of a later version is shown as it is kept. */
  kind = (kind: string): string => this.said(`house.kind.${kind}`, kind);
  field = (field: string): string => this.said(`house.field.${field}`, field);

  /** Amounts are kept in cents; what a room offers is said as on its page. */
  valueOf(field: string, value: unknown): string {
    if (typeof value === 'number' && /cents$/i.test(field)) return this.formats.money(value);
    const words = OFFERED[field];
    if (!words) return this.value(value);
    return this.value(Array.isArray(value) ? value.map((one) => this.offered(words, one)) : this.offered(words, value));
  }

  private offered = (words: string, value: unknown): unknown =>
    typeof value === 'string' ? this.said(`spaces.${words}.${value}`, value) : value;

  /** An id of what has no name here, such as a line of a statement: nobody reads it. */
  isNameless = (value: unknown): boolean => typeof value === 'string' && Id.safeParse(value).success && this.word(value) === value;

  value(value: unknown): string {
    if (value === null || value === undefined || value === '') return this.texts.t('house.value.nothing');
    if (typeof value === 'boolean') return this.texts.t(value ? 'house.value.yes' : 'house.value.no');
    if (typeof value === 'number') return this.formats.number(value);
    if (typeof value === 'string') return this.word(value);
    if (Array.isArray(value)) return this.list(value);
    const text = LocalizedText.strict().safeParse(value);
    if (text.success) return inLanguage(text.data, this.texts.language()) || this.texts.t('house.value.nothing');
    return this.parts(value);
  }

  /** What is made of parts, without the ids that name it and what it leaves open: `salle Bureau 12, du 1er avril 2024`. */
  private parts = (value: object): string =>
    Object.entries(value)
      .filter(([name, part]) => name !== 'id' && part !== null)
      .map(([name, part]) => `${this.field(name)} ${this.valueOf(name, part)}`)
      .join(', ');

  private list(values: readonly unknown[]): string {
    if (!values.length) return this.texts.t('house.value.nothing');
    const shown = values.slice(0, MOST_ITEMS).map((one) => this.value(one));
    const others = values.length - shown.length;
    return others > 0 ? `${shown.join(', ')} ${this.texts.count('house.value.others', others)}` : this.formats.list(shown);
  }

  /** Rooms and organisations by their names, moments in the zone of the house, known words in plain language. */
  private word(text: string): string {
    if (Id.safeParse(text).success) return this.space.room(text)?.name ?? this.residents.organisation(text)?.name ?? text;
    if (Instant.safeParse(text).success) {
      const zone = this.space.zone();
      return `${this.formats.day(text, zone, 'dated')}, ${this.formats.time(text, zone)}`;
    }
    return LocalDate.safeParse(text).success ? this.formats.date(text, 'dated') : this.said(`house.word.${text}`, text);
  }

  private said = (key: string, otherwise: string): string => (this.texts.has(key) ? this.texts.t(key) : otherwise);
}
