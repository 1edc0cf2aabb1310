import { Injectable } from '@nestjs/common';
import type { Actor, SearchHit } from '@bota/shared/domain';

/** What is asked, where, and who asks: `isResident` means that they belong to an organisation resident of the space today. */
export type SearchQuestion = {
  spaceId: string;
  zone: string;
  actor: Actor;
  isResident: boolean;
  now: Date;
  /** As typed, for likeness (trigrams). */
  text: string;
  /** For `to_tsquery('simple', plain(…))`. */
  words: string;
  limit: number;
};
/** `score` compares across kinds: 0 = hardly alike, 1 = the very title. */
export type ScoredHit = SearchHit & { score: number };
export type SearchSource = (question: SearchQuestion) => Promise<ScoredHit[]>;

/** The sources all domains declare, each of which answers only with what the reader may see. */
@Injectable()
export class Search {
  private readonly sources: SearchSource[] = [];

  declare(source: SearchSource): void {
    this.sources.push(source);
  }

  async find(question: SearchQuestion): Promise<SearchHit[]> {
    const found = (await Promise.all(this.sources.map((source) => source(question)))).flat();
    found.sort((a, b) => b.score - a.score || a.title.localeCompare(b.title, 'fr'));
    return found.slice(0, question.limit).map(({ score: _, ...hit }) => hit);
  }
}

/**
 * SQL that scores a title (and the text that goes with it) against the question: whole words and their beginnings by full text,
 * slips of the finger by trigrams. `$1` is always the text as typed, `$2` the prefix query.
 */
export const matches = (title: string, all: string): string => `(${saysWords(all)} OR ${isLike(title)})`;
export const saysWords = (all: string): string => `search_words(${all}) @@ to_tsquery('simple', plain($2))`;
export const isLike = (title: string): string => `plain($1) <% plain(${title})`;
export const score = (title: string, all: string): string =>
  `(0.6 * word_similarity(plain($1), plain(${title})) + 0.2 * similarity(plain($1), plain(${title}))
    + 0.2 * (search_words(${all}) @@ to_tsquery('simple', plain($2)))::int)::real`;
