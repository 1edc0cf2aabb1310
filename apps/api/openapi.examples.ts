import { BOOKING_EXAMPLES } from './openapi.examples.booking';
import { HOUSE_EXAMPLES } from './openapi.examples.house';

/** What one may send, by the name of its shape: for the documentation alone, so it is not in the contracts that browsers load. */
export const EXAMPLES: Readonly<Record<string, unknown>> = { ...HOUSE_EXAMPLES, ...BOOKING_EXAMPLES };
