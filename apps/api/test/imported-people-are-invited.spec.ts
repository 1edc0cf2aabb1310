import type { HeldInvitationList, HeldLetters } from '@bota/residents/domain';
import type { Invitation, InvitationOffer, Me } from '@bota/people/domain';
import { BulkInvitations } from '@bota/people/api';
import { TODAY, useApi } from './api.fixture';
import type { House } from './house.fixture';
import { codeOf, confirm, preview, read } from './import.fixture';

const api = useApi();
let turn = 0;
/** Addresses of their own for each test: people are the same in all houses. */
const people = () => {
  turn += 1;
  const [ada, grace] = [`ada.${turn}@example.org`, `grace.${turn}@example.org`];
  const sheet = `Nom;Mail;Organisation;Langue;Rôle\nAda Lovelace;${ada.toUpperCase()};Racines;en;admin\n;Grace <${grace}>;Voisins;nl;`;
  return { ada, grace, sheet };
};

type Letter = { recipient: string; language: string; text: string; html: string };
const lettersTo = (...addresses: string[]): Promise<Letter[]> =>
  api.db.query(
    `SELECT recipient, language, body_text AS text, body_html AS html FROM letter WHERE recipient = ANY($1::citext[]) ORDER BY recipient`,
    [addresses],
  );
const tokenIn = (letter: Letter | undefined) => /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
const heldIn = async (house: House) => (await house.coordinator.get<HeldInvitationList>(house.path('imports/held'))).body;
const send = <T = HeldLetters>(house: House) => house.coordinator.post<T>(house.path('imports/held/letters'));
const accountsOf = async (...addresses: string[]) =>
  (await api.db.query<unknown[]>('SELECT FROM person WHERE email = ANY($1::citext[])', [addresses])).length;

it('later: they wait without letter, account or token that anybody knows', async () => {
  const [house, { ada, grace, sheet }] = [await api.house(), people()];
  const { body } = await confirm(house, 'people', sheet);
  expect(body).toMatchObject({ invited: 0, held: 2, counts: { created: 2 } });
  expect(await lettersTo(ada, grace)).toEqual([]);
  expect(await accountsOf(ada, grace)).toBe(0);
  expect(await heldIn(house)).toMatchObject({
    total: 2,
    items: [
      { email: ada, displayName: 'Ada Lovelace', organisation: 'Racines' },
      { email: grace, displayName: 'Grace', organisation: 'Voisins' },
    ],
  });
  expect(read(await preview(house, 'people', sheet))).toEqual(['2 unchanged', '3 unchanged']);
});

it('and are written to when somebody says so: once, each in their language, with a link of their own', async () => {
  const [house, { ada, grace, sheet }] = [await api.house(), people()];
  await confirm(house, 'people', sheet);
  const answers = await Promise.all([send(house), send(house)]);
  expect(answers.reduce((sum, { body }) => sum + body.sent, 0)).toBe(2);
  const [toAda, toGrace, ...others] = await lettersTo(ada, grace);
  expect(others).toEqual([]);
  expect([toAda?.language, toGrace?.language]).toEqual(['en', 'nl']);
  expect(toAda?.text).toContain('Hello Ada Lovelace,');
  expect(toAda?.text).toContain('as an admin');
  expect(toGrace?.html).toContain('Dag Grace,');
  expect((await heldIn(house)).total).toBe(0);
  const guest = api.anonymous();
  const offer = await guest.post<InvitationOffer>('/api/invitations/reading', { token: tokenIn(toAda) });
  expect(offer.body).toMatchObject({ email: ada, displayName: 'Ada Lovelace', role: 'admin', hasAccount: false });
  const account = { displayName: 'Ada L.', password: 'a password of her own', language: 'en' };
  const { body } = await guest.post<Me>('/api/invitations/acceptance', { token: tokenIn(toAda), account });
  expect(body.memberships).toMatchObject([{ organisationId: house.racines, role: 'admin' }]);
});

it('now: they are written to in the same transaction', async () => {
  const [house, { ada, grace, sheet }] = [await api.house(), people()];
  const { body } = await confirm(house, 'people', sheet, { invite: 'now' });
  expect([body.invited, body.held]).toEqual([2, 0]);
  expect((await lettersTo(ada, grace)).map(tokenIn)).toEqual([expect.stringMatching(/.{43}/), expect.stringMatching(/.{43}/)]);
  expect(await accountsOf(ada, grace)).toBe(0);
});

it('who has an account is invited like everybody, and joins nothing by it', async () => {
  const house = await api.house();
  const sheet = `Mail;Organisation\n${house.stranger.email};Racines\n${house.member.email};Racines`;
  expect(read(await preview(house, 'people', sheet))).toEqual(['2 created', '3 unchanged']);
  await confirm(house, 'people', sheet, { invite: 'now' });
  expect((await house.stranger.get<Me>('/api/me')).body.memberships).toEqual([]);
});

