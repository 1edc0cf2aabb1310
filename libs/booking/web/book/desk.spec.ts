import { DAY, salleA } from '../rooms/house.fixture';
import type { Editing } from './book-form';
import { PanelInHouse } from './panel.fixture';

const THAT_DAY = { start: '2026-12-01T10:00' };

/** The desk, after a wish was left there and the side was closed without giving it up. */
async function left(typed: object, editing: Editing | null = null) {
  const house = new PanelInHouse();
  await house.open({ roomIds: [salleA.id], start: `${DAY}T13:30` });
  house.desk.form.update((form) => ({ ...form, ...typed }));
  house.desk.editing.set(editing);
  await house.settle();
  house.desk.isOpen.set(false);
  await house.settle();
  return house.desk;
}

it('booking on a day starts on that day', async () => {
  const desk = await left({});
  desk.resume(THAT_DAY);
  expect(desk.form()).toMatchObject({ date: '2026-12-01', from: '10:00', to: '11:00', roomIds: [] });
});

it('an unfinished wish comes back as it was left', async () => {
  const desk = await left({ title: 'Comité' });
  desk.resume(THAT_DAY);
  expect(desk.form()).toMatchObject({ title: 'Comité', date: DAY, from: '13:30', roomIds: [salleA.id] });
});

it('an unfinished wish can be put elsewhere by a drag', async () => {
  const desk = await left({ title: 'Comité' });
  desk.open(THAT_DAY);
  expect(desk.form()).toMatchObject({ title: 'Comité', date: '2026-12-01', from: '10:00' });
});

it('a change of a booking that was left is not mistaken for a new one', async () => {
  const desk = await left({ title: 'Comité' }, { bookingId: salleA.id, version: 1, scope: 'all' });
  desk.resume(THAT_DAY);
  expect(desk.form()).toMatchObject({ title: '', date: '2026-12-01' });
  expect(desk.editing()).toBeNull();
});
