import { MatSelectHarness } from '@angular/material/select/testing';
import type { Verdict } from '@bota/booking/domain';
import { at, DAY, marronnier, salleA, salleB } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';
import { toDraft } from './book-form';
import { ID, PanelInHouse } from './panel.fixture';

const WISH = { roomIds: [salleA.id], start: `${DAY}T13:30`, end: `${DAY}T15:30` };
const DAYS = ['2026-12-01', '2026-12-08', '2026-12-15'] as const;
const free = (day: string, more: Partial<Verdict> = {}): Verdict => ({
  ...{ date: `${day}T13:30`, start: at(`${day}T13:30`).toISOString(), end: at(`${day}T15:30`).toISOString() },
  ...{ verdict: 'free', reasons: [], flags: [], ...more },
});
const offers = (...roomIds: string[]) => roomIds.map((id) => ({ roomIds: [id] }));
const refused = (day: string, elsewhere: Verdict['elsewhere']): Verdict =>
  free(day, { verdict: 'refused', reasons: [{ code: 'CLOSED', roomId: salleA.id }], elsewhere });
const REFUSED = [
  free(DAY),
  refused(DAYS[0], [{ roomIds: [salleB.id], differenceCents: 450 }, { roomIds: [marronnier.id] }]),
  refused(DAYS[1], offers(marronnier.id)),
  refused(DAYS[2], []),
];
const ZONE = 'Europe/Brussels';

/** The panel with a weekly series of which three dates are refused. */
async function refusedSeries() {
  const house = new PanelInHouse();
  const panel = await house.open(WISH);
  house.desk.form.update((form) => ({
    ...form,
    ...{ title: 'Chorale', organisationId: ID },
    repeat: { ...form.repeat, every: 'week', ends: 'count', count: 4 },
  }));
  await house.settle();
  await house.verdict({ occurrences: REFUSED, alternatives: [] });
  const select = (index: number) =>
    house.loader.getAllHarnesses(MatSelectHarness.with({ ancestor: 'b75-other-rooms' })).then((all) => all[index] as MatSelectHarness);
  const button = (text: string) => [...panel.querySelectorAll('button')].find((one) => words(one).includes(text));
  // As it is sent.
  const chosen = () => JSON.parse(JSON.stringify(toDraft(house.desk.form(), ZONE))).substitutes;
  return { house, panel, select, button, chosen };
}
const rows = (panel: Element) => [...panel.querySelectorAll('b75-other-rooms li')].map(words);
const summary = (panel: Element) => words(panel.querySelector('b75-where-summary'));

it('offers nothing where no date is refused, and books nothing elsewhere by itself', async () => {
  const { house, panel, chosen } = await refusedSeries();
  expect(chosen()).toBeUndefined();
  house.desk.form.update((form) => ({ ...form, repeat: { ...form.repeat, count: 2 } }));
  await house.settle();
  await house.verdict({ occurrences: [free(DAY), free(DAYS[0])], alternatives: [] });
  expect(rows(panel)).toEqual([]);
  expect(summary(panel)).toBe('');
});

it('each refused date that has another free room is asked for it, the dearer ones say so; one without says why', async () => {
  const { panel, select } = await refusedSeries();
  expect(rows(panel)).toEqual([
    expect.stringContaining('mardi 1er décembre Salle A n’ouvre pas à ce moment'),
    expect.stringContaining('mardi 8 décembre Salle A n’ouvre pas à ce moment'),
  ]);
  expect(words(panel.querySelector('b75-date-chips .why'))).toContain('mardi 15 décembre');
  const first = await select(0);
  await first.open();
  const options = await Promise.all((await first.getOptions()).map((option) => option.getText()));
  expect(options.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual(['Pas d’autre salle', 'Salle B + 4,50 €', 'Salle Marronnier']);
});

it('one choice asks the server about that date, the others stay in sight meanwhile, and it can be taken back', async () => {
  const { house, panel, select, chosen } = await refusedSeries();
  const first = await select(0);
  await first.open();
  await first.clickOptions({ text: /Salle B/ });
  expect(rows(panel)).toHaveLength(2);
  const asked = await house.verdict({
    occurrences: [REFUSED[0], { ...REFUSED[1], verdict: 'free', reasons: [], roomIds: [salleB.id] }, ...REFUSED.slice(2)] as Verdict[],
    alternatives: [],
  });
  expect(asked).toMatchObject({ substitutes: [{ date: `${DAYS[0]}T13:30`, roomIds: [salleB.id] }] });
  expect([...panel.querySelectorAll('.dates li')].map(words)[1]).toBe('1er déc. Salle B');
  expect(summary(panel)).toBe('1 date dans Salle A, 1 date dans Salle B et 2 refusées');
  house.desk.form.update((form) => ({ ...form, onRefused: 'skip' }));
  await house.settle();
  expect(summary(panel)).toBe('1 date dans Salle A, 1 date dans Salle B et 2 sautées');
  await first.open();
  await first.clickOptions({ text: 'Pas d’autre salle' });
  expect(chosen()).toBeUndefined();
});

it('one act chooses for all of them, with as few rooms as it takes, and one takes it back', async () => {
  const { house, panel, button, chosen } = await refusedSeries();
  button('Prendre une autre salle pour ces dates')?.click();
  await house.settle();
  expect(chosen()).toEqual(DAYS.slice(0, 2).map((day) => ({ date: `${day}T13:30`, roomIds: [marronnier.id] })));
  const elsewhere = REFUSED.slice(1, 3).map((one) => ({ ...one, verdict: 'free' as const, reasons: [], roomIds: [marronnier.id] }));
  await house.verdict({ occurrences: [REFUSED[0], ...elsewhere, REFUSED[3]] as Verdict[], alternatives: [] });
  expect(summary(panel)).toBe('2 dates dans Salle Marronnier, 1 date dans Salle A et 1 refusée');
  button('Ne plus prendre d’autre salle')?.click();
  await house.settle();
  expect(chosen()).toBeUndefined();
});

it('a choice that the house no longer needs is dropped; one that is taken meanwhile stays in sight with its reason', async () => {
  const { house, panel, button, chosen } = await refusedSeries();
  button('Prendre une autre salle')?.click();
  await house.settle();
  const lost = {
    ...REFUSED[2],
    reasons: [{ code: 'ROOM_TAKEN', roomId: marronnier.id }],
    roomIds: [marronnier.id],
    elsewhere: offers(salleB.id),
  };
  const found = { occurrences: [REFUSED[0], free(DAYS[0]), lost, REFUSED[3]] as Verdict[], alternatives: [] };
  await house.verdict(found);
  await house.verdict(found);
  expect(chosen()).toEqual([{ date: `${DAYS[1]}T13:30`, roomIds: [marronnier.id] }]);
  expect(rows(panel)[0]).toContain('Salle Marronnier n’est pas libre');
});

it('another room for the series begins anew', async () => {
  const { house, button, chosen } = await refusedSeries();
  button('Prendre une autre salle')?.click();
  await house.settle();
  house.desk.form.update((form) => ({ ...form, roomIds: [salleB.id] }));
  await house.settle();
  expect(chosen()).toBeUndefined();
});
