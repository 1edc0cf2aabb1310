import type { ImportReport, Resident } from '@bota/residents/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';
import { codeOf, confirm, preview, read } from './import.fixture';
import { organisation, resides } from './people.fixture';

const api = useApi();
const RESIDENTS = [
  'Nom;N° entreprise;Forme;Site;Du;Au;Clé;Quantité;Description',
  'De Brug vzw;BE 0403.170.701;vzw;debrug.example;01/02/2026;;personnes;4;Un pont',
  'Atelier Zinneke;;coop;;15/01/2026;31/12/2026;;;',
  'Racines;;;racines.example;;;;;Des racines',
].join('\r\n');

const written = async (house: House) => {
  const [counts] = await api.db.query<[{ organisations: number; entries: number }]>(
    `SELECT (SELECT count(*)::int FROM residency WHERE space_id = $1) AS organisations, (SELECT count(*)::int FROM log WHERE space_id = $1) AS entries`,
    [house.id],
  );
  return counts;
};
const residentsOf = async (house: House) => (await house.coordinator.get<{ items: Resident[] }>(house.path('residents'))).body.items;

it('nothing is written before it is confirmed', async () => {
  const house = await api.house();
  const before = await written(house);
  await preview(house, 'residents', RESIDENTS);
  expect(await written(house)).toEqual(before);
});

it('organisations, what they say of themselves and their residencies are written as the report says', async () => {
  const house = await api.house();
  const { status, body } = await confirm(house, 'residents', RESIDENTS);
  expect([status, body.counts, body.invited, body.held]).toEqual([
    200,
    { created: 2, changed: 1, unchanged: 0, refused: 0, duplicate: 0 },
    0,
    0,
  ]);
  const residents = await residentsOf(house);
  expect(residents.map(({ organisation: { name }, from, to }) => [name, from, to])).toEqual([
    ['Atelier Zinneke', '2026-01-15', '2026-12-31'],
    ['De Brug vzw', '2026-02-01', null],
    ['Racines', '2020-01-01', null],
    ['Voisins', '2020-01-01', null],
  ]);
  const looks = residents.map(({ organisation: { hue, pattern } }) => `${hue} ${pattern}`);
  expect(new Set(looks.slice(0, 2)).size).toBe(2);
  const [brug] = await api.db.query(
    `SELECT kind, enterprise_number AS number, website, description, r.share_key AS key, r.share_quantity::float8 AS quantity
     FROM organisation o JOIN residency r ON r.organisation_id = o.id WHERE r.space_id = $1 AND name LIKE 'De Brug%'`,
    [house.id],
  );
  expect(brug).toEqual({
    ...{ kind: 'association', number: '0403170701', website: 'https://debrug.example', description: { fr: 'Un pont' } },
    ...{ key: 'heads', quantity: 4 },
  });
  expect(read(await preview(house, 'residents', RESIDENTS))).toEqual(['2 unchanged', '3 unchanged', '4 unchanged']);
});

it('each change is in the log, and the import with its counts', async () => {
  const house = await api.house();
  await confirm(house, 'residents', RESIDENTS.replace('0403.170.701', '0417.497.106'));
  const rows = await api.db.query<{ kind: string; after: unknown }[]>(
    `SELECT kind, after FROM log WHERE person_id = $1 AND request_id IS NOT NULL AND kind <> 'residency.opened' ORDER BY id`,
    [house.coordinator.id],
  );
  const kinds = rows.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith('organisation'))).toEqual([
    'organisation.created',
    'organisation.created',
    'organisation.edited',
  ]);
  expect(rows.at(-1)).toMatchObject({ kind: 'house.imported', after: { sheet: 'sheet-residents', created: 2, changed: 1 } });
});

it('when the house changed since the report, nothing is written and the new report is given', async () => {
  const house = await api.house();
  const sheet = 'Nom;Du\nTardive;01/02/2026\nAutre;01/02/2026';
  const { body: report } = await preview(house, 'residents', sheet);
  const late = await organisation(house.ground, 'Tardive');
  await resides(house.ground, { spaceId: house.id, organisationId: late, by: house.coordinator.id, from: '2026-02-01' });
  const before = await written(house);
  const answer = await confirm<{ current: ImportReport }>(house, 'residents', sheet, { digest: report.digest });
  expect(codeOf(answer)).toEqual([409, 'import/changed']);
  expect(answer.body.current.rows.map(({ state }) => state)).toEqual(['unchanged', 'created']);
  expect(await written(house)).toEqual(before);
  expect((await confirm(house, 'residents', sheet, { digest: answer.body.current.digest })).status).toBe(200);
});

