// The houses that are measured: the first made the way people make one, through the API.

/** Waits for a JSON answer and refuses any other. */
async function post(url, path, body, cookie) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
  return { body: await response.json(), cookie: response.headers.get('set-cookie')?.split(';')[0] };
}

const always = Array.from({ length: 7 }, () => ['07:00', '23:00']);

/** The first house and its coordinator, signed in: `{ spaceId, organisationId, personId, cookie, roomIds }`. */
export async function createHouse(url, rooms) {
  const coordinator = { displayName: 'Mesure', email: 'mesure@bota75.example', password: 'une mesure après l’autre' };
  const { body, cookie } = await post(url, '/api/setup', { space: { name: 'Banc de mesure', address: 'Rue Botanique 75' }, coordinator });
  const house = { spaceId: body.space.id, organisationId: body.me.memberships[0].organisationId, personId: body.me.person.id, cookie };
  return { ...house, roomIds: await addRooms(url, house, rooms) };
}

/** A second, larger house of the same coordinator; one database has one first visit, so this one is written. */
export async function addHouse(pool, { organisationId, personId, cookie }, rooms) {
  const { rows } = await pool.query(LARGE_HOUSE, [rooms]);
  return { spaceId: rows[0].space_id, organisationId, personId, cookie, roomIds: rows.map(({ id }) => id) };
}

const LARGE_HOUSE = `
  WITH house AS (
    INSERT INTO space (id, slug, name, zone) VALUES (uuidv7(), 'grand-banc', 'Grand banc', 'Europe/Brussels') RETURNING id
  ), number AS MATERIALIZED (
    SELECT house.id AS space_id, uuidv7() AS id, n FROM house, generate_series(1, $1::int) AS n
  ), rooms AS (
    INSERT INTO room (space_id, id, slug, name, position, capacity) SELECT space_id, id, 'salle-' || n, 'Salle ' || n, n, 10 + n FROM number
  ), units AS (
    INSERT INTO unit (space_id, id, kind) SELECT space_id, id, 'room' FROM number
  ), composition AS (
    INSERT INTO room_unit (space_id, room_id, unit_id) SELECT space_id, id, id FROM number
  )
  SELECT space_id, id FROM number ORDER BY n`;

async function addRooms(url, { spaceId, cookie }, count) {
  const ids = [];
  for (let number = 1; number <= count; number++) {
    const draft = { name: `Salle ${number}`, capacity: 10 + number, rules: { hours: always, minMinutes: 15, maxMinutes: 720 } };
    ids.push((await post(url, `/api/spaces/${spaceId}/rooms`, draft, cookie)).body.id);
  }
  return ids;
}
