import type { CalendarImportReport, CalendarItem } from '@bota/booking/domain';
import type { House } from './house.fixture';

export type Event = { uid?: string; day?: string; hours?: [string, string]; more?: string[] };

/** The lines of an event at Salle A on Monday 16 March 2026, 10:00–11:00. */
export const event = ({ uid = 'a', day = '20260316', hours = ['1000', '1100'], more = ['LOCATION:Salle A'] }: Event = {}) => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', `SUMMARY:Cours ${uid}`],
  ...[`DTSTART;TZID=Europe/Brussels:${day}T${hours[0]}00`, `DTEND;TZID=Europe/Brussels:${day}T${hours[1]}00`],
  ...[...more, 'END:VEVENT'],
];
/** An event in Salle A that says its times itself. */
export const eventOf = (uid: string, ...lines: string[]) => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', `SUMMARY:Cours ${uid}`, 'LOCATION:Salle A'],
  ...[...lines, 'END:VEVENT'],
];
export const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');

/** What is said of a calendar that was sent. */
export const receive = <T = CalendarImportReport>(house: House, text: string, who = house.coordinator) =>
  who.post<T>(house.path('calendar-imports'), new File([text], 'a.ics', { type: 'text/calendar' }));

const wished = (house: House, wish: object) => ({ organisationId: house.racines, visibility: 'public', ...wish });

async function asked(house: House, text: string, step: string, wish: object): Promise<CalendarImportReport> {
  const { body } = await receive(house, text);
  const answer = await house.coordinator.post<CalendarImportReport>(house.path(`calendar-imports/${body.id}/${step}`), wished(house, wish));
  if (answer.status !== 200) throw new Error(`not imported: ${answer.status} ${answer.text}`);
  return answer.body;
}
/** What importing it would do, and what it did. */
export const previewed = (house: House, text: string, wish: object = {}) => asked(house, text, 'preview', wish);
export const confirm = (house: House, text: string, wish: object = {}) => asked(house, text, 'confirmation', wish);

export const said = ({ items }: CalendarImportReport) => items.map(({ uid, state }) => `${uid} ${state}`);
/** Of each event what became of it, and of its dates. */
export const outcomeOf = ({ items }: CalendarImportReport) =>
  items.map(({ uid, state, dates, conflicts, problem }) => ({ uid, state, dates, conflicts, problem }));

export const shown = async (house: House, from = '2026-03-01', to = '2026-05-01') =>
  (await house.coordinator.get<{ items: CalendarItem[] }>(house.path(`calendar?from=${from}&to=${to}`))).body.items;
export const startsIn = async (house: House) => (await shown(house)).map(({ start }) => start.slice(0, 16));
