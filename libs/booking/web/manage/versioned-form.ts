import { linkedSignal, type Signal, signal, untracked } from '@angular/core';
import { answerOf } from '@bota/shared/ui';

/** The parts that are not as they were. */
export const changesIn = <T extends object>(is: T, was: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(is).filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(was[part as keyof T])),
  ) as Partial<T>;

/**
 * A form of what others may change meanwhile: made anew with each version. When what is sent is refused because of an older one,
 * the present one is read: what was typed stands in it, everything else is theirs, and may be sent again.
 */
export function versionedForm<T extends object>(version: Signal<unknown>, fresh: Signal<T>, reload: () => void) {
  const typed = signal<Partial<T>>({});
  const form = linkedSignal({ source: version, computation: () => ({ ...fresh(), ...untracked(typed) }) });
  const send = async <Done>(act: () => Promise<Done>): Promise<Done> => {
    try {
      const done = await act();
      typed.set({});
      return done;
    } catch (error) {
      if (answerOf(error)?.status === 412) {
        typed.set(changesIn(form(), fresh()));
        reload();
      }
      throw error;
    }
  };
  return { form, send };
}
