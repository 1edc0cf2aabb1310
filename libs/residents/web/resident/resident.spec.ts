import { ID, press, ResidentsTest, words } from '../page.fixture';
import { ResidentPage } from './resident';

const open = (answers = {}) => {
  const test = new ResidentsTest(':space/residents/:resident', ResidentPage);
  return test.open('/bota-75/residents/racines', answers).then((page) => ({ test, page }));
};
const contact = { audience: null, role: '', phone: '' };
const member = {
  personId: ID,
  displayName: 'Ada',
  email: 'ada@b75.example',
  role: 'admin',
  since: '2026-01-01T10:00:00Z',
  isMe: false,
  contact,
};
const list = { items: [member], may: { manage: true } };

it('tells what an organisation does, since when, and that nothing is announced', async () => {
  const { page } = await open();
  expect(words(page)).toContain('Racines & Finances Résidente Depuis le 1er septembre 2024');
  expect(words(page)).toContain('Coopérative d’épargne solidaire.');
  expect(words(page.querySelector('b75-next-dates'))).toContain('Rien d’annoncé pour l’instant');
});

it('leaves the members out for who may not see them', async () => {
  const { page } = await open({ '/members': [403, 'not-allowed'] });
  expect(page.querySelector('b75-member-list, ui-failure')).toBeNull();
  expect(words(page)).toContain('Demander à rejoindre');
});

it('asks to join with a message, once', async () => {
  const { test, page } = await open({ '/members': [403, 'not-allowed'] });
  const message = page.querySelector<HTMLTextAreaElement>('#join-message');
  if (message) message.value = ' Bonjour ';
  press(page, 'Demander à rejoindre');
  await test.answer({ '/join-requests': {} });
  expect(test.asked.find(({ method }) => method === 'POST')?.body).toEqual({ message: 'Bonjour' });
  expect(words(page.querySelector('b75-join-wish'))).toContain('Votre demande est envoyée');
});

it('explains why the last admin stays', async () => {
  const { test, page } = await open({ 'GET /api/organisations/01939b1e-7c00-7d3e-9c1a-000000000002/members': list });
  press(page, 'Retirer l’administration');
  await test.answer({ [`PATCH /api/organisations/01939b1e-7c00-7d3e-9c1a-000000000002/members/${ID}`]: [409, 'membership/last-admin'] });
  expect(words(page.querySelector('b75-member-list [role=alert]'))).toContain('garde au moins une personne à l’administration');
});

it('says that nobody of that name lives here', async () => {
  const test = new ResidentsTest(':space/residents/:resident', ResidentPage);
  expect(words(await test.open('/bota-75/residents/autre'))).toContain('Cette organisation n’habite pas ici');
});
