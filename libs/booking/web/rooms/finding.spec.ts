import { wallOf } from '@bota/shared/domain';
import { find, type Finding, type Findings } from './finding';
import { at, booked, cabine, closed, hall, house, marronnier, salleA, ZONE } from './house.fixture';
import type { FullWish } from './wish';

const TUESDAY = '2026-12-01';
const wish: FullWish = { people: 12, features: ['screen', 'step-free'], date: TUESDAY, from: '13:00', to: '18:00', minutes: 120 };
const on = (time: string) => `${TUESDAY}T${time}`;
const NOW = at('13:20');

const names = (findings: Finding[]) => findings.map(({ room }) => room.name);
const slotOf = ({ slot }: Finding) => slot && `${wallOf(slot.start, ZONE).slice(11)}–${wallOf(slot.end, ZONE).slice(11)}`;
const of = ({ free, near }: Findings, name: string) => [...free, ...near].find(({ room }) => room.name === name);

describe('finding a room', () => {
  it('is free when people, features and time fit, and proposes a round time', () => {
    const found = find(wish, house([booked(salleA, on('12:00'), on('14:10'))]), NOW);
    expect(names(found.free)).toEqual(['Salle A']);
    expect(found.free.map(slotOf)).toEqual(['14:30–16:30']);
    expect(found.free[0]?.fits.map(({ is }) => is)).toEqual(['people', 'feature', 'feature', 'free']);
  });

  it('names the feature that lacks', () => {
    const found = find(wish, house(), NOW);
    expect(of(found, 'Salle Marronnier')?.lacks).toEqual([{ is: 'feature', feature: 'step-free' }]);
    expect(of(found, 'Salle B')?.lacks).toEqual([{ is: 'feature', feature: 'screen' }]);
  });

  it('proposes the nearest other time and says who is in the way', () => {
    const found = find({ ...wish, features: [], to: '16:00' }, house([booked(marronnier, on('14:00'), on('16:00'))]), NOW);
    const finding = of(found, 'Salle Marronnier');
    expect(finding?.lacks).toMatchObject([{ is: 'other-time', taken: { start: at(on('14:00')), by: expect.any(String) } }]);
    expect(finding && slotOf(finding)).toBe('12:00–14:00');
  });

  it('proposes a shorter time when the day holds no full one', () => {
    const found = find({ ...wish, features: [] }, house([booked(marronnier, on('08:00'), on('19:30'))]), NOW);
    expect(of(found, 'Salle Marronnier')?.lacks).toMatchObject([{ is: 'shorter' }]);
  });

  it.each([
    ['far too small', cabine, [], {}, 'small'],
    ['taken all day', salleA, [booked(hall, on('08:00'), on('21:00'))], {}, 'taken'],
    ['closed', salleA, [], { closures: [closed(on('00:00'), on('23:59'))] }, 'closed'],
    ['without any of the features', cabine, [], { wish: { people: 2 } }, 'features'],
  ])('rules out a room %s', (_, room, items, { wish: other, ...more }: { wish?: Partial<FullWish> }, why) => {
    const found = find({ ...wish, ...other }, house(items, more), NOW);
    expect([...found.not].find(([, rooms]) => rooms.includes(room))?.[0]).toBe(why);
  });

  it('keeps a room that is nearly large enough as a near miss', () =>
    expect(of(find({ ...wish, features: [], people: 18 }, house(), NOW), 'Salle Marronnier')?.lacks).toEqual([
      { is: 'small', capacity: 16 },
    ]));

  it('says when the wish is longer than a room allows', () =>
    expect(of(find({ ...wish, features: [], minutes: 300 }, house(), NOW), 'Salle Marronnier')?.lacks).toEqual([
      { is: 'too-long', minutes: 240 },
    ]));

  it('offers nothing in the past', () => {
    const found = find({ ...wish, date: '2026-11-23' }, house(), NOW);
    expect([found.free, found.near, [...found.not.keys()].sort()]).toEqual([[], [], ['past', 'small']]);
  });

  it('puts the room with the least seats to spare first, the composed one last', () =>
    expect(names(find({ ...wish, features: [] }, house(), NOW).free)).toEqual(['Salle Marronnier', 'Salle A', 'Salle B', 'Grande salle']));
});
