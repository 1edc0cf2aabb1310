import { eventsOf, sentenceOf, spanAtWall } from '@bota/booking/domain';
import { type Language, type LocalizedText, spanInWords } from '@bota/shared/domain';
import type { FeedBooking } from '../feeds/feed.queries';

const NAMED = 10;

type Time = { start: string; end: string };
/** Some dates, the first of them named. */
type Dates<Date extends Time = Time> = { named: Date[]; more: number };
/**
 * How a booking repeats, and its coming dates that are in other rooms than the rest; `usual`: the rooms of the rest, when there are any.
 * `moved`: those in the usual rooms that are not when the rule says, with when it says; `left`: those that do not take place. What was told
 * before they were counted lacks both.
 */
export type Spread = {
  rrule: string;
  /** Names of the calendars whose days it leaves out. */
  except?: LocalizedText[];
  usual: string;
  elsewhere: (Time & { where: string })[];
  more: number;
  moved?: Dates<Time & { was: Time }>;
  left?: Dates;
};
type Names = (roomIds: readonly string[]) => string;

/** Null for a booking with one date. */
export function spreadOf(booking: FeedBooking, nameRooms: Names, now: Date): Spread | null {
  const { rrule, leftOut: except, roomIds, occurrences } = booking;
  if (rrule === null) return null;
  const rooms = nameRooms(roomIds);
  const isElsewhere = (own: readonly string[]) => own.length > 0 && nameRooms(own) !== rooms;
  const coming = occurrences.filter(({ status, endsAt }) => status === 'confirmed' && endsAt > now);
  const elsewhere = coming.filter((one) => isElsewhere(one.roomIds)).map((one) => ({ ...timeOf(one), where: nameRooms(one.roomIds) }));
  const moved = coming
    .filter((one) => !isElsewhere(one.roomIds))
    .map((one) => ({ ...timeOf(one), was: byTheRule(booking, one.recurrenceId) }))
    .filter(({ start, end, was }) => start !== was.start || end !== was.end);
  const usual = elsewhere.length > 0 ? rooms : '';
  const { named: there, more } = named(elsewhere);
  return { rrule, except, usual, elsewhere: there, more, moved: named(moved), left: named(leftOut(booking, nameRooms, now)) };
}

/** Coming dates of the rule that do not take place, as calendars are told of them: left out, cancelled, or never booked. */
function leftOut(booking: FeedBooking, nameRooms: Names, now: Date): Time[] {
  const series = eventsOf(booking, booking.occurrences, nameRooms).find((event) => event.rrule);
  return (series?.exdates ?? []).map((wall) => byTheRule(booking, wall)).filter(({ end }) => new Date(end) > now);
}

const timeOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Time => ({
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
});

function byTheRule({ wallStart, wallEnd, zone }: FeedBooking, wall: string): Time {
  const { start, end } = spanAtWall({ start: wallStart, end: wallEnd, zone }, wall);
  return timeOf({ startsAt: start, endsAt: end });
}

const named = <Date extends Time>(dates: Date[]): Dates<Date> => ({
  named: dates.slice(0, NAMED),
  more: Math.max(0, dates.length - NAMED),
});
type Said = {
  repeats: (how: string) => string;
  elsewhere: (dates: string) => string;
  moved: (dates: string) => string;
  insteadOf: (time: string) => string;
  left: (dates: string, isOne: boolean) => string;
  more: (count: number) => string;
};
const WORDS: Record<Language, Said> = {
  fr: {
    repeats: (how) => `La réservation se répète : ${how}.`,
    elsewhere: (dates) => `Dans une autre salle : ${dates}.`,
    moved: (dates) => `À un autre moment : ${dates}.`,
    insteadOf: (time) => `au lieu de ${time}`,
    left: (dates, isOne) => `${isOne ? 'N’a pas lieu' : 'N’ont pas lieu'} : ${dates}.`,
    more: (count) => (count === 1 ? 'et une autre date' : `et ${count} autres dates`),
  },
  nl: {
    repeats: (how) => `De reservatie herhaalt zich: ${how}.`,
    elsewhere: (dates) => `In een andere zaal: ${dates}.`,
    moved: (dates) => `Op een ander moment: ${dates}.`,
    insteadOf: (time) => `in plaats van ${time}`,
    left: (dates, isOne) => `${isOne ? 'Gaat niet door' : 'Gaan niet door'}: ${dates}.`,
    more: (count) => (count === 1 ? 'en nog één datum' : `en nog ${count} data`),
  },
  en: {
    repeats: (how) => `The booking repeats: ${how}.`,
    elsewhere: (dates) => `In another room: ${dates}.`,
    moved: (dates) => `At another time: ${dates}.`,
    insteadOf: (time) => `instead of ${time}`,
    left: (dates, isOne) => `${isOne ? 'Does not take place' : 'Do not take place'}: ${dates}.`,
    more: (count) => (count === 1 ? 'and one more date' : `and ${count} more dates`),
  },
};

/** The paragraphs that say so. */
export function spreadInWords(spread: Spread | null | undefined, zone: string, language: Language): string[] {
  if (!spread) return [];
  const { rrule, except, usual, elsewhere, more, moved, left } = spread;
  const words = WORDS[language];
  const when = ({ start, end }: Time) => spanInWords({ start: new Date(start), end: new Date(end) }, zone, language);
  const listed = (dates: string[], others = 0) =>
    [...dates, ...(others > 0 ? [words.more(others)] : [])].join(language === 'fr' ? ' ; ' : '; ');
  const there = listed(
    elsewhere.map((one) => `${when(one)} (${one.where})`),
    more,
  );
  const then = listed(moved?.named.map((one) => `${when(one)} (${words.insteadOf(when(one.was))})`) ?? [], moved?.more);
  const not = listed(left?.named.map(when) ?? [], left?.more);
  const how = [sentenceOf(rrule, language, zone, except), ...(usual ? [usual] : [])].join(', ');
  return [
    words.repeats(how),
    ...(there ? [words.elsewhere(there)] : []),
    ...(then ? [words.moved(then)] : []),
    ...(not ? [words.left(not, left?.named.length === 1 && left.more === 0)] : []),
  ];
}
