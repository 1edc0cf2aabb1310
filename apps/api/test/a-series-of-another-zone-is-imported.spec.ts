import { useApi } from './api.fixture';
import { calendar, confirm, eventOf, shown } from './calendar.import.fixture';
import type { House } from './house.fixture';

const api = useApi();

type Wish = { zone?: string; start: string; length?: string; more: string[] };
const series = ({ zone, start, length = 'PT1H', more }: Wish) =>
  calendar(eventOf('m', zone ? `DTSTART;TZID=${zone}:${start}` : `DTSTART:${start}`, `DURATION:${length}`, ...more));
const startsOf = async (house: House) => (await shown(house, '2026-01-05', '2026-12-31')).map(({ start }) => start.slice(5, 16));

describe('is refused where the house would meet at other moments', () => {
  it.each([
    ['clocks change two weeks earlier', { zone: 'America/New_York', start: '20260105T090000', more: ['RRULE:FREQ=WEEKLY;COUNT=16'] }],
    ['clocks never change', { start: '20260316T090000Z', more: ['RRULE:FREQ=WEEKLY;COUNT=4'] }],
    ['it has no end, and clocks change some day', { zone: 'America/New_York', start: '20260601T090000', more: ['RRULE:FREQ=WEEKLY'] }],
    ['its Mondays are Tuesdays here', { zone: 'Europe/London', start: '20260316T233000', more: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4'] }],
    ['its 31st is the first here', { zone: 'Europe/London', start: '20260131T233000', more: ['RRULE:FREQ=MONTHLY;COUNT=3'] }],
  ])('%s', async (_, wish) => {
    const house = await api.house();
    const { items } = await confirm(house, series(wish));
    expect(items.map(({ state, problem }) => [state, problem])).toEqual([['refused', 'other-zone']]);
    expect(await startsOf(house)).toEqual([]);
  });
});

describe('is booked at the moments it says', () => {
  it.each([
    [
      'clocks change together',
      { zone: 'Europe/London', start: '20260316T090000', more: ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20260323'] },
      ['03-16T09:00', '03-30T08:00'],
    ],
    [
      'clocks change otherwise, but not meanwhile',
      { zone: 'America/New_York', start: '20260601T090000', more: ['RRULE:FREQ=WEEKLY;COUNT=3'] },
      ['06-01T13:00', '06-08T13:00', '06-15T13:00'],
    ],
    [
      'it is another day here, and the rule names none',
      { zone: 'Europe/London', start: '20260330T233000', more: ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20260406'] },
      ['03-30T22:30', '04-13T22:30'],
    ],
    [
      'its last day is one there',
      { zone: 'Europe/London', start: '20260330T233000', more: ['RRULE:FREQ=WEEKLY;UNTIL=20260413'] },
      ['03-30T22:30', '04-06T22:30', '04-13T22:30'],
    ],
    [
      'it ends at an hour there',
      { zone: 'Europe/London', start: '20260330T090000', more: ['RRULE:FREQ=DAILY;UNTIL=20260401T090000'] },
      ['03-30T08:00', '03-31T08:00', '04-01T08:00'],
    ],
    [
      'an hour is missing in both zones at once',
      { zone: 'Europe/Paris', start: '20260328T023000', more: ['RRULE:FREQ=DAILY;COUNT=3'] },
      ['03-28T01:30', '03-29T01:30', '03-30T00:30'],
    ],
  ])('%s', async (_, wish, starts) => {
    const house = await api.house();
    await confirm(house, series(wish));
    expect(await startsOf(house)).toEqual(starts);
  });
});
