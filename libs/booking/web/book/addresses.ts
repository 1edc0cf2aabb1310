import type { Participant } from '@bota/booking/domain';
import { Email } from '@bota/shared/domain';

/** What was typed or pasted: the people it names, and what names nobody. */
export type ReadAddresses = { found: Participant[]; unread: string };

const BETWEEN = /[,;\n\r\t]+/;
const NAMED = /^"?([^"<>]*)"?\s*<([^<>]+)>$/;

/** Whether somebody goes on to the next address, or pasted several. */
export const isSeveral = (text: string): boolean => BETWEEN.test(text);

/** Addresses between commas, semicolons, lines or spaces; also as letters write them: `Ada Lovelace <ada@example.org>`. */
export function readAddresses(text: string): ReadAddresses {
  const parts = text.split(BETWEEN).map((part) => part.trim());
  const read = parts.filter(Boolean).map((part) => ({ part, people: peopleIn(part) }));
  return {
    found: read.flatMap(({ people }) => people),
    unread: read
      .filter(({ people }) => people.length === 0)
      .map(({ part }) => part)
      .join(', '),
  };
}

function peopleIn(part: string): Participant[] {
  const [, name = '', address] = NAMED.exec(part) ?? [];
  if (address) return personOf(address, name.trim().slice(0, 120));
  const people = part.split(/\s+/).map((one) => personOf(one));
  return people.every(({ length }) => length > 0) ? people.flat() : [];
}

function personOf(address: string, name = ''): Participant[] {
  const read = Email.safeParse(address);
  return read.success ? [{ email: read.data, ...(name && { name }) }] : [];
}

/** Those of a list, and others behind them: each address once. */
export function withOthers(list: readonly Participant[], others: readonly Participant[]): Participant[] {
  const people = new Map(list.map((one) => [one.email, one]));
  for (const one of others) if (!people.has(one.email)) people.set(one.email, one);
  return [...people.values()];
}
