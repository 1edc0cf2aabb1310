import type { CalendarImportReport } from '@bota/booking/domain';
import { useApi } from './api.fixture';
import { calendar, confirm, event, outcomeOf, previewed, receive, startsIn } from './calendar.import.fixture';
import type { House } from './house.fixture';

const api = useApi();
beforeEach(() => api.setNow('2026-03-10T08:00:00Z'));
const SERIES = event({ uid: 'serie', hours: ['1400', '1500'], more: ['LOCATION:Salle A', 'RRULE:FREQ=WEEKLY;COUNT=3'] });
const goneOf = ({ items }: CalendarImportReport) => items.filter(({ problem }) => problem === 'gone');
const gone = (report: CalendarImportReport) => goneOf(report).map(({ uid }) => uid);
/** As a file of this name, which its browser may have numbered. */
async function sent(house: House, text: string, file: string) {
  const to = house.path(`calendar-imports?name=${encodeURIComponent(file)}`);
  return house.coordinator.post<CalendarImportReport>(to, new File([text], file, { type: 'text/calendar' }));
}

it('an event that is no longer in the calendar is told with its next date, and kept until somebody says otherwise', async () => {
  const house = await api.house();
  await confirm(house, calendar(event(), event({ uid: 'b', day: '20260317' }), SERIES));
  api.setNow('2026-03-20T08:00:00Z');
  const next = calendar(event({ uid: 'c', day: '20260402' }));
  expect(goneOf(await previewed(house, next))).toMatchObject([
    { uid: 'serie', title: 'Cours serie', start: '2026-03-23T14:00', state: 'left-out' },
  ]);
  await confirm(house, next);
  expect(await startsIn(house)).toHaveLength(6);
  expect(gone(await previewed(house, next))).toHaveLength(1);
});

it('who chooses so cancels what is ahead of it and keeps what was, and that is told once', async () => {
  const house = await api.house();
  await confirm(house, calendar(event(), SERIES));
  api.setNow('2026-03-20T08:00:00Z');
  const foretold = outcomeOf(await previewed(house, calendar(event()), { gone: 'cancel' }));
  expect(foretold).toMatchObject([
    { uid: 'serie', state: 'cancelled', problem: 'gone' },
    { uid: 'a', state: 'unchanged' },
  ]);
  expect(outcomeOf(await confirm(house, calendar(event()), { gone: 'cancel' }))).toEqual(foretold);
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00', '2026-03-16T13:00']);
  expect(gone(await previewed(house, calendar(event()), { gone: 'cancel' }))).toEqual([]);
});

it('two who confirm at once cancel it once', async () => {
  const house = await api.house();
  await confirm(house, calendar(event(), event({ uid: 'b', day: '20260317' })));
  const rest = calendar(event());
  await Promise.all([confirm(house, rest, { gone: 'cancel' }), confirm(house, rest, { gone: 'cancel' })]);
  expect(await startsIn(house)).toEqual(['2026-03-16T09:00']);
  const records = await api.db.query(`SELECT id FROM log WHERE space_id = $1 AND kind = 'booking.cancelled'`, [house.id]);
  expect(records).toHaveLength(1);
});

it('a calendar of which nothing is left ends too; one that never was here is empty', async () => {
  const house = await api.house();
  expect((await receive<{ code: string }>(house, calendar())).body.code).toBe('calendar-import/empty');
  await confirm(house, calendar(event()));
  await confirm(house, calendar(), { gone: 'cancel' });
  expect(await startsIn(house)).toEqual([]);
});

it('what another calendar brought, or somebody booked here, is none of it', async () => {
  const house = await api.house();
  const named = (name: string, ...events: string[][]) => calendar(...events).replace('VERSION:2.0', `VERSION:2.0\r\nX-WR-CALNAME:${name}`);
  await confirm(house, named('Cours', event()));
  await confirm(house, named('Stages', event({ uid: 'b', day: '20260317' })));
  expect(gone(await previewed(house, named('Stages', event({ uid: 'c', day: '20260318' }))))).toEqual(['b']);
  expect(gone(await previewed(house, named('Autre', event({ uid: 'c', day: '20260318' }))))).toEqual([]);
});

it('an event that moved to another calendar is followed there', async () => {
  const house = await api.house();
  const named = (name: string, ...events: string[][]) => calendar(...events).replace('VERSION:2.0', `VERSION:2.0\r\nX-WR-CALNAME:${name}`);
  await confirm(house, named('Cours', event()));
  await confirm(house, named('Stages', event()));
  expect(gone(await previewed(house, named('Cours', event({ uid: 'c', day: '20260318' }))))).toEqual([]);
});

it('the same file saved twice is the same calendar', async () => {
  const house = await api.house();
  const first = await sent(house, calendar(event()), 'agenda.ics');
  await house.coordinator.post(house.path(`calendar-imports/${first.body.id}/confirmation`), { organisationId: house.racines });
  expect(gone((await sent(house, calendar(event({ uid: 'b' })), 'agenda (1).ics')).body)).toEqual(['a']);
  expect(gone((await sent(house, calendar(event({ uid: 'b' })), 'autre.ics')).body)).toEqual([]);
});

it('a coordinator of another house is told nothing of it', async () => {
  const [house, other] = [await api.house(), await api.house()];
  await confirm(house, calendar(event()));
  expect(gone(await previewed(other, calendar(event({ uid: 'b', day: '20260317' }))))).toEqual([]);
});
