// The statements measured bare are the product's own, read from its sources: the two cannot drift apart.
import { pathToFileURL } from 'node:url';
import '../launcher/sources.mjs';
import { inRoot } from '../launcher/paths.mjs';

const ofBooking = (file) => import(pathToFileURL(inRoot('libs/booking/api', file)).href);

export const { CALENDAR } = await ofBooking('calendar.queries.ts');
export const { allocate, allocationsFor } = await ofBooking('allocations.ts');
export const { PLANNING, PreparingClient } = await import(pathToFileURL(inRoot('libs/shared/api/preparing.client.ts')).href);
export const { newDates } = await ofBooking('booking.new.ts');
export const { writeBooking } = await ofBooking('booking.write.ts');
