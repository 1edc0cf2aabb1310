import { observances } from './vtimezone.rules';

it('says Brussels in two rules that go on', () => {
  expect(observances('Europe/Brussels', 2026, 2026)).toEqual([
    { kind: 'STANDARD', start: '2025-10-26T03:00:00', offsetFrom: 120, offsetTo: 60, rrule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU' },
    { kind: 'DAYLIGHT', start: '2026-03-29T02:00:00', offsetFrom: 60, offsetTo: 120, rrule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' },
  ]);
});

it('counts Sundays from the beginning of the month where a country does', () => {
  const rules = observances('America/New_York', 2026, 2026).map(({ rrule }) => rrule);
  expect(rules).toEqual(['FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU']);
});

it('a zone whose clocks stand still has one part', () => {
  expect(observances('UTC', 2026, 2026)).toEqual([{ kind: 'STANDARD', start: '1970-01-01T00:00:00', offsetFrom: 0, offsetTo: 0 }]);
  expect(observances('Asia/Tokyo', 2026, 2026)).toMatchObject([{ offsetTo: 540 }]);
});

it('changes without a rule are named one by one', () => {
  const found = observances('Africa/Casablanca', 2019, 2023);
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter(({ rrule }) => rrule)).toEqual([]);
});
