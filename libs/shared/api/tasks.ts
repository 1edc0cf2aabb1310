import { Injectable } from '@nestjs/common';
import type { Task } from '@bota/shared/domain';

export type TaskQuestion = { spaceId: string; zone: string; now: Date; today: string };
export type TaskSource = (question: TaskQuestion) => Promise<Task[]>;

const ORDER: Record<Task['urgency'], number> = { now: 0, decide: 1, soon: 2 };
/** What is due first; what has no day comes by how long it has waited. */
const key = ({ urgency, due, since }: Task) => `${ORDER[urgency]} ${due ?? '9999'} ${since ?? ''}`;

/** SQL of a task's organisation, from a row `o`. */
export const TASK_ORGANISATION = `json_build_object('slug', o.slug, 'name', o.name, 'initials', o.initials, 'hue', o.hue, 'pattern', o.pattern)`;

/** What waits for the coordinators of a house, as all domains declare it. */
@Injectable()
export class Tasks {
  private readonly sources: TaskSource[] = [];

  declare(source: TaskSource): void {
    this.sources.push(source);
  }

  async of(question: TaskQuestion): Promise<Task[]> {
    const found = (await Promise.all(this.sources.map((source) => source(question)))).flat();
    return found.sort((a, b) => key(a).localeCompare(key(b)));
  }
}
