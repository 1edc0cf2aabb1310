import type { JoinRequest, Me, MemberList } from '@bota/people/domain';
import { useApi } from './api.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { titlesTo, toldTo } from './notifications.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const requests = (house: House) => `/api/organisations/${house.racines}/join-requests`;
const members = (house: House) => `/api/organisations/${house.racines}/members`;

async function asked() {
  const house = await api.house();
  const message = 'Je fais le <b>compost</b>';
  expect((await house.stranger.post(requests(house), { message })).status).toBe(204);
  const { items } = (await house.admin.get<{ items: JoinRequest[] }>(requests(house))).body;
  return { house, id: items[0]?.id, items };
}

describe('asking to join', () => {
  it('reaches the admins by letter, escaped, and waits for their answer', async () => {
    const { house, items } = await asked();
    expect(items).toMatchObject([{ personId: house.stranger.id, state: 'open', message: 'Je fais le <b>compost</b>' }]);
    const [letter] = await mail.to(house.admin.email);
    expect(letter?.text).toContain('« Je fais le <b>compost</b> »');
    expect(letter?.html).toContain('« Je fais le &lt;b&gt;compost&lt;/b&gt; »');
    expect(mail.received).toHaveLength(1);
  });

  it('once, and not as a member', async () => {
    const { house } = await asked();
    expect((await house.stranger.post(requests(house), {})).body.code).toBe('join/already-asked');
    expect((await house.member.post(requests(house), {})).body.code).toBe('membership/already');
  });

  it('is answered by who manages, once, also by two at once', async () => {
    const { house, id } = await asked();
    for (const who of ['member', 'neighbour', 'stranger'] as const) {
      expect((await house[who].post(`${requests(house)}/${id}/decision`, { approve: true })).status).toBe(403);
      expect((await house[who].get(requests(house))).status).toBe(403);
    }
    const answers = await Promise.all(
      [house.admin, house.coordinator].map((who) => who.post(`${requests(house)}/${id}/decision`, { approve: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await house.stranger.get<Me>('/api/me')).body.memberships).toMatchObject([{ organisationId: house.racines, role: 'member' }]);
    expect((await mail.to(house.stranger.email))[0]?.subject).toMatch(/^Bienvenue dans Racines/);
  });

  it('declined, it opens nothing, and may be asked again', async () => {
    const { house, id } = await asked();
    expect((await house.admin.post(`${requests(house)}/${id}/decision`, { approve: false })).status).toBe(204);
    await mail.to(house.stranger.email);
    expect((await house.stranger.get<Me>('/api/me')).body.memberships).toEqual([]);
    expect((await house.stranger.post(requests(house), {})).status).toBe(204);
  });
});

describe('it is told', () => {
  it('in the application too: to who decides, and the answer to who asked', async () => {
    const { house, id } = await asked();
    const [told] = await toldTo(house, house.admin);
    expect(told).toMatchObject({ family: 'organisation', path: expect.stringMatching(/^residents\/racines/), isRead: false });
    expect(told?.title).toMatch(/demande à rejoindre Racines$/);
    await house.admin.post(`${requests(house)}/${id}/decision`, { approve: true });
    expect(await titlesTo(house, house.stranger)).toEqual([expect.stringMatching(/^Bienvenue dans Racines/)]);
  });

  it('to the coordination, of an organisation that has no admin', async () => {
    const house = await api.house();
    await api.db.query(`UPDATE membership SET role = 'member' WHERE organisation_id = $1`, [house.racines]);
    await house.stranger.post(requests(house), {});
    expect(await titlesTo(house, house.coordinator)).toEqual([expect.stringMatching(/demande à rejoindre Racines$/)]);
    expect((await mail.to(house.coordinator.email)).length).toBe(1);
  });

  it('by letter alone, of an organisation that lives in no house', async () => {
    const house = await api.house();
    await api.db.query('DELETE FROM residency WHERE organisation_id = $1', [house.racines]);
    expect((await house.stranger.post(requests(house), {})).status).toBe(204);
    expect((await mail.to(house.admin.email)).length).toBe(1);
    expect(await toldTo(house, house.admin)).toEqual([]);
  });

  it('and forgotten with who asked: their name and their words', async () => {
    const { house } = await asked();
    expect((await house.stranger.post('/api/me/erasure', { email: house.stranger.email })).status).toBe(204);
    const [told] = await toldTo(house, house.admin);
    expect([told?.title, told?.text]).toEqual([expect.stringMatching(/^Quelqu’un demande/), [expect.not.stringContaining('compost')]]);
  });
});

describe('members', () => {
  it('see each other; others do not', async () => {
    const house = await api.house();
    for (const who of ['member', 'admin', 'coordinator'] as const) expect((await house[who].get(members(house))).status).toBe(200);
    for (const who of ['neighbour', 'stranger'] as const) expect((await house[who].get(members(house))).status).toBe(403);
    const { body } = await house.member.get<MemberList>(members(house));
    expect(body.may.manage).toBe(false);
    expect(body.items.map(({ role }) => role)).toEqual(['admin', 'member', 'member']);
    expect(body.items.filter(({ isMe }) => isMe).map(({ personId }) => personId)).toEqual([house.member.id]);
  });

  it('are promoted and removed by who manages; the last admin stays', async () => {
    const house = await api.house();
    const of = (id: string) => `${members(house)}/${id}`;
    expect((await house.member.patch(of(house.member.id), { role: 'admin' })).status).toBe(403);
    expect((await house.admin.patch(of(house.admin.id), { role: 'member' })).body.code).toBe('membership/last-admin');
    expect((await house.admin.delete(of(house.admin.id))).body.code).toBe('membership/last-admin');
    expect((await house.admin.patch(of(house.member.id), { role: 'admin' })).status).toBe(204);
    expect((await house.admin.delete(of(house.colleague.id))).status).toBe(204);
    expect((await house.admin.delete(of(house.colleague.id))).status).toBe(404);
    expect((await house.colleague.get(members(house))).status).toBe(403);
  });

  it('cannot leave an organisation without admin by taking each other away at once', async () => {
    const house = await api.house();
    await house.admin.patch(`${members(house)}/${house.member.id}`, { role: 'admin' });
    const answers = await Promise.all([
      house.admin.delete(`${members(house)}/${house.member.id}`),
      house.member.delete(`${members(house)}/${house.admin.id}`),
    ]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([204, 204]);
    const { body } = await house.coordinator.get<MemberList>(members(house));
    expect(body.items.filter(({ role }) => role === 'admin')).toHaveLength(1);
  });

  it('leave by themselves', async () => {
    const house = await api.house();
    expect((await house.member.delete(`${members(house)}/${house.member.id}`)).status).toBe(204);
    expect((await house.member.delete(`${members(house)}/${house.colleague.id}`)).status).toBe(403);
  });
});

it('nobody asks to join an organisation that is archived', async () => {
  const house = await api.house();
  await api.db.query('UPDATE organisation SET archived_at = now() WHERE id = $1', [house.racines]);
  const { status, body } = await house.stranger.post<{ code: string }>(`/api/organisations/${house.racines}/join-requests`, {});
  expect([status, body.code]).toEqual([409, 'organisation/archived']);
});
