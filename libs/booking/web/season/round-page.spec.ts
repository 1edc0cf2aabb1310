import { TestBed } from '@angular/core/testing';
import type { SeasonPlan, SeasonRound, SeasonWish } from '@bota/booking/domain';
import { Confirm } from '@bota/shared/ui';
import { salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { SeasonRoundPage } from './round-page';

const id = (n: number) => `00000000-0000-7000-8000-0000000008${String(n).padStart(2, '0')}`;
const round = (more: Partial<SeasonRound> = {}): SeasonRound => ({
  ...{ id: id(1), name: 'Saison 2027', firstDay: '2027-09-01', lastDay: '2028-06-30', wishesUntil: '2026-12-20', appealsUntil: null },
  ...{ opensOn: null, roomIds: [salleA.id], state: 'open', version: 1, counts: [], appealsWaiting: 0, report: null, wishFor: [] },
  may: { run: true, wish: false, appeal: false },
  ...more,
});
const thursday = (start: string) => ({ roomId: salleA.id, weekday: 4, start, end: '20:00' });
const wish = (n: number): SeasonWish => ({
  ...{ id: id(n), organisationId: id(n + 50), organisation: `Org ${n}`, need: 1, title: `Souhait ${n}`, attendees: null, features: [] },
  ...{ choices: [thursday('18:00')], bookingId: null, may: { edit: false, appeal: false } },
});
const tie = (key: string, ...claims: number[]) => ({
  ...{ key, turn: 1 },
  claims: claims.map((n) => ({ wishId: id(n), rank: 1, slot: thursday('18:00') })),
});
const said = ({ plan, ...more }: Partial<SeasonRound> & { plan?: Partial<SeasonPlan>; appeals?: object[] }) => ({
  others: {
    '/wishes': { items: [2, 3, 4, 5].map(wish) },
    '/plan': { plan: { results: [], ties: [], seed: null, ...plan }, number: 0, publishedAt: null },
    '/appeals': { items: more.appeals ?? [] },
    [`/season-rounds/${id(1)}`]: round(more),
    '/tie': round(more),
  },
});
async function open(first: Parameters<typeof said>[0]) {
  const test = new PageInHouse(':space/house/season/:round', SeasonRoundPage);
  const page = await test.open(`/bota-75/house/season/${id(1)}`, said(first));
  const news = async (next: Parameters<typeof said>[0]) => {
    test.seasons.next();
    await test.later(350);
    await test.answer(said(next));
  };
  return { test, page, news };
}
const type = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null, text: string) => {
  if (field) field.value = text;
  field?.dispatchEvent(new Event('input'));
};

it('what an organisation wishes meanwhile is there, without a reload of the page', async () => {
  const { page, news } = await open({});
  expect(words(page)).toContain('Pas encore de souhait');
  await news({ counts: [{ organisationId: id(52), organisation: 'Org 2', wishes: 3 }] });
  expect(words(page.querySelector('.counts'))).toBe('Org 2 3 souhaits');
});

it('what was typed of a round that is prepared stands in what somebody else changed', async () => {
  const { page, news } = await open({ state: 'preparing' });
  type(page.querySelector('#round-name'), 'Saison des ateliers');
  await news({ state: 'preparing', lastDay: '2028-06-15', version: 2 });
  expect(page.querySelector<HTMLInputElement>('#round-name')?.value).toBe('Saison des ateliers');
  expect(page.querySelector<HTMLInputElement>('#round-lastDay')?.value).toContain('15 juin');
});

it('the answer that one writes to an appeal stays while others are filed', async () => {
  const appeal = (n: number) => ({ id: id(70 + n), wishId: id(n), text: 'Trop tôt', filedAt: '2026-11-20T08:00:00Z', answeredAt: null });
  const waiting = (...numbers: number[]) => ({
    ...{ state: 'published' as const, appealsUntil: '2026-12-30' },
    appeals: numbers.map((n) => ({ ...appeal(n), isAccepted: null, answer: null })),
  });
  const { page, news } = await open(waiting(2));
  const answer = page.querySelector<HTMLTextAreaElement>('b75-appeal-answer textarea');
  const start = page.querySelector<HTMLSelectElement>('b75-appeal-answer [id$=-start]');
  type(answer, 'Le mercredi');
  type(start, '19:00');
  start?.dispatchEvent(new Event('change'));
  await news(waiting(2, 3));
  expect(page.querySelectorAll('b75-appeal-answer')).toHaveLength(2);
  expect(page.querySelector<HTMLTextAreaElement>('b75-appeal-answer textarea')?.value).toBe('Le mercredi');
  expect(page.querySelector<HTMLSelectElement>('b75-appeal-answer [id$=-start]')?.value).toBe('19:00');
});

it('who decides a tie goes on with the next, and from the last to the heading', async () => {
  const { test, page } = await open({ plan: { ties: [tie('a', 2, 3), tie('b', 4, 5)] } });
  const decide = async (left: Partial<SeasonPlan>) => {
    const button = page.querySelector<HTMLButtonElement>('b75-tie-list .end button');
    button?.focus();
    button?.click();
    await test.answer(said({ plan: left }));
    await test.answer(said({ plan: left }));
  };
  await decide({ ties: [tie('b', 4, 5)] });
  expect(words(document.activeElement)).toContain('Org 4');
  await decide({});
  expect(words(document.activeElement)).toBe('Saison 2027');
});

it('who takes a step goes on at the head of the round', async () => {
  const { test, page } = await open({ state: 'published', appealsUntil: '2026-11-20' });
  TestBed.inject(Confirm).ask = () => Promise.resolve(true);
  const adopt = [...page.querySelectorAll('button')].find((one) => words(one).startsWith('Adopter'));
  adopt?.focus();
  adopt?.click();
  const adopted = { ...said({ state: 'adopted', report: [] }).others, '/adoption': round({ state: 'adopted', report: [] }) };
  await test.answer({ others: adopted });
  await test.answer({ others: adopted });
  expect(words(document.activeElement)).toBe('Saison 2027');
});
