import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type ComingQuestion = { spaceId: string; personId: string; from: Date; to: Date };
export type ComingThing = { title: string; start: Date; end: Date; where: string };
type Source = (tx: EntityManager, question: ComingQuestion) => Promise<ComingThing[]>;

/** What comes for a person in a house, as all domains declare it; call `declare` from a module's `onModuleInit`. */
@Injectable()
export class Coming {
  private readonly sources: Source[] = [];

  declare(source: Source): void {
    this.sources.push(source);
  }

  /** What begins in `[from, to)`, or goes on then; soonest first. */
  async of(tx: EntityManager, question: ComingQuestion): Promise<ComingThing[]> {
    const found: ComingThing[] = [];
    for (const source of this.sources) found.push(...(await source(tx, question)));
    return found.sort((a, b) => a.start.getTime() - b.start.getTime());
  }
}
