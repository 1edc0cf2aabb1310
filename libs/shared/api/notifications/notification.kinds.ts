import { Injectable } from '@nestjs/common';
import type { Language, NotificationFamily } from '@bota/shared/domain';
import type { Words } from '../mail/letter';
import { LetterSamples } from '../mail/letter.samples';

/** In whose language, and where the matter is looked up. */
export type NotificationReader = { language: Language; url: string };
/** `words` makes of what is kept (JSON) the words of the letter; the application shows its subject and its paragraphs. */
export type NotificationKind<Facts> = {
  kind: string;
  family: NotificationFamily;
  words: (facts: Facts, reader: NotificationReader) => Words;
  /** It is of no use tomorrow: who gathers such things in a digest gets it at once. */
  isUrgent?: boolean;
  /** Invented facts, for the samples that coordinators read. */
  sample: Facts;
};
type Known = Pick<NotificationKind<unknown>, 'family' | 'words'> & { isUrgent: boolean };

/** What people can be told of, as all domains declare it; declare yours from a module's `onModuleInit`. */
@Injectable()
export class NotificationKinds {
  private readonly kinds = new Map<string, Known>();

  constructor(private readonly samples: LetterSamples) {}

  declare<Facts>({ kind, family, words, sample, isUrgent = false }: NotificationKind<Facts>): void {
    this.kinds.set(kind, { family, isUrgent, words: words as Known['words'] });
    this.samples.declare(kind, (language) => words(sample, { language, url: 'https://maison.example/' }));
  }

  /** The kinds that this version knows: what another one told is passed over. */
  names(): string[] {
    return [...this.kinds.keys()];
  }

  of(kind: string): Known {
    const known = this.kinds.get(kind);
    if (!known) throw new Error(`no kind of notification: ${kind}`);
    return known;
  }
}
