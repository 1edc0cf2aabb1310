import { addDays } from './time';
import { LocalDate } from './wire.contract';

it.each([
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['1899-12-31', false],
  ['2200-01-01', false],
  ['9999-12-31', false],
  ['2026-02-30', false],
])('%s is a date one plans with: %s', (date, is) => expect(LocalDate.safeParse(date).success).toBe(is));

it('days counted on from the last date still compare as text', () => expect(addDays('2199-12-31', 36_525) > '2199-12-31').toBe(true));
