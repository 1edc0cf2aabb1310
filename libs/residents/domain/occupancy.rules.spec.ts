import { type Held, type Neighbour, followDates, occupyFrom, whyNotOccupy } from './occupancy.rules';

const held = (id: string, from: string, to: string | null, desks: number | null = null): Held => ({ id, roomId: id, desks, from, to });

describe('occupancies follow their residency', () => {
  const before = { from: '2026-03-01', to: null };
  it.each([
    ['end with it', held('a', '2026-03-01', null), { from: '2026-03-01', to: '2026-06-30' }, ['2026-03-01', '2026-06-30']],
    ['begin with it', held('a', '2026-03-01', null), { from: '2026-02-01', to: null }, ['2026-02-01', null]],
    [
      'keep an end of their own before it',
      held('a', '2026-03-01', '2026-04-30'),
      { from: '2026-03-01', to: '2026-06-30' },
      ['2026-03-01', '2026-04-30'],
    ],
    [
      'are clipped to its new beginning',
      held('a', '2026-04-01', '2026-05-31'),
      { from: '2026-05-01', to: null },
      ['2026-05-01', '2026-05-31'],
    ],
    [
      'end on its last day at the latest',
      held('a', '2026-04-01', '2026-07-31'),
      { from: '2026-03-01', to: '2026-06-30' },
      ['2026-04-01', '2026-06-30'],
    ],
    ['may be of its last day alone', held('a', '2026-06-30', null), { from: '2026-03-01', to: '2026-06-30' }, ['2026-06-30', '2026-06-30']],
  ])('%s', (_, one, after, dates) => expect(followDates([one], before, after).map(({ from, to }) => [from, to])).toEqual([dates]));

  it('go on when it is open again', () => {
    const ending = { from: '2026-03-01', to: '2026-06-30' };
    expect(followDates([held('a', '2026-03-01', '2026-06-30')], ending, before)).toEqual([held('a', '2026-03-01', null)]);
  });

  it('are gone when they would begin after its last day', () => {
    expect(followDates([held('a', '2026-07-01', null)], before, { from: '2026-03-01', to: '2026-06-30' })).toEqual([]);
  });
});

describe('from a day on', () => {
  const span = { from: '2026-05-01', to: null };
  const office = held('office', '2026-03-01', null);

  it('what stays goes on, and what is new begins', () => {
    const desks = { roomId: 'loft', desks: 2 };
    expect(occupyFrom([office], [{ roomId: 'office', desks: null }, desks], span)).toEqual([office, { ...desks, ...span }]);
  });

  it('what does not stay ends the day before', () => {
    expect(occupyFrom([office], [], span)).toEqual([held('office', '2026-03-01', '2026-04-30')]);
  });

  it('another number of desks is another occupancy', () => {
    const loft = held('loft', '2026-03-01', null, 2);
    expect(occupyFrom([loft], [{ roomId: 'loft', desks: 3 }], span)).toEqual([
      held('loft', '2026-03-01', '2026-04-30', 2),
      { roomId: 'loft', desks: 3, ...span },
    ]);
  });

  it('what would have begun later begins then, or never', () => {
    const later = held('office', '2026-09-01', null);
    expect(occupyFrom([later], [{ roomId: 'office', desks: null }], span)).toEqual([{ ...later, ...span }]);
    expect(occupyFrom([later], [], span)).toEqual([]);
  });

  it('what began that very day and does not stay has never been', () => {
    expect(occupyFrom([held('office', '2026-05-01', null)], [], span)).toEqual([]);
  });

  it('the past stays as it was', () => {
    const past = held('cellar', '2026-03-01', '2026-04-30');
    expect(occupyFrom([past], [], span)).toEqual([past]);
  });
});

describe('a room', () => {
  const neighbour = (from: string, to: string | null, desks: number | null): Neighbour => ({
    ...{ roomId: 'loft', from, to, desks },
    ...{ organisationId: 'v', organisation: 'Voisins' },
  });
  const wanted = (desks: number | null, from = '2026-05-01', to: string | null = null) => ({ roomId: 'loft', desks, from, to });

  it.each([
    ['is free', wanted(null), [], null],
    ['is free from the day after somebody’s last', wanted(null), [neighbour('2026-01-01', '2026-04-30', null)], null],
    ['is occupied on somebody’s last day', wanted(null, '2026-04-30'), [neighbour('2026-01-01', '2026-04-30', null)], 'OCCUPIED'],
    [
      'is free until the day before somebody’s first',
      wanted(null, '2026-05-01', '2026-06-30'),
      [neighbour('2026-07-01', null, null)],
      null,
    ],
    ['is not whole where somebody has a desk', wanted(null), [neighbour('2026-01-01', null, 1)], 'OCCUPIED'],
    ['has no desk where somebody has all of it', wanted(1), [neighbour('2026-01-01', null, null)], 'OCCUPIED'],
    ['has desks beside others', wanted(2), [neighbour('2026-01-01', null, 4)], null],
    ['has not one desk too many', wanted(3), [neighbour('2026-01-01', null, 4)], 2],
    [
      'counts those who sit there at once, not in turn',
      wanted(3),
      [neighbour('2026-01-01', '2026-06-30', 3), neighbour('2026-07-01', null, 3)],
      null,
    ],
    ['counts those who come later', wanted(4), [neighbour('2026-09-01', null, 3)], 3],
    ['has no desk left at its peak', wanted(1), [neighbour('2026-01-01', null, 4), neighbour('2026-09-01', '2026-09-01', 2)], 0],
  ])('%s', (_, wish, others, why) => {
    const obstacle = whyNotOccupy(wish, others, 6);
    expect(obstacle && (obstacle.code === 'OCCUPIED' ? 'OCCUPIED' : obstacle.left)).toBe(why);
  });

  it('without desks has none to give', () => expect(whyNotOccupy(wanted(1), [], null)).toEqual({ code: 'DESKS_TAKEN', left: 0 }));
});
