import type { Me, MemberList, OrganisationDetails } from '@bota/people/domain';
import type { ResidentPage } from '@bota/residents/domain';
import type { HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import type { House } from './house.fixture';
import { open, opened } from './residents.fixture';

const api = useApi();
const of = (house: House, rest = '') => `/api/organisations/${house.racines}${rest}`;
const page = async (house: House, who: HttpClient = house.coordinator, ref = house.racines) =>
  (await who.get<ResidentPage>(house.path(`residents/${ref}`))).body;

describe('an organisation', () => {
  it('is described by its admin, in three languages, with a number read as people write it', async () => {
    const house = await api.house();
    const edit = {
      ...{ name: 'Racines & co', initials: 'RC', kind: 'cooperative', hue: 7, pattern: 4 },
      ...{ enterpriseNumber: ' be 0123.456.749', website: 'racines.example', description: { fr: 'Du compost', nl: ' ', en: 'Compost' } },
    };
    const { status, body } = await house.admin.patch<OrganisationDetails>(of(house), edit);
    expect([status, body.version]).toEqual([200, 2]);
    expect(body).toMatchObject({ name: 'Racines & co', enterpriseNumber: '0123456749', website: 'https://racines.example' });
    expect((await page(house, api.anonymous())).organisation).toEqual(body);
    expect(body.description).toEqual({ fr: 'Du compost', en: 'Compost' });
  });

  it.each([
    ['a number whose check is wrong', { enterpriseNumber: '0123.456.748' }, 'enterpriseNumber', /mod 97/],
    ['a number that is none', { enterpriseNumber: 'RPM 12' }, 'enterpriseNumber', /ten digits/],
    ['a website that is a script', { website: 'javascript:alert(1)' }, 'website', /./],
    ['a website that is a path', { website: '../etc/passwd' }, 'website', /./],
    ['a kind that is none', { kind: 'church' }, 'kind', /./],
    ['a colour that is none', { hue: 13 }, 'hue', /./],
    ['initials that are a name', { initials: 'RACINES' }, 'initials', /./],
    ['nothing', {}, 'edit', /nothing/],
  ])('is not described with %s', async (_, edit, path, rule) => {
    const house = await api.house();
    const { status, body } = await house.admin.patch(of(house), edit);
    const [error] = body.errors ?? [];
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    if (path !== 'edit') expect(error?.path).toBe(path);
    expect(error?.message).toMatch(rule);
  });

  it('has its number alone, also when two claim it at once', async () => {
    const house = await api.house();
    const claim = (id: string) => house.coordinator.patch(`/api/organisations/${id}`, { enterpriseNumber: '0403.170.701' });
    const answers = await Promise.all([claim(house.racines), claim(house.voisins)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('organisation/number-taken');
    const wish = { organisation: { name: 'Troisième', enterpriseNumber: '403170701' } };
    expect((await open(house, wish)).status).toBe(409);
  });

  it('is edited by its admins and its coordinators alone, from the version they saw', async () => {
    const [house, other] = [await api.house(), await api.house()];
    for (const who of [house.member, house.neighbour, house.stranger, other.coordinator])
      expect((await who.patch(of(house), { name: 'Autre' })).status).toBe(403);
    const from = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
    expect((await house.coordinator.patch(of(house), { name: 'Autre' }, from(1))).status).toBe(200);
    const stale = await house.admin.patch(of(house), { name: 'Encore' }, from(1));
    expect([stale.status, stale.body.current]).toMatchObject([412, { name: 'Autre', version: 2 }]);
  });

  it('is prepared by the coordinator before it comes: described, and its people invited', async () => {
    const house = await api.house();
    const { organisationId } = await opened(house, { from: '2026-03-01' });
    expect((await house.coordinator.patch(`/api/organisations/${organisationId}`, { website: 'n.example' })).status).toBe(200);
    const invite = { email: 'premiere@example.org', role: 'admin' };
    expect((await house.coordinator.post(`/api/organisations/${organisationId}/invitations`, invite)).status).toBeLessThan(300);
  });

  it('is archived once it lives nowhere any more, and restored', async () => {
    const house = await api.house();
    const { organisationId } = await opened(house, { from: '2025-01-01', to: '2026-01-05' });
    const at = `/api/organisations/${organisationId}/archival`;
    expect((await house.coordinator.post(at)).body.code).toBe('organisation/resident');
    api.setNow('2026-01-06T08:00:00Z');
    expect((await house.coordinator.post(at)).status).toBe(204);
    expect((await page(house, house.coordinator, organisationId)).organisation.isArchived).toBe(true);
    const again = { organisation: undefined, organisationId, from: '2026-02-01' };
    expect((await open(house, again)).status).toBe(409);
    expect((await house.coordinator.delete(at)).status).toBe(204);
    expect((await open(house, again)).status).toBe(201);
    expect((await house.coordinator.post(at)).body.code).toBe('organisation/resident');
  });

  it('is not archived while it has anything booked ahead, in any house', async () => {
    const house = await api.house();
    const booking = await book(house, { ...at('10:00–11:00') });
    await api.db.query(
      `UPDATE residency SET during = daterange(lower(during), '2026-01-05') WHERE space_id = $1 AND organisation_id = $2`,
      [house.id, house.racines],
    );
    const refused = await house.coordinator.post(of(house, '/archival'));
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'organisation/has-bookings', detail: '1 date is booked ahead in its name' },
    ]);
    expect(
      (await house.coordinator.post(house.path(`bookings/${booking.id}/cancellation`), { scope: 'all', reason: 'Départ' })).status,
    ).toBeLessThan(300);
    expect((await house.coordinator.post(of(house, '/archival'))).status).toBe(204);
  });

  it('is never archived while somebody opens a residency for it', async () => {
    const house = await api.house();
    const { organisationId } = await opened(house, { from: '2025-01-01', to: '2025-12-31' });
    const [archived, reopened] = await Promise.all([
      house.coordinator.post(`/api/organisations/${organisationId}/archival`),
      open(house, { organisation: undefined, organisationId, from: '2026-02-01' }),
    ]);
    expect([archived.status, reopened.status].sort()).toEqual(archived.status === 204 ? [204, 409] : [201, 409]);
  });

  it('of another house is answered for by that house alone', async () => {
    const [house, other] = [await api.house(), await api.house()];
    expect((await other.coordinator.post(of(house, '/archival'))).status).toBe(403);
    expect((await other.coordinator.get(other.path(`residents/${house.racines}`))).status).toBe(404);
  });
});

