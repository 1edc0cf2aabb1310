import { addMinutes, dateOf, readTime, wallOf } from '@bota/shared/domain';
import { type Feature, FEATURES, Layout } from '@bota/spaces/domain';
import { dayOf, quarter, type Span } from './availability';

/** What somebody looks for, as it stands in the address; absent = it does not matter. */
export type Wish = {
  people?: number;
  features: readonly Feature[];
  /** Civil date of the house. */
  date?: string;
  /** Wall times `HH:mm` between which it must lie. */
  from?: string;
  to?: string;
  minutes?: number;
  /** How the room has to stand. */
  layout?: Layout;
};

export type WishParams = Partial<Record<'people' | 'features' | 'date' | 'from' | 'to' | 'minutes' | 'layout', string>>;

/** A wish with everything decided: what is looked for when. */
export type FullWish = Wish & Required<Pick<Wish, 'date' | 'from' | 'to' | 'minutes'>>;

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MORNING = '08:00';
const MOST_PEOPLE = 10_000;
const DAY_MINUTES = 24 * 60;

/** Reads an address; what is not understood is left out. */
export function wishFrom(params: WishParams): Wish {
  const asked = params.features?.split(',') ?? [];
  return {
    people: whole(params.people, MOST_PEOPLE),
    features: FEATURES.filter((feature) => asked.includes(feature)),
    date: matching(params.date, DATE),
    from: matching(params.from, TIME),
    to: params.to === '24:00' ? params.to : matching(params.to, TIME),
    minutes: whole(params.minutes, DAY_MINUTES),
    layout: Layout.options.find((layout) => layout === params.layout),
  };
}

const matching = (text: string | undefined, shape: RegExp) => (text && shape.test(text) ? text : undefined);

function whole(text: string | undefined, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

/** The address of a wish; null takes a parameter out of it. */
export const paramsOf = (wish: Wish): Record<keyof WishParams, string | number | null> => ({
  people: wish.people ?? null,
  features: wish.features.join(',') || null,
  date: wish.date ?? null,
  from: wish.from ?? null,
  to: wish.to ?? null,
  minutes: wish.minutes ?? null,
  layout: wish.layout ?? null,
});

/** Whether anything is looked for; without, the page is the list of all rooms. */
export const isAsking = (wish: Wish): boolean =>
  wish.features.length > 0 || [wish.people, wish.date, wish.from, wish.to, wish.minutes, wish.layout].some((part) => part !== undefined);

/** Decides what was left open: today, from now on (from the morning on another day), to the end of the day, one hour. */
export function decided(wish: Wish, now: Date, zone: string): FullWish {
  const today = dateOf(now, zone);
  const date = wish.date ?? today;
  const soon = quarter(addMinutes(now, 1));
  const next = dateOf(soon, zone) === today ? wallOf(soon, zone).slice(11, 16) : '23:45';
  const from = wish.from ?? (date === today ? next : MORNING);
  const to = wish.to && wish.to > from ? wish.to : '24:00';
  return { ...wish, date, from, to, minutes: wish.minutes ?? 60 };
}

/** The time between the two wall times. */
export const windowOf = ({ date, from, to }: FullWish, zone: string): Span => ({
  start: readTime(`${date}T${from}`, zone).instant,
  end: to === '24:00' ? dayOf(date, zone).end : readTime(`${date}T${to}`, zone).instant,
});
