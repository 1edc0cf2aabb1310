import { Component } from '@angular/core';
import { READER_ID } from '@bota/spaces/web/testing';
import { at, salleA } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { WaitingList } from './waiting-list';

@Component({ imports: [WaitingList], template: '<b75-waiting-list />' })
class MyDay {}

const entry = (n: number) => ({
  ...{
    id: `00000000-0000-7000-8000-00000000070${n}`,
    title: `Attente ${n}`,
    organisationId: READER_ID,
    organisation: 'Racines',
    person: 'Ada',
  },
  ...{ roomIds: [salleA.id], start: at('15:00').toISOString(), end: at('16:00').toISOString(), since: at('09:00').toISOString() },
  ...{ ahead: 0, reasons: [], offer: null },
});
const waiting = (...numbers: number[]) => ({ others: { '/waitlist': { items: numbers.map(entry) } } });
const inDialog = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('mat-dialog-container button')].find((one) => words(one) === name)?.click();

async function leave(n: number, answer: string, then = waiting(1, 2)) {
  const house = new PageInHouse(':space/today', MyDay);
  const page = await house.open('/bota-75/today', waiting(1, 2));
  const button = [...page.querySelectorAll('button')][n - 1];
  button?.focus();
  button?.click();
  await house.later(50);
  await house.answer(waiting(1, 2));
  const asked = words(document.querySelector('mat-dialog-container'));
  inDialog(answer);
  await house.later(300);
  await house.answer(then);
  await house.answer(then);
  return { page, asked };
}

it('asks before a place in the line is given up, and keeps it', async () => {
  const { page, asked } = await leave(1, 'Rester sur la liste');
  expect(asked).toContain('Ne plus attendre « Attente 1 » ?');
  expect(asked).toContain('Vous perdez votre place dans la liste.');
  expect(words(page)).toContain('Attente 1');
});

it('goes on with the next when one is left', async () => {
  const { page } = await leave(1, 'Ne plus attendre', waiting(2));
  expect(words(page)).not.toContain('Attente 1');
  expect(words(document.activeElement)).toContain('Attente 2');
});
