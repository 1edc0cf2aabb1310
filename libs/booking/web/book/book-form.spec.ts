import { anew, type BookForm, emptyForm, formErrors, toDraft, toEdit, toPreview } from './book-form';
import { NO_REPEAT } from './repeat';

const ZONE = 'Europe/Brussels';
const form = (part: Partial<BookForm> = {}): BookForm => ({
  ...emptyForm('2026-11-24', '13:30', '15:30'),
  title: 'Comité',
  roomIds: ['room'],
  organisationId: 'org',
  ...part,
});
const weekly = { ...NO_REPEAT, every: 'week' as const, until: '2026-12-22' };

it('a complete form has nothing to repair', () => expect(formErrors(form())).toEqual([]));

it.each<[Partial<BookForm>, string, string]>([
  [{ title: '  ' }, 'title', 'titleNeeded'],
  [{ roomIds: [] }, 'rooms', 'roomNeeded'],
  [{ organisationId: '' }, 'organisation', 'organisationNeeded'],
  [{ from: 'midi' }, 'from', 'clockUnread'],
  [{ to: '13:30' }, 'to', 'endsBefore'],
  [{ attendees: 0 }, 'attendees', 'attendeesUnread'],
  [{ repeat: { ...weekly, until: '2026-11-01' } }, 'until', 'untilNeeded'],
  [{ repeat: { ...weekly, ends: 'count', count: 1 } }, 'count', 'countUnread'],
])('%j is to be repaired at %s', (part, field, code) => expect(formErrors(form(part))).toEqual([{ field, code }]));

it('a night ends on another day', () => {
  const night = form({ from: '22:00', endDate: '2026-11-25', to: '6h' });
  expect(formErrors(night)).toEqual([]);
  expect(toDraft(night, ZONE)).toMatchObject({ start: '2026-11-24T22:00', end: '2026-11-25T06:00' });
});

it.each([
  ['2026-11-24', '2026-11-29', '2026-12-01'],
  ['2026-11-24', '2026-12-01', '2026-12-08'],
  ['2026-11-24', '2026-11-24', '2026-12-01'],
  ['2027-03-02', '2026-11-24', '2027-03-09'],
  ['2024-02-27', '2026-11-24', '2026-12-01'],
])('what is on Tuesday %s is booked again, on %s, for %s: once, and with whom it was', (date, today, next) => {
  const before = form({ date, endDate: date, repeat: weekly, excludes: ['holidays'], participants: [{ email: 'a@b75.example' }] });
  const again = { ...before, date: next, endDate: next, repeat: NO_REPEAT, excludes: [] };
  expect(anew({ ...before, onRefused: 'skip' }, today)).toEqual(again);
});

it('asks the preview as soon as there is a room and a time, without a title', () => {
  expect(toPreview(form({ title: '', roomIds: [] }), ZONE, null)).toBeUndefined();
  expect(toPreview(form({ title: '', repeat: weekly }), ZONE, null)).toMatchObject({
    roomIds: ['room'],
    start: '2026-11-24T13:30',
    recurrence: { rrule: 'FREQ=WEEKLY;UNTIL=20261222T225959Z;BYDAY=TU;WKST=MO' },
  });
});

it('one date of a series changes alone, with nothing of the series', () => {
  const editing = { bookingId: 'b', version: 3, scope: 'this' as const, occurrenceId: 'o' };
  expect(toEdit(form(), ZONE, editing)).toEqual({
    scope: 'this',
    occurrenceId: 'o',
    title: 'Comité',
    roomIds: ['room'],
    start: '2026-11-24T13:30',
    end: '2026-11-24T15:30',
  });
  expect(toPreview(form({ repeat: weekly }), ZONE, editing)).not.toHaveProperty('recurrence');
});
