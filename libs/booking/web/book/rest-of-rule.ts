import { type Booking, type Occurrence, partsOf } from '@bota/booking/domain';

/** The rule of a series from one of its dates on: a number of dates counts what is left; null when it does not repeat. */
export function restOfRule(
  { recurrence, occurrences, leftOut: ofCalendars = [] }: Pick<Booking, 'recurrence' | 'occurrences' | 'leftOut'>,
  { recurrenceId }: Occurrence,
): string | null {
  if (!recurrence) return null;
  const count = partsOf(recurrence.rrule)?.get('COUNT');
  if (!count) return recurrence.rrule;
  const dates = occurrences.filter((one) => one.recurrenceId < recurrenceId && !one.flags.includes('off-rule')).length;
  const leftOut = [...(recurrence.exdates ?? []), ...ofCalendars].filter((exdate) => exdate < recurrenceId.slice(0, exdate.length)).length;
  return recurrence.rrule.replace(/COUNT=\d+/, `COUNT=${Math.max(1, Number(count) - dates - leftOut)}`);
}
