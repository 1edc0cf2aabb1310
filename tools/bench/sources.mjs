// The statements measured bare are the product's own, read from its sources: the two cannot drift apart.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../launcher/paths.mjs';

/** Our libs name each other by alias and without extension; Node strips their types itself. */
registerHooks({
  resolve(name, context, next) {
    const found = next(addressOf(name, context.parentURL), context);
    return found.url.endsWith('.ts') ? { ...found, format: 'module-typescript' } : found;
  },
});

function addressOf(name, parent) {
  if (name.startsWith('@bota/')) return pathToFileURL(inRoot(name.replace('@bota', 'libs'), 'index.ts')).href;
  return name.startsWith('.') && parent?.endsWith('.ts') ? `${name}.ts` : name;
}

const ofBooking = (file) => import(pathToFileURL(inRoot('libs/booking/api', file)).href);

export const { CALENDAR } = await ofBooking('calendar.queries.ts');
export const { allocate, allocationsFor } = await ofBooking('allocations.ts');
export const { PLANNING, PreparingClient } = await import(pathToFileURL(inRoot('libs/shared/api/preparing.client.ts')).href);
export const { writeBooking } = await ofBooking('booking.write.ts');
