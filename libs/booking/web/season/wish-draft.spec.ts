import { blankWish, draftOf, faultsOf, withChoice, wishOf } from './wish-draft';

const blank = blankWish('o', ['a', 'b']);
const named = { ...blank, title: ' Chorale ' };

it('a new wish is for the first room on Monday evening, and goes on the wire as it stands', () => {
  expect(wishOf(named)).toEqual({
    ...{ title: 'Chorale', attendees: null, features: [] },
    choices: [{ roomId: 'a', weekday: 1, start: '18:00', end: '20:00' }],
  });
});

it('another choice is the same a day later, from Sunday to Monday too', () => {
  const sunday = { ...blank, choices: [{ roomId: 'a', weekday: 7, start: '10:00', end: '12:00' }] };
  expect(withChoice(sunday).choices[1]).toEqual({ roomId: 'a', weekday: 1, start: '10:00', end: '12:00' });
});

it.each([
  ['without a title', blank, ['wish-title']],
  ['without an organisation', { ...named, organisationId: '' }, ['wish-organisation']],
  ['for nobody', { ...named, attendees: '0' }, ['wish-attendees']],
  ['for a few', { ...named, attendees: 'douze' }, ['wish-attendees']],
  ['for twelve', { ...named, attendees: '12' }, []],
  ['with the same choice twice', { ...named, choices: [...named.choices, ...named.choices] }, ['wish-1-room']],
])('a wish %s', (_, draft, fields) => {
  expect(faultsOf(draft).map(({ field }) => field)).toEqual(fields);
});

it('equipment is asked of any room only: a room that is named has what it has', () => {
  const wished = { ...named, features: ['piano' as const] };
  expect(wishOf(wished).features).toEqual([]);
  expect(wishOf({ ...wished, choices: [{ ...wished.choices[0], roomId: '' } as never] })).toMatchObject({
    features: ['piano'],
    choices: [{ roomId: null }],
  });
});

it('a wish that is edited comes back as it was', () => {
  const wish = {
    ...wishOf({ ...named, attendees: '12' }),
    id: 'w',
    organisationId: 'o',
    organisation: 'O',
    need: 1,
    bookingId: null,
    may: { edit: true, appeal: false },
  };
  expect(wishOf(draftOf(wish as never))).toEqual(wishOf({ ...named, attendees: '12' }));
});
