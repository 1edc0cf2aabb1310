import { MatSelectHarness } from '@angular/material/select/testing';
import type { Verdict } from '@bota/booking/domain';
import type { ReasonCode } from '@bota/shared/domain';
import { at, DAY, marronnier, room, salleA } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';
import { ID, PanelInHouse } from './panel.fixture';

const WISH = { roomIds: [salleA.id], start: `${DAY}T13:30`, end: `${DAY}T15:30` };
const dated = (...codes: ReasonCode[]): Verdict => ({
  date: `${DAY}T13:30`,
  start: at('13:30').toISOString(),
  end: at('15:30').toISOString(),
  verdict: codes.length ? 'refused' : 'free',
  reasons: codes.map((code) => ({ code, roomId: salleA.id, limit: 120 })),
  flags: [],
});
const answer = (...codes: ReasonCode[]) => ({ occurrences: [dated(...codes)], alternatives: [], leftOut: [] });
const field = (panel: Element) => panel.querySelector('b75-override-field');

describe('over the rules', () => {
  it('the coordination books with a reason, which goes to the server', async () => {
    const house = new PanelInHouse({ mayConfigure: true });
    const panel = await house.open(WISH);
    await house.verdict(answer('LEAD_TIME', 'CLOSED'));
    expect(words(field(panel))).toBe('Réserver malgré la règle');
    field(panel)?.querySelector('button')?.click();
    await house.settle();
    expect(words(field(panel))).toContain('Règles mises de côté : trop tard et fermée.');
    const reason = field(panel)?.querySelector('textarea');
    if (!reason) throw new Error('no field');
    reason.value = 'Assemblée annoncée';
    reason.dispatchEvent(new Event('input'));
    expect(await house.verdict(answer())).toMatchObject({ overrideReason: 'Assemblée annoncée' });
    expect(panel.querySelector('.save')?.getAttribute('aria-disabled')).not.toBe('true');
    expect(words(field(panel))).toContain('Règles mises de côté : trop tard et fermée.');
    field(panel)?.querySelector('button')?.click();
    expect(await house.verdict(answer('LEAD_TIME', 'CLOSED'))).not.toHaveProperty('overrideReason');
  });

  it.each<[string, boolean, ReasonCode[]]>([
    ['members see no way', false, ['LEAD_TIME']],
    ['nobody books what is taken', true, ['ROOM_TAKEN', 'LEAD_TIME']],
    ['nothing is offered while it is free', true, []],
  ])('%s', async (_, mayConfigure, codes) => {
    const house = new PanelInHouse({ mayConfigure });
    const panel = await house.open(WISH);
    await house.verdict(answer(...codes));
    expect(field(panel)).toBeNull();
  });
});

describe('a room that can be set up in several ways', () => {
  const layouts = [
    { layout: 'theatre' as const, capacity: 40, setUpMinutes: 30 },
    { layout: 'circle' as const, capacity: 24, setUpMinutes: 0 },
  ];
  const rooms = [room(1, 'Salle A', { rules: { layouts } }), marronnier];

  it('is asked for by its layout, with places and setting up said; another room lets it go', async () => {
    const house = new PanelInHouse({ rooms });
    const panel = await house.open(WISH);
    await house.verdict(answer());
    const layout = await house.loader.getHarness(MatSelectHarness.with({ selector: '#layout' }));
    await layout.open();
    const options = await Promise.all((await layout.getOptions()).map((option) => option.getText()));
    expect(options).toEqual(['Comme d’habitude', 'En théâtre, 40 places, 30 minutes d’installation', 'En cercle, 24 places']);
    await layout.clickOptions({ text: /théâtre/ });
    expect(await house.verdict(answer())).toMatchObject({ layout: 'theatre' });
    expect(words(panel.querySelector('b75-preparing-field summary'))).toBe('Préparation et rangement 30 minutes avant');
    house.desk.place({ roomIds: [marronnier.id] });
    expect(await house.verdict(answer())).not.toHaveProperty('layout');
    expect(panel.querySelector('#layout')).toBeNull();
  });

  it('takes time before and after when it is asked', async () => {
    const house = new PanelInHouse({ rooms });
    const panel = await house.open(WISH);
    await house.verdict(answer());
    const after = panel.querySelector<HTMLInputElement>('#tear-down');
    if (!after) throw new Error('no field');
    after.value = '15';
    after.dispatchEvent(new Event('input'));
    expect(await house.verdict(answer())).toMatchObject({ tearDownMinutes: 15 });
  });
});

it('who coordinates books in the name of their own organisation, and may choose any', async () => {
  const house = new PanelInHouse({ mayConfigure: true, isShared: true });
  await house.open(WISH);
  await house.verdict(answer());
  expect(house.desk.form().organisationId).toBe(ID);
});
