import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArguments } from './arguments.mjs';
import { findRooms } from './house.mjs';
import { reportOf } from './report.mjs';

const space = { id: 'space', name: 'Bota 75', zone: 'Europe/Brussels' };
const rooms = [
  { id: 'a', slug: 'salle-a', name: 'Salle A' },
  { id: 'b', slug: 'salle-b', name: 'Salle B' },
];
const api = async (_, body) => (body ? { id: `new ${body.name}`, name: body.name } : { items: rooms });

describe('a location', () => {
  for (const [location, ids] of [
    ['salle a', ['a']],
    ['Salle A, Salle B', ['a', 'b']],
    ['salle-b; Salle A', ['b', 'a']],
    ['Salle A, Cave', null],
  ]) {
    it(`${location} is ${ids ?? 'unknown'}`, async () => {
      const { roomIdsAt, created } = await findRooms(api, space, [location], false);
      assert.deepEqual([roomIdsAt(location), created], [ids, []]);
    });
  }

  it('that is missing becomes a room, once', async () => {
    const { roomIdsAt, created } = await findRooms(api, space, ['Janson', 'Salle A', 'JANSON'], true);
    assert.deepEqual([roomIdsAt('Janson'), created], [['new Janson'], ['Janson']]);
  });
});

describe('the command line', () => {
  it('says what it was told', () =>
    assert.deepEqual(readArguments(['x.ics', '--space', 'h', '--create-rooms', '--shift-weeks', '96'], { PORT: '4000' }), {
      file: 'x.ics',
      shiftWeeks: 96,
      url: 'http://127.0.0.1:4000',
      space: 'h',
      createRooms: true,
      organisation: undefined,
      email: undefined,
      password: undefined,
    }));

  for (const [args, complaint] of [
    [['--space', 'h'], /one file/],
    [['x.ics'], /--space is needed/],
    [['x.ics', '--space', 'h', '--shift-weeks', '1.5'], /whole number/],
    [['x.ics', '--space', 'h', '--url', 'here'], /no address/],
    [['x.ics', '--space', 'h', '--colour'], /--colour/],
  ]) {
    it(`refuses ${args.join(' ')}`, () => assert.throws(() => readArguments(args, {}), complaint));
  }
});

it('the report says that nothing changed', () => {
  const result = { file: '/tmp/x.ics', space, organisation: { name: 'RF' }, roomsCreated: [], created: 0, unchanged: 3 };
  const report = reportOf({ ...result, cancelled: 0, outdated: 0, refused: [], seconds: 1 });
  assert.match(report, /nothing changed\n {2}3 already booked\n {2}0 refused$/);
});
