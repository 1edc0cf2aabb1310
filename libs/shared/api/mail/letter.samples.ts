import { Injectable } from '@nestjs/common';
import { LANGUAGES, type Language } from '@bota/shared/domain';
import { type Letter, letterOf, type Words } from './letter';

export type LetterSample = Letter & { kind: string; language: Language };

/** Letters of all domains with invented facts, for coordinators to read; declare yours from a module's `onModuleInit`. */
@Injectable()
export class LetterSamples {
  private readonly samples: LetterSample[] = [];

  declare(kind: string, words: (language: Language) => Words): void {
    this.samples.push(...LANGUAGES.map((language) => ({ kind, language, ...letterOf(language, words(language)) })));
  }

  all(): readonly LetterSample[] {
    return this.samples;
  }
}
