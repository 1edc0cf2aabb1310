import type { Mandate, MandateList, PersonalExport } from '@bota/people/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

const api = useApi();
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const path = (house: House, rest = '') => `/api/organisations/${house.racines}/mandates${rest}`;
const draft = (house: House, more: object = {}) => ({
  ...{ personId: house.member.id, basis: 'statutes', basisText: 'Article 12' },
  ...{ scope: 'Gestion journalière', from: '2026-01-01', ...more },
});
const grant = (house: House, more: object = {}, who: Someone = house.admin) =>
  who.post<Mandate & { code: string; errors: { path: string }[] }>(path(house), draft(house, more));
const list = async (house: House, who: Someone = house.member) => (await who.get<MandateList>(path(house))).body;
const end = (house: House, { id }: { id: string }, lastDay: string, who: Someone = house.admin) =>
  who.post<Mandate & { code: string }>(path(house, `/${id}/ending`), { lastDay });

async function attach(house: House, { id }: { id: string }, bytes: Buffer, type = 'application/pdf', who: Someone = house.admin) {
  const headers = { 'content-type': type, ...who.cookieHeader };
  const url = `${api.url}${path(house, `/${id}/evidence`)}?name=${encodeURIComponent('Procès-verbal.pdf')}`;
  const response = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  return { status: response.status, body: (await response.json()) as Mandate & { code: string } };
}

it('an admin records who may bind the organisation, and the log knows', async () => {
  const house = await api.house();
  const ceiling = { cents: 250_000, currency: 'EUR' };
  const joint = { kind: 'with-one-of', personIds: [house.colleague.id] };
  const { status, body } = await grant(house, { ceiling, joint, to: '2027-12-31' });
  expect([status, body]).toMatchObject([201, { person: { id: house.member.id, displayName: 'Member' }, ceiling, joint, evidence: null }]);
  expect(body).toMatchObject({
    jointWith: [{ displayName: 'Colleague' }],
    from: '2026-01-01',
    to: '2027-12-31',
    endedOn: null,
    recordedBy: 'Admin',
  });
  expect(await list(house)).toEqual({ items: [body], today: '2026-01-05', may: { manage: false } });
  const [entry] = await api.db.query(`SELECT * FROM log WHERE kind = 'mandate.recorded' AND entity_id = $1`, [body.id]);
  expect(entry).toMatchObject({ person_id: house.admin.id, organisation_id: house.racines, after: { basis: 'statutes' } });
});

describe('who sees and records mandates', () => {
  it.each([
    ['admin', 200, 201],
    ['member', 200, 403],
    ['coordinator', 200, 403],
    ['neighbour', 403, 403],
    ['stranger', 403, 403],
  ] as const)('%s: %i, %i', async (who, sees, records) => {
    const house = await api.house();
    expect((await house[who].get(path(house))).status).toBe(sees);
    expect((await grant(house, {}, house[who])).status).toBe(records);
    const { body } = await grant(house);
    expect((await end(house, body, '2026-06-30', house[who])).status).toBe(records === 201 ? 200 : 403);
    expect((await attach(house, body, PDF, 'application/pdf', house[who])).status).toBe(records === 201 ? 200 : 403);
  });

  it('nobody through another organisation', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const { body } = await grant(house);
    await attach(house, body, PDF);
    const through = `/api/organisations/${other.racines}/mandates/${body.id}`;
    expect((await other.admin.post(`${through}/ending`, { lastDay: '2026-06-30' })).status).toBe(404);
    expect((await other.admin.get(`${through}/evidence`)).status).toBe(404);
    expect((await other.admin.get(path(house))).status).toBe(403);
  });
});

describe('a mandate', () => {
  it.each([
    ['held by a stranger', (house: House) => ({ personId: house.stranger.id }), 422, 'personId'],
    [
      'joint with a stranger',
      (house: House) => ({ joint: { kind: 'with-one-of', personIds: [house.stranger.id] } }),
      422,
      'joint.personIds',
    ],
    ['that ends before it begins', () => ({ to: '2025-12-31' }), 400, 'to'],
    ['with a ceiling in half cents', () => ({ ceiling: { cents: 0.5, currency: 'EUR' } }), 400, 'ceiling.cents'],
    ['without scope', () => ({ scope: ' ' }), 400, 'scope'],
  ])('%s is refused, and nothing is written', async (_, wish, status, field) => {
    const house = await api.house();
    const answer = await grant(house, wish(house));
    expect([answer.status, answer.body.errors[0]?.path]).toEqual([status, field]);
    expect((await list(house)).items).toEqual([]);
  });

  it('ends today or later, once, and stays in the record', async () => {
    const house = await api.house();
    const { body } = await grant(house);
    expect((await end(house, body, '2026-01-04')).body.code).toBe('mandate/ends-in-the-past');
    const answers = await Promise.all([end(house, body, '2026-01-05'), end(house, body, '2026-01-31')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await end(house, body, '2026-02-01')).body.code).toBe('mandate/ended');
    const { items } = await list(house);
    expect(items).toMatchObject([{ id: body.id, endedOn: expect.stringMatching(/^2026-01-(05|31)$/) }]);
    const { body: over } = await grant(house, { to: '2026-01-04' });
    expect((await end(house, over, '2026-02-01')).body.code).toBe('mandate/ended');
  });

  it('is over when its holder is erased, and what it was stays without their name', async () => {
    const house = await api.house();
    await grant(house);
    expect((await house.member.get<PersonalExport>('/api/me/export')).body.data).toMatchObject({
      mandates: [{ organisation: 'Racines', scope: 'Gestion journalière', from: '2026-01-01' }],
    });
    expect((await house.member.post('/api/me/erasure', { email: house.member.email })).status).toBe(204);
    expect((await list(house, house.admin)).items).toMatchObject([{ person: { displayName: '' }, endedOn: '2026-01-05' }]);
  });
});

describe('its evidence', () => {
  it('is kept once and handed out as a file, to who may read the mandate', async () => {
    const house = await api.house();
    const { body } = await grant(house);
    const file = path(house, `/${body.id}/evidence`);
    expect((await house.member.get(file)).status).toBe(404);
    expect(await attach(house, body, PDF)).toMatchObject({
      status: 200,
      body: { evidence: { name: 'Procès-verbal.pdf', mediaType: 'application/pdf' } },
    });
    expect((await attach(house, body, PDF)).body.code).toBe('mandate/has-evidence');
    const { status, headers, text } = await house.member.get(file);
    expect([status, text, headers.get('content-type')]).toEqual([200, PDF.toString(), 'application/pdf']);
    expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''Proc%C3%A8s-verbal.pdf`);
    expect((await house.coordinator.get(file)).status).toBe(200);
    for (const who of ['neighbour', 'stranger'] as const) expect((await house[who].get(file)).status).toBe(403);
    expect((await api.anonymous().get(file)).status).toBe(401);
  });

  it.each([
    ['a picture', PNG, 'image/png', 200],
    ['a picture that says it is a PDF', PNG, 'application/pdf', 422],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml', 400],
    ['a page', Buffer.from('<script>alert(1)</script>'), 'text/html', 415],
    ['more than five megabytes', Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]), 'application/pdf', 413],
  ])('%s: %#', async (_, bytes, type, status) => {
    const house = await api.house();
    const { body } = await grant(house);
    expect((await attach(house, body, bytes, type)).status).toBe(status);
    expect((await list(house)).items[0]?.evidence === null).toBe(status !== 200);
  });
});
