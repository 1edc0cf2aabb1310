import { ID, press, ResidentsTest, words } from '../page.fixture';
import { LogBook } from './log';
import { Outbox } from './outbox';
import { TeamPage } from './team';

const line = (id: number, own = {}) => ({
  ...{ id, at: '2026-11-24T12:20:00Z', kind: 'team.edited', entityId: ID, person: { id: ID, displayName: 'Ada' } },
  ...{ organisation: null, requestId: null, before: { roles: [] }, after: { roles: ['steering'] } },
  ...own,
});

it('a refused change of roles is explained, and the box shows what holds', async () => {
  const test = new ResidentsTest(':space/house/team', TeamPage);
  const ada = { personId: ID, displayName: 'Ada', email: 'ada@b75.example', roles: ['steering'], isMe: false };
  const page = await test.open('/bota-75/house/team', { '/team': { items: [ada] }, '/members': { items: [], may: { manage: true } } });
  const box = page.querySelectorAll<HTMLInputElement>('[type=checkbox]')[1];
  box?.click();
  await test.answer({ [`/team/${ID}`]: [409, 'team/last-coordinator'] });
  expect(test.asked.at(-1)?.body).toEqual({ roles: [] });
  expect(words(page.querySelector('[role=alert]'))).toContain('garde au moins une personne à la coordination');
  expect(box?.checked).toBe(true);
});

it('the log says entries in plain words with what was before, and goes on', async () => {
  const test = new ResidentsTest(':space/house/log', LogBook);
  const page = await test.open('/bota-75/house/log?kind=team.edited', { 'log?kind=team.edited': { items: [line(9)], next: 9 } });
  expect(words(page.querySelector('li'))).toContain('Rôles dans la maison modifiés');
  expect(words(page.querySelector('dd'))).toBe('rien → pilotage');
  press(page, 'Afficher la suite');
  await test.answer({ 'kind=team.edited&before=9': { items: [line(8, { kind: 'later.kind' })] } });
  expect(page.querySelectorAll('li')).toHaveLength(2);
  expect(words(page.querySelectorAll('li')[1] ?? null)).toContain('later.kind');
  expect(words(page)).not.toContain('Afficher la suite');
});

it('who erased their account is a former member in the log, and what nobody did is the system’s', async () => {
  const test = new ResidentsTest(':space/house/log', LogBook);
  const items = [line(9, { person: { id: ID, displayName: '' } }), line(8, { person: null })];
  const page = await test.open('/bota-75/house/log?kind=team.edited', { 'log?kind=team.edited': { items } });
  const said = [...page.querySelectorAll('li .s')].map(words);
  expect(said).toEqual(['ancien membre', expect.stringMatching(/\S/)]);
  expect(said[1]).not.toBe(said[0]);
});

it('rooms of a residency and its dates are said in words, without ids or braces', async () => {
  const test = new ResidentsTest(':space/house/log', LogBook);
  const occupancy = { id: ID, roomId: ID, desks: null, from: '2024-04-01', to: null };
  const after = { to: '2026-12-31', occupancies: [{ ...occupancy, to: '2026-12-31' }] };
  const items = [line(9, { kind: 'residency.edited', before: { to: null, occupancies: [occupancy] }, after })];
  const page = await test.open('/bota-75/house/log?kind=residency.edited', { 'log?kind=residency.edited': { items } });
  const said = [...page.querySelectorAll('dd')].map(words).join(' · ');
  expect(said).toContain('31 décembre 2026');
  expect(said).toContain('du 1er avril 2024');
  expect(said).not.toMatch(/[{}"]|\d{4}-\d{2}/);
});

it('an id of what has no name, such as a line of a statement, is no word of the log', async () => {
  const test = new ResidentsTest(':space/house/log', LogBook);
  const after = { label: 'Surface rectifiée', correctsId: '00000000-0000-7000-8000-0000000009ff' };
  const items = [line(9, { kind: 'statement.corrected', before: null, after })];
  const page = await test.open('/bota-75/house/log?kind=statement.corrected', { 'log?kind=statement.corrected': { items } });
  expect([...page.querySelectorAll('dd')].map(words)).toEqual(['Surface rectifiée']);
});

it('rules that were set aside, and those of a room, are said in words', async () => {
  const test = new ResidentsTest(':space/house/log', LogBook);
  const aside = { overridden: ['CLOSED', 'TOO_SHORT'], overrideReason: 'Visite' };
  const rules = { minMinutes: 60, layouts: [{ layout: 'circle', capacity: 6, setUpMinutes: 20 }], who: { are: 'coordinators' } };
  const items = [
    line(9, { kind: 'booking.created', before: null, after: aside }),
    line(8, { kind: 'room.edited', before: { rules: {} }, after: { rules } }),
  ];
  const page = await test.open('/bota-75/house/log?kind=booking.created', { 'log?kind=booking.created': { items } });
  const said = [...page.querySelectorAll('dt, dd')].map(words).join(' · ');
  expect(said).toContain('règles mises de côté · fermée et trop courte · raison hors règle · Visite');
  expect(said).toContain('durée au moins (minutes) 60, dispositions disposition en cercle, places 6, préparation (minutes) 20');
  expect(said).toContain('qui peut réserver groupe la coordination');
});

it('the outbox says that nothing leaves in a demonstration, and a letter without its text cannot be opened', async () => {
  const test = new ResidentsTest(':space/house/letters', Outbox);
  const letter = {
    id: ID,
    kind: 'invitation',
    recipient: 'a@b.example',
    language: 'nl',
    subject: 'Welkom',
    createdAt: '2026-11-24T12:00:00Z',
  };
  const items = [{ ...letter, state: 'failed', lastError: 'no route' }];
  const page = await test.open('/bota-75/house/letters', { '/letters': { items, sends: false } });
  expect(words(page)).toContain('Démonstration : rien ne part vraiment');
  expect(words(page.querySelector('li'))).toContain('Échec');
  expect(page.querySelector('li button')).toBeNull();
});

it('who lost the right meanwhile is told so', async () => {
  const test = new ResidentsTest(':space/house/letters', Outbox);
  expect(words(await test.open('/bota-75/house/letters', { '/letters': [403, 'not-allowed'] }))).toContain('Vous n’y avez pas accès');
});
