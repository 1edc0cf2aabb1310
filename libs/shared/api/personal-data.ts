import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a domain keeps about a person: how to hand it out, how to erase it, and why it cannot be erased yet (by throwing a Refusal). */
export type PersonalSubject = {
  name: string;
  read: (tx: EntityManager, personId: string) => Promise<unknown>;
  /** What it keeps is found by the address of the person: it goes before the account, which loses it. */
  isByAddress?: boolean;
  erase?: (tx: EntityManager, personId: string, now: Date) => Promise<void>;
};

/** The subjects all domains declare, in the order they declare them; call `declare` from a module's `onModuleInit`. */
@Injectable()
export class PersonalData {
  private readonly subjects: PersonalSubject[] = [];

  declare(subject: PersonalSubject): void {
    this.subjects.push(subject);
  }

  async read(tx: EntityManager, personId: string): Promise<Record<string, unknown>> {
    const data: Record<string, unknown> = {};
    for (const { name, read } of this.subjects) data[name] = await read(tx, personId);
    return data;
  }

  async erase(tx: EntityManager, personId: string, now: Date): Promise<void> {
    const inOrder = this.subjects.toSorted((one, other) => Number(other.isByAddress ?? false) - Number(one.isByAddress ?? false));
    for (const { erase } of inOrder) await erase?.(tx, personId, now);
  }
}
