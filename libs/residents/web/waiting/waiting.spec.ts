import { TestBed } from '@angular/core/testing';
import type { Task } from '@bota/shared/domain';
import { ID, ResidentsTest, words } from '../page.fixture';
import { TaskWords } from './task-words';
import { Waiting } from './waiting';

const organisation = { slug: 'nuage', name: 'Studio Nuage', initials: 'SN', hue: 3, pattern: 1 };
const task = (own: Partial<Task>): Task => ({
  ...{ kind: 'join-request', id: ID, name: 'Lou', organisation, since: null, due: null, count: null },
  ...{ path: 'residents/nuage', urgency: 'decide', ...own },
});

it('what presses comes first, each thing with the way to where it is settled', async () => {
  const test = new ResidentsTest(':space/house', Waiting);
  const items = [
    task({ kind: 'keys-out', name: 'Studio Nuage', count: 2, due: '2026-11-20', urgency: 'now', path: 'residents/nuage#keys' }),
    task({}),
  ];
  const page = await test.open('/bota-75/house', { '/tasks': { items } });
  expect([...page.querySelectorAll('.stack h2')].map(words)).toEqual(['Pressant 1', 'À décider 1']);
  const [keys, request] = [...page.querySelectorAll('li.row')];
  expect(words(keys?.querySelector('.t') ?? null)).toBe('2 clés ou badges à reprendre chez Studio Nuage');
  expect(words(keys?.querySelector('.late') ?? null)).toContain('20 novembre');
  expect(keys?.querySelector('a')?.getAttribute('href')).toBe('/bota-75/residents/nuage#keys');
  expect(words(request ?? null)).toContain('Lou demande à rejoindre');
});

it('what begins to wait meanwhile is there, without a reload of the page', async () => {
  const test = new ResidentsTest(':space/house', Waiting);
  const page = await test.open('/bota-75/house', { '/tasks': { items: [] } });
  test.news.next({ type: 'change', data: {} });
  await new Promise((done) => setTimeout(done, 600));
  await test.answer({ '/tasks': { items: [task({})] } });
  expect(words(page.querySelector('li.row'))).toContain('Lou demande à rejoindre');
});

it('a quiet house says so', async () => {
  const test = new ResidentsTest(':space/house', Waiting);
  const page = await test.open('/bota-75/house', { '/tasks': { items: [] } });
  expect(words(page)).toContain('Rien n’attend');
});

it('one key is one, a month has its name, a backup never made is not an old one', () => {
  new ResidentsTest(':space/house', Waiting);
  const say = TestBed.inject(TaskWords);
  expect(say.title(task({ kind: 'keys-out', count: 1 }))).toBe('Une clé ou un badge à reprendre chez Lou');
  expect(say.title(task({ kind: 'month-open', name: '2026-10' }))).toBe('Décomptes à clôturer\u00a0: octobre 2026');
  expect(say.title(task({ kind: 'backup-old' }))).toContain('Aucune sauvegarde');
  expect(say.title(task({ kind: 'backup-old', since: '2026-11-01T00:00:00Z' }))).toContain('trop ancienne');
});
