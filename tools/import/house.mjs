// Where the events go: the space, the organisation that books, and the rooms by their names.
import { Problem } from './api.mjs';

/** The space of this slug or id; created when it is missing and that was asked for. */
export async function findSpace(api, ref, mayCreate) {
  try {
    return { space: await api(`/api/spaces/${encodeURIComponent(ref)}`), isNew: false };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    if (!mayCreate) throw new Error(`There is no space ${ref} (--create-rooms creates it)`, { cause: error });
    return { space: await api('/api/spaces', { name: ref, slug: ref }), isNew: true };
  }
}

/** The resident organisation that is named, else the first one of ours. */
export async function findOrganisation(api, space, wanted) {
  const { items } = await api(`/api/spaces/${space.id}/residents`);
  const residents = items.map(({ organisation }) => organisation);
  if (wanted) {
    const found = residents.find(({ id, slug, name, initials }) => [id, slug, name, initials].some((one) => same(one, wanted)));
    if (found) return found;
    throw new Error(`${wanted} is not resident in ${space.name}; there are: ${residents.map(({ name }) => name).join(', ')}`);
  }
  const { memberships } = await api('/api/me');
  const own = residents.find(({ id }) => memberships.some(({ organisationId }) => organisationId === id));
  if (own) return own;
  throw new Error(`None of your organisations is resident in ${space.name}: say which one books (--organisation)`);
}

/** Finds rooms by location: one name, or several with commas or semicolons between; creates what is missing. */
export async function findRooms(api, space, locations, mayCreate) {
  const { items } = await api(`/api/spaces/${space.id}/rooms`);
  const known = new Map(
    items.flatMap(({ id, slug, name }) => [
      [keyOf(slug), id],
      [keyOf(name), id],
    ]),
  );
  const created = [];
  for (const location of locations) {
    if (idsFor(known, location) || !mayCreate) continue;
    const { id, name } = await api(`/api/spaces/${space.id}/rooms`, { name: location.slice(0, 80).trim() });
    known.set(keyOf(location), id);
    created.push(name);
  }
  return { roomIdsAt: (location) => idsFor(known, location), created };
}

function idsFor(known, location) {
  const whole = known.get(keyOf(location));
  if (whole) return [whole];
  const parts = location.split(/\s*[,;]\s*/).map((part) => known.get(keyOf(part)));
  return parts.length > 1 && parts.every(Boolean) ? [...new Set(parts)] : null;
}

const keyOf = (name) => name.trim().toLocaleLowerCase();
const same = (a, b) => keyOf(a) === keyOf(b);
