import { expect } from '@playwright/test';
import type { LetterList, SentLetter } from '@bota/residents/domain';
import type { Caretaker } from './caretaker';
import { SPACE } from './house';

/** The path of the link in the letter of a kind to an address, as the outbox keeps it. Letters are written after the answer: it waits for them. */
export async function linkTo(coordination: Caretaker, email: string, kind: SentLetter['kind']): Promise<string> {
  let path: string | undefined;
  const look = async (): Promise<boolean> => {
    const { items } = await coordination.get<LetterList>(`/api/spaces/${SPACE}/letters`);
    const text = items.find((letter) => letter.recipient === email && letter.kind === kind)?.text ?? '';
    [path] = /\/[\w/-]+#[\w-]{43}/.exec(text) ?? [];
    return path !== undefined;
  };
  await expect.poll(look, { message: `a letter ${kind} with a link to ${email} in the outbox` }).toBe(true);
  return path ?? '';
}
