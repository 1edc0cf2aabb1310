import { addDays, weekdayOf } from '@bota/shared/domain';
import { FEATURES, type Feature } from '@bota/spaces/domain';
import type { Dates } from '../bookings.client';

export const VIEWS = ['day', 'week', 'time', 'month', 'year', 'list'] as const;
export const COLOURS = ['organisation', 'kind'] as const;
export type View = (typeof VIEWS)[number];

/** What the agenda shows, all of it in the address. `date` is a civil date of the house. */
export type AgendaQuery = {
  view: View;
  date: string;
  asTable: boolean;
  mine: boolean;
  /** Only what the reader booked. */
  me: boolean;
  /** What the colours say. */
  colour: (typeof COLOURS)[number];
  /** Slug of the one organisation whose bookings stand out. */
  organisation: string | null;
  people: number | null;
  features: readonly Feature[];
  /** Slug of the one room looked at. */
  room: string | null;
};
type Params = Record<string, string | undefined>;

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const isDate = (text: string) => DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Reads an address; what it does not say or says wrongly falls back to today, by day, all rooms. */
export function readQuery(params: Params, today: string): AgendaQuery {
  const people = Number(params['people']);
  const features = params['features']?.split(',') ?? [];
  return {
    view: VIEWS.find((view) => view === params['view']) ?? 'day',
    date: params['date'] && isDate(params['date']) ? params['date'] : today,
    asTable: params['table'] === '1',
    mine: params['mine'] === '1' && params['who'] !== 'me',
    me: params['who'] === 'me',
    colour: COLOURS.find((colour) => colour === params['colour']) ?? 'organisation',
    organisation: params['organisation'] || null,
    people: Number.isInteger(people) && people > 0 ? people : null,
    features: FEATURES.filter((feature) => features.includes(feature)),
    room: params['room'] || null,
  };
}

/** The parameters of an address; null takes one away, so the plain agenda has a plain address. */
export const writeQuery = (query: AgendaQuery, today: string): Record<string, string | null> => ({
  view: query.view === 'day' ? null : query.view,
  date: query.date === today ? null : query.date,
  table: query.asTable ? '1' : null,
  mine: query.mine ? '1' : null,
  who: query.me ? 'me' : null,
  colour: query.colour === 'organisation' ? null : query.colour,
  organisation: query.organisation,
  people: query.people ? String(query.people) : null,
  features: query.features.length ? query.features.join(',') : null,
  room: query.room,
});

const mondayOf = (date: string) => addDays(date, 1 - weekdayOf(date));
const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`;

function firstOfNextMonth(date: string, months = 1): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The civil dates a view shows: a day, a week from Monday, the whole weeks of a month, or a year. */
export function datesOf(view: View, date: string): Dates {
  if (view === 'day') return { from: date, to: addDays(date, 1) };
  if (view === 'year') return { from: `${date.slice(0, 4)}-01-01`, to: `${Number(date.slice(0, 4)) + 1}-01-01` };
  if (view !== 'month') return { from: mondayOf(date), to: addDays(mondayOf(date), 7) };
  return { from: mondayOf(firstOfMonth(date)), to: addDays(mondayOf(addDays(firstOfNextMonth(date), 6)), 0) };
}

/** The date one step of the view further: a day, a week, the first of the next month, or of the next year. */
export function stepDate(view: View, date: string, step: 1 | -1): string {
  if (view === 'month') return firstOfNextMonth(date, step);
  if (view === 'year') return `${Number(date.slice(0, 4)) + step}-01-01`;
  return addDays(date, view === 'day' ? step : 7 * step);
}

/** Seven days from Monday around a date. */
export const weekOf = (date: string): string[] => Array.from({ length: 7 }, (_, i) => addDays(mondayOf(date), i));

export const hasFilter = ({ mine, me, organisation, people, features, room }: AgendaQuery): boolean =>
  mine || me || !!organisation || !!people || features.length > 0 || !!room;
