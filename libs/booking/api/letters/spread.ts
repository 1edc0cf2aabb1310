import { sentenceOf } from '@bota/booking/domain';
import { type Language, spanInWords } from '@bota/shared/domain';
import type { FeedBooking } from '../feeds/feed.queries';

const NAMED = 10;

/** How a booking repeats, and its coming dates that are in other rooms than the rest; `usual`: the rooms of the rest, when there are any. */
export type Spread = { rrule: string; usual: string; elsewhere: { start: string; end: string; where: string }[]; more: number };
type Names = (roomIds: readonly string[]) => string;

/** Null for a booking with one date. */
export function spreadOf({ rrule, roomIds, occurrences }: FeedBooking, nameRooms: Names, now: Date): Spread | null {
  if (rrule === null) return null;
  const rooms = nameRooms(roomIds);
  const coming = occurrences.filter((one) => one.status === 'confirmed' && one.endsAt > now && one.roomIds.length > 0);
  const elsewhere = coming
    .map(({ startsAt, endsAt, roomIds: own }) => ({ start: startsAt.toISOString(), end: endsAt.toISOString(), where: nameRooms(own) }))
    .filter(({ where }) => where !== rooms);
  const usual = elsewhere.length > 0 ? rooms : '';
  return { rrule, usual, elsewhere: elsewhere.slice(0, NAMED), more: Math.max(0, elsewhere.length - NAMED) };
}

type Said = { repeats: (how: string) => string; elsewhere: (dates: string) => string; more: (count: number) => string };
const WORDS: Record<Language, Said> = {
  fr: {
    repeats: (how) => `La réservation se répète : ${how}.`,
    elsewhere: (dates) => `Dans une autre salle : ${dates}.`,
    more: (count) => (count === 1 ? 'et une autre date' : `et ${count} autres dates`),
  },
  nl: {
    repeats: (how) => `De reservatie herhaalt zich: ${how}.`,
    elsewhere: (dates) => `In een andere zaal: ${dates}.`,
    more: (count) => (count === 1 ? 'en nog één datum' : `en nog ${count} data`),
  },
  en: {
    repeats: (how) => `The booking repeats: ${how}.`,
    elsewhere: (dates) => `In another room: ${dates}.`,
    more: (count) => (count === 1 ? 'and one more date' : `and ${count} more dates`),
  },
};

/** The paragraphs that say so. */
export function spreadInWords(spread: Spread | null | undefined, zone: string, language: Language): string[] {
  if (!spread) return [];
  const { rrule, usual, elsewhere, more } = spread;
  const words = WORDS[language];
  const dates = elsewhere.map(({ start, end, where }) => {
    return `${spanInWords({ start: new Date(start), end: new Date(end) }, zone, language)} (${where})`;
  });
  const listed = [...dates, ...(more > 0 ? [words.more(more)] : [])].join(language === 'fr' ? ' ; ' : '; ');
  const how = [sentenceOf(rrule, language, zone), ...(usual ? [usual] : [])].join(', ');
  return [words.repeats(how), ...(listed ? [words.elsewhere(listed)] : [])];
}