it('one who waits is seen, withdrawn or invited by hand where the organisation invites', async () => {
  const [house, { ada, grace, sheet }] = [await api.house(), people()];
  await confirm(house, 'people', sheet.replace('Voisins', 'Racines'));
  const path = `/api/organisations/${house.racines}/invitations`;
  const { items } = (await house.admin.get<{ items: Invitation[] }>(path)).body;
  expect(items.map(({ state }) => state)).toEqual(['held', 'held']);
  expect((await house.admin.delete(`${path}/${items.find(({ email }) => email === grace)?.id}`)).status).toBe(204);
  expect((await house.admin.post(path, { email: ada })).status).toBe(201);
  expect((await heldIn(house)).total).toBe(0);
  expect((await lettersTo(ada, grace)).map(({ recipient }) => recipient)).toEqual([ada]);
});

it('who became a member meanwhile, or waited too long, gets no letter any more', async () => {
  const house = await api.house();
  await confirm(house, 'people', `Mail;Organisation\n${house.stranger.email};Racines\nforgotten@example.org;Racines`);
  await api.db.query(`INSERT INTO membership VALUES ($1, $2, 'member', now())`, [house.racines, house.stranger.id]);
  await api.db.query(`UPDATE invitation SET expires_at = $1 WHERE email = 'forgotten@example.org'`, [TODAY]);
  expect((await send(house)).body).toEqual({ sent: 0, held: 0 });
  expect((await heldIn(house)).total).toBe(0);
});

it('who is never written to is forgotten after ninety days, and only then', async () => {
  const [house, { ada, grace, sheet }] = [await api.house(), people()];
  await confirm(house, 'people', sheet);
  const known = async () =>
    (await api.db.query<unknown[]>('SELECT FROM invitation WHERE email = ANY($1::citext[])', [[ada, grace]])).length;
  api.setNow('2026-04-05T07:59:59Z');
  await api.app.get(BulkInvitations).forget();
  expect(await known()).toBe(2);
  api.setNow('2026-04-05T08:00:00Z');
  await api.app.get(BulkInvitations).forget();
  expect(await known()).toBe(0);
  const kept = await api.db.query(`SELECT FROM invitation WHERE display_name LIKE 'Ada%' AND organisation_id = $1`, [house.racines]);
  expect(kept).toEqual([]);
});

it('whose address got many letters this hour waits', async () => {
  const [house, { ada, grace, sheet }] = [await api.house(), people()];
  const letter = `INSERT INTO letter SELECT gen_random_uuid(), NULL, 'invitation', $1, 'fr', '', '', '', $2, 0, $2 FROM generate_series(1, 6)`;
  await api.db.query(letter, [ada, '2026-01-05T07:30:00Z']);
  expect((await confirm(house, 'people', sheet, { invite: 'now' })).body).toMatchObject({ invited: 1, held: 1 });
  expect((await lettersTo(grace)).length).toBe(1);
  expect((await send(house)).body).toEqual({ sent: 0, held: 1 });
  api.setNow('2026-01-05T08:31:00Z');
  expect((await send(house)).body).toEqual({ sent: 1, held: 0 });
});

it('a whole house is invited in one go, and no more than that in a day', async () => {
  const house = await api.house();
  const rows = Array.from({ length: 5000 }, (_, n) => `Personne ${n};grande.${n}@example.org;Racines`);
  const { status, body } = await confirm(house, 'people', `Nom;Mail;Organisation\n${rows.join('\n')}`, { invite: 'now' });
  expect([status, body.invited]).toEqual([200, 5000]);
  const { sheet, ada } = people();
  expect(codeOf(await confirm<unknown>(house, 'people', sheet, { invite: 'now' }))).toEqual([429, 'too-many-attempts']);
  expect(await api.db.query('SELECT id FROM invitation WHERE email = $1', [ada])).toEqual([]);
  expect((await confirm(house, 'people', sheet)).body.held).toBe(2);
});

it('whoever erases their account leaves no name behind in an invitation', async () => {
  const [house, { ada, sheet }] = [await api.house(), people()];
  await confirm(house, 'people', sheet, { invite: 'now' });
  const guest = api.anonymous();
  const account = { displayName: 'Ada L.', password: 'a password of her own', language: 'en' };
  const invite = `Mail;Organisation;Nom\n${ada};Voisins;Ada Lovelace`;
  await confirm(house, 'people', invite);
  await guest.post('/api/invitations/acceptance', { token: tokenIn((await lettersTo(ada))[0]), account });
  await house.admin.patch(`/api/organisations/${house.racines}/members/${house.admin.id}`, { role: 'admin' });
  expect((await guest.post('/api/me/erasure', { email: ada })).status).toBe(204);
  expect(
    await api.db.query(`SELECT email FROM invitation WHERE email = $1 OR display_name LIKE '%Lovelace%' AND organisation_id = ANY($2)`, [
      ada,
      [house.racines, house.voisins],
    ]),
  ).toEqual([]);
});

it('is for coordinators of the house alone', async () => {
  const [house, other] = [await api.house(), await api.house()];
  for (const someone of [house.member, house.admin, house.stranger, other.coordinator]) {
    expect((await someone.get(house.path('imports/held'))).status).toBe(403);
    expect((await someone.post(house.path('imports/held/letters'))).status).toBe(403);
  }
  await confirm(house, 'people', people().sheet);
  expect((await heldIn(other)).total).toBe(0);
  expect((await send(other)).body).toEqual({ sent: 0, held: 0 });
  expect((await heldIn(house)).total).toBe(2);
});