describe('a contact', () => {
  const shown = { audience: 'public', role: 'Accueil', phone: '+32 2 123 45 67' };
  const put = (house: House, who: HttpClient, member: string, body: unknown) =>
    who.ask('PUT', of(house, `/members/${member}/contact`), body, {});
  const names = async (house: House, who: HttpClient) => (await page(house, who)).contacts.map(({ displayName }) => displayName);

  it('is shown to whom the person says, and to nobody before', async () => {
    const house = await api.house();
    expect(await names(house, house.coordinator)).toEqual([]);
    expect((await put(house, house.member, house.member.id, shown)).status).toBe(204);
    await put(house, house.colleague, house.colleague.id, { ...shown, audience: 'house' });
    for (const who of [api.anonymous(), house.stranger]) expect(await names(house, who)).toEqual(['Member']);
    for (const who of [house.neighbour, house.admin, house.coordinator]) expect(await names(house, who)).toEqual(['Colleague', 'Member']);
    expect((await page(house, api.anonymous())).contacts).toMatchObject([{ role: 'Accueil', phone: '+32 2 123 45 67' }]);
  });

  it('is withdrawn, and what was said is gone', async () => {
    const house = await api.house();
    await put(house, house.member, house.member.id, shown);
    await put(house, house.member, house.member.id, { ...shown, audience: null });
    expect(await names(house, house.coordinator)).toEqual([]);
    const { items } = (await house.member.get<MemberList>(of(house, '/members'))).body;
    expect(items.find(({ isMe }) => isMe)?.contact).toEqual({ audience: null, role: '', phone: '' });
  });

  it('speaks for oneself alone, and with a telephone that is one', async () => {
    const house = await api.house();
    for (const who of [house.admin, house.coordinator, house.stranger])
      expect((await put(house, who, house.member.id, shown)).status).toBe(403);
    expect((await put(house, house.stranger, house.stranger.id, shown)).status).toBe(404);
    const { status, body } = await house.member.ask(
      'PUT',
      of(house, `/members/${house.member.id}/contact`),
      { ...shown, phone: '<b>' },
      {},
    );
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'phone']);
  });

  it('is gone with the account, is in its export, and its telephone never stood in the log', async () => {
    const house = await api.house();
    await put(house, house.member, house.member.id, shown);
    const exported = await house.member.get<{ data: { account: { memberships: object[] } } }>('/api/me/export');
    expect(exported.body.data.account.memberships).toMatchObject([{ shownTo: 'public', phone: '+32 2 123 45 67' }]);
    await house.member.post('/api/me/erasure', { email: house.member.email });
    expect(await names(house, house.coordinator)).toEqual([]);
    const logged = await api.db.query(`SELECT FROM log WHERE (before::text || after::text) LIKE '%123 45 67%'`);
    expect(logged).toEqual([]);
    expect((await house.member.get<Me>('/api/me')).status).toBe(401);
  });
});
