import { decided, isAsking, paramsOf, wishFrom } from './wish';
import { at, DAY, ZONE } from './house.fixture';

describe('the address of a wish', () => {
  it.each([
    ['everything', { people: '12', features: 'screen,step-free', date: '2026-12-01', from: '13:00', to: '18:00', minutes: '120' }],
    ['nothing', {}],
    ['an end at midnight', { to: '24:00' }],
  ])('comes back as it was: %s', (_, params) => {
    const back = paramsOf(wishFrom(params));
    expect(Object.fromEntries(Object.entries(back).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])))).toEqual(
      params,
    );
  });

  it.each([
    { people: '0' },
    { people: '-3' },
    { people: '1e9' },
    { features: 'sauna' },
    { date: '2026-13-01' },
    { from: '25:00' },
    { minutes: '5000' },
  ])('leaves out what it does not understand: %j', (params) => expect(isAsking(wishFrom(params))).toBe(false));
});

describe('what was left open', () => {
  it.each([
    ['today from the next quarter', {}, { date: DAY, from: '13:30', to: '24:00', minutes: 60 }],
    ['another day from the morning', { date: '2026-12-01' }, { date: '2026-12-01', from: '08:00', to: '24:00', minutes: 60 }],
    ['an end before the start does not count', { from: '14:00', to: '13:00' }, { from: '14:00', to: '24:00' }],
  ])('%s', (_, params, expected) => expect(decided(wishFrom(params), at('13:20'), ZONE)).toMatchObject(expected));

  it('does not run into tomorrow late at night', () => expect(decided(wishFrom({}), at('23:50'), ZONE).from).toBe('23:45'));
});
