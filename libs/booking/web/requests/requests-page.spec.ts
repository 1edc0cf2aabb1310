import type { Problem, ReasonCode } from '@bota/shared/domain';
import { PageInHouse, words } from '../rooms/page.fixture';
import { at, salleA } from '../rooms/house.fixture';
import { RequestsPage } from './requests-page';

const id = (n: number) => `00000000-0000-7000-8000-00000000090${n}`;
const asked = (n: number) => ({
  ...{ id: id(n), version: 1, title: `Demande ${n}`, organisationId: id(9), organisation: 'Racines', bookedBy: 'Ada', description: '' },
  ...{ roomIds: [salleA.id], attendees: null, start: at('15:00').toISOString(), end: at('16:00').toISOString(), dates: 1, rrule: null },
  ...{ askedAt: at('09:00').toISOString(), rivals: 0 },
});
const waiting = (...numbers: number[]) => ({
  others: { '/booking-requests': { items: numbers.map(asked) }, '/outside-requests': { items: [] }, '/all': { items: [] } },
});
const booking = {
  ...{ id: id(1), uid: id(1), version: 2, title: 'Demande 1', description: '', organisationId: id(9), organisation: 'Racines' },
  ...{ roomIds: [salleA.id], visibility: 'public', attendees: null, status: 'confirmed', expiresAt: null, decisionNote: null },
  ...{ start: asked(1).start, end: asked(1).end, zone: 'Europe/Brussels', recurrence: null, retrySkipped: false, followsId: null },
  ...{ followedById: null, layout: null, setUpMinutes: 0, tearDownMinutes: 0, occurrences: [], createdAt: asked(1).askedAt },
  may: { edit: true, cancel: true, decide: false, confirm: false },
};
const refused = (code: ReasonCode): Problem => ({
  ...{ type: '/problems/booking/refused', code: 'booking/refused', title: 'The booking is refused', status: 409, detail: '' },
  ...{ instance: '7f2c', reasons: [{ code, roomId: salleA.id }] },
});
const focused = () => document.activeElement?.id ?? '';

async function open(url = '/bota-75/house/requests') {
  const house = new PageInHouse(':space/house/requests', RequestsPage);
  return { house, page: await house.open(url, waiting(1, 2)) };
}

it('leads to the request that the address names, and not again while one writes in another', async () => {
  const { house, page } = await open(`/bota-75/house/requests#${id(1)}`);
  expect(focused()).toBe(`r-${id(1)}`);
  page.querySelector<HTMLElement>(`#note-${id(2)}`)?.focus();
  house.news.next('house');
  await house.answer(waiting(1, 2, 3));
  expect(page.querySelectorAll('article')).toHaveLength(3);
  expect(focused()).toBe(`note-${id(2)}`);
});

it('who answers one goes on with the next', async () => {
  const { house, page } = await open();
  const accept = page.querySelector<HTMLElement>(`#r-${id(1)} .acts button`);
  accept?.focus();
  accept?.click();
  const answered = { ...waiting(2), others: { ...waiting(2).others, [`/bookings/${id(1)}/decision`]: booking } };
  await house.answer(answered);
  await house.answer(answered);
  expect(page.querySelectorAll('article')).toHaveLength(1);
  expect(focused()).toBe(`r-${id(2)}`);
});

it('accepts over a rule that stands in the way by now, for a reason', async () => {
  const house = new PageInHouse(':space/house/requests', RequestsPage);
  const page = await house.open('/bota-75/house/requests', waiting(1, 2));
  const card = () => page.querySelector<HTMLElement>(`#r-${id(1)}`) as HTMLElement;
  const press = (text: string) => [...card().querySelectorAll('button')].find((button) => button.textContent?.includes(text))?.click();
  press('Accepter');
  await house.refuse(refused('CLOSED'));
  expect(words(card())).toContain('Salle A n’ouvre pas à ce moment');
  press('malgré la règle');
  await house.answer(waiting(1, 2));
  const field = card().querySelector<HTMLTextAreaElement>(`#override-${id(1)}`) as HTMLTextAreaElement;
  field.value = 'Le gardien sera là';
  field.dispatchEvent(new Event('input'));
  press('Accepter');
  const sent: unknown[] = [];
  await house.answer({ ...waiting(2), others: { ...waiting(2).others, [`/bookings/${id(1)}/decision`]: booking } }, (body) =>
    sent.push(body),
  );
  expect(sent).toContainEqual({ verdict: 'accept', note: '', onRefused: 'refuse', overrideReason: 'Le gardien sera là' });
});

it('offers no way around what is taken', async () => {
  const { house, page } = await open();
  const card = () => page.querySelector<HTMLElement>(`#r-${id(1)}`) as HTMLElement;
  card().querySelector<HTMLElement>('.acts button')?.click();
  await house.refuse(refused('ROOM_TAKEN'));
  expect([card().querySelector('.why') !== null, card().querySelector('b75-override-field')]).toEqual([true, null]);
});

it('says of a series how it repeats, and whose days it leaves out', async () => {
  const house = new PageInHouse(':space/house/requests', RequestsPage);
  const series = { ...asked(1), rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=12', leftOut: [{ fr: 'Congés scolaires' }], dates: 10 };
  const page = await house.open('/bota-75/house/requests', {
    others: { ...waiting().others, '/booking-requests': { items: [series] } },
  });
  expect(words(page.querySelector('article'))).toContain('Chaque mardi, 12 fois (sauf Congés scolaires)');
});