it('a sheet that would write nothing is not confirmed', async () => {
  const house = await api.house();
  expect(codeOf(await confirm<unknown>(house, 'residents', 'Nom\nRacines\n'))).toEqual([422, 'import/nothing']);
  const forged = await confirm<unknown>(house, 'residents', RESIDENTS, { digest: '0'.repeat(64) });
  expect(codeOf(forged)).toEqual([409, 'import/changed']);
});

it('of many who confirm the same at once one imports, and the others are told what it is now', async () => {
  const house = await api.house();
  const sheet = 'Nom;Du\nUne seule fois;01/02/2026\nEt celle-ci;01/02/2026';
  const { digest } = (await preview(house, 'residents', sheet)).body;
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(house, 'residents', sheet, { digest })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  const names = (await residentsOf(house)).map(({ organisation }) => organisation.name);
  expect(names.filter((name) => /Une seule|celle-ci/.test(name))).toHaveLength(2);
});

it('an import that cannot be written to its end is not written at all', async () => {
  const house = await api.house();
  const rows = Array.from({ length: 40 }, (_, n) => `Organisation ${n};01/02/2026`);
  const sheet = `Nom;Du\n${rows.join('\n')}`;
  const { digest } = (await preview(house, 'residents', sheet)).body;
  const before = await written(house);
  await api.db.query(`ALTER TABLE organisation ADD CONSTRAINT "not this one" CHECK (name <> 'Organisation 39')`);
  expect((await confirm(house, 'residents', sheet, { digest })).status).toBe(500);
  expect(await written(house)).toEqual(before);
  await api.db.query('ALTER TABLE organisation DROP CONSTRAINT "not this one"');
  expect((await confirm(house, 'residents', sheet, { digest })).status).toBe(200);
});

it('an import whose connection is killed in the middle is not written at all', async () => {
  const house = await api.house();
  const sheet = 'Nom;Du\nTuée;01/02/2026';
  const { digest } = (await preview(house, 'residents', sheet)).body;
  const before = await written(house);
  const lock = api.db.createQueryRunner();
  await lock.startTransaction();
  await lock.query('LOCK TABLE residency IN EXCLUSIVE MODE');
  const answer = confirm<unknown>(house, 'residents', sheet, { digest });
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO residency%'`;
  for (let pid = 0; !pid; pid = (await api.db.query<{ pid: number }[]>(waiting))[0]?.pid ?? 0)
    await new Promise((done) => setTimeout(done, 20));
  await api.db.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) w`);
  expect((await answer).status).toBeGreaterThanOrEqual(500);
  await lock.rollbackTransaction();
  await lock.release();
  expect(await written(house)).toEqual(before);
});

it('is for coordinators of the house alone', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const sheet = () => new File([RESIDENTS], 'sheet.csv', { type: 'text/csv' });
  const paths = ['imports/preview?kind=residents', `imports?kind=residents&digest=${'0'.repeat(64)}`];
  for (const path of paths) {
    for (const someone of [house.member, house.admin, house.stranger, other.coordinator])
      expect((await someone.post(house.path(path), sheet())).status).toBe(403);
    expect((await api.anonymous().post(house.path(path), sheet())).status).toBe(401);
    expect((await house.coordinator.post(`/api/spaces/nowhere/${path}`, sheet())).status).toBe(404);
  }
});

it('an organisation of another house is neither changed nor drawn in', async () => {
  const [house, other] = [await api.house(), await api.house()];
  const name = `Ailleurs ${other.slug}`;
  await confirm(other, 'residents', `Nom;BCE;Du\n${name};0403227614;01/02/2026`);
  expect(read(await preview(house, 'residents', `Nom;BCE;Du\n${name};0403227614;01/02/2026`))).toEqual([
    '2 refused enterpriseNumber:number-of-another',
  ]);
  expect(read(await preview(house, 'people', `Mail;Organisation\nada@example.org;${name}`))).toEqual([
    '2 refused organisation:organisation-unknown',
  ]);
});
