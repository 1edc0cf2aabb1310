// From a file to bookings: everything goes through the API, by its rules.
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Problem, signIn } from './api.mjs';
import { readCalendar } from './events.mjs';
import { findOrganisation, findRooms, findSpace } from './house.mjs';

const AT_ONCE = 6;
const SAY_EVERY = 250;

/** Books the events of `wish.file`; what was booked before stays as it is. Answers with what became of them. */
export async function importCalendar(wish, { say = () => {} } = {}) {
  const started = Date.now();
  const text = await readFile(wish.file, 'utf8');
  const api = await signIn(wish.url, wish);
  const { space, isNew } = await findSpace(api, wish.space, wish.createRooms);
  if (isNew) say(`There was no space ${wish.space}: it is created.`);
  const { events, ...left } = readCalendar(text, { zone: space.zone, shiftWeeks: wish.shiftWeeks });
  const organisation = await findOrganisation(api, space, wish.organisation);
  const locations = new Set(events.map(({ location }) => location).filter(Boolean));
  const { roomIdsAt, created: roomsCreated } = await findRooms(api, space, locations, wish.createRooms);
  const result = { ...left, file: wish.file, space, organisation, roomsCreated, created: 0, unchanged: 0 };
  const run = randomUUID();
  await inParallel(events, async (event) => {
    const outcome = await book(api, space, { ...event, organisationId: organisation.id, roomIds: roomIdsAt(event.location) }, run);
    if (outcome.reason) result.refused.push({ title: event.title, start: event.start, reason: outcome.reason });
    else result[outcome.kind] += 1;
    const done = result.created + result.unchanged;
    if (done % SAY_EVERY === 0 && done > 0) say(`  ${done} of ${events.length} …`);
  });
  return { ...result, seconds: (Date.now() - started) / 1000 };
}

/** One booking per UID: the key makes a repeated request harmless within this run, the UID in all later ones. */
async function book(api, space, { location, ...draft }, run) {
  if (!location) return { reason: 'it has no location' };
  if (!draft.roomIds) return { reason: `there is no room ${location} (--create-rooms creates it)` };
  const key = `${run}:${createHash('sha256').update(draft.uid).digest('base64url')}`;
  try {
    await api(`/api/spaces/${space.id}/bookings`, draft, { 'idempotency-key': key });
    return { kind: 'created' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'booking/uid-exists' ? { kind: 'unchanged' } : { reason: reasonOf(error) };
  }
}

function reasonOf({ detail, title, reasons = [], errors = [] }) {
  const codes = reasons.map(({ code, by }) => (by?.title ? `${code} by ${by.title}` : code));
  const fields = errors.map(({ path, message }) => `${path}: ${message}`);
  const particulars = [...new Set([...codes, ...fields])].slice(0, 3);
  return [detail ?? title, ...particulars].join('; ');
}

/** A few at once, in order; the connections stay open between them. */
async function inParallel(items, work) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
