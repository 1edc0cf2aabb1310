import type { AffectedBookings, AffectedChoice, CalendarItem } from '@bota/booking/domain';
import type { Alternative, FieldError } from '@bota/shared/domain';

export type Act = 'keep' | 'cancel' | 'move';
/** What a date is to become; `place`: where it moves, once that is chosen. */
type Chosen = { act: Act; place?: Alternative };
/** What the coordination chose for the dates that a closure meets; what is not named is kept. `others`: for those that are not shown. */
export type ClosingChoices = { dates: ReadonlyMap<string, Chosen>; others: 'keep' | 'cancel'; message: string };
/** `unplaced`: what is to move and has no place yet. */
export type Counts = { kept: number; cancelled: number; moved: number; unplaced?: number };

/** Why a date could not go where it was to go, and what is near instead. `isChanged`: it is no more what the list said. */
export type NotMoved = FieldError & { place: Alternative; isChanged: boolean };

export const KEEP_ALL: ClosingChoices = { dates: new Map(), others: 'keep', message: '' };

/** What has begun stays as it is; what is not confirmed ends or stays. */
export const isOpen = ({ may }: CalendarItem): boolean => may.cancel;
export const canMove = ({ may }: CalendarItem): boolean => may.cancel && may.edit;

export const chosenFor = ({ dates }: ClosingChoices, { occurrenceId, may }: CalendarItem): Chosen =>
  (may.cancel && dates.get(occurrenceId)) || { act: 'keep' };

export function withDate(choices: ClosingChoices, id: string, chosen: Chosen): ClosingChoices {
  return { ...choices, dates: new Map([...choices.dates, [id, chosen]]) };
}

/** What could not move waits for another place. */
export const withoutPlaces = (choices: ClosingChoices, ids: Iterable<string>): ClosingChoices =>
  [...ids].reduce((all, id) => withDate(all, id, { act: 'move' }), choices);

/** What all open dates share; undefined when they differ. */
export function commonAct({ items }: AffectedBookings, choices: ClosingChoices): Act | undefined {
  const acts = new Set(items.filter(isOpen).map((item) => chosenFor(choices, item).act));
  return acts.size === 1 ? [...acts][0] : undefined;
}

/** On the wire: the dates that end or move. */
export function choicesOn({ items, others }: AffectedBookings, choices: ClosingChoices): AffectedChoice[] {
  const named = items.flatMap((item): AffectedChoice[] => {
    const { act, place } = chosenFor(choices, item);
    const { occurrenceId, start, end } = item;
    if (act === 'move') return place ? [{ act, occurrenceId, ...place, was: { start, end } }] : [];
    return act === 'cancel' ? [{ act, occurrenceId }] : [];
  });
  return choices.others === 'keep' ? named : [...named, ...others.map((occurrenceId) => ({ act: 'cancel' as const, occurrenceId }))];
}

/** The dates that the list names, which is all that a closure may meet unless one looks again. */
export const seenIn = (affected: AffectedBookings | undefined): string[] =>
  affected ? [...affected.items.map(({ occurrenceId }) => occurrenceId), ...affected.others] : [];

export function countsOf(affected: AffectedBookings, choices: ClosingChoices): Counts {
  const sent = choicesOn(affected, choices);
  const cancelled = sent.filter(({ act }) => act === 'cancel').length;
  const unplaced = withoutPlace(affected, choices).length;
  return { cancelled, moved: sent.length - cancelled, unplaced, kept: affected.count - sent.length - unplaced };
}

/** Dates that are to move and have no place yet. */
export const withoutPlace = ({ items }: AffectedBookings, choices: ClosingChoices): CalendarItem[] =>
  items.filter((item) => {
    const { act, place } = chosenFor(choices, item);
    return act === 'move' && !place;
  });

export const isSamePlace = (a: Alternative, b: Alternative): boolean =>
  a.start === b.start && a.end === b.end && a.roomIds.length === b.roomIds.length && a.roomIds.every((id) => b.roomIds.includes(id));

/** The first place that no other date of these moves to; it may still share a part with one, which the server says. */
export function firstApart(places: readonly Alternative[], { dates }: ClosingChoices): Alternative | undefined {
  const taken = [...dates.values()].flatMap(({ act, place }) => (act === 'move' && place ? [place] : []));
  const meets = (a: Alternative, b: Alternative) => a.start < b.end && b.start < a.end && a.roomIds.some((id) => b.roomIds.includes(id));
  return places.find((place) => !taken.some((one) => meets(place, one)));
}
