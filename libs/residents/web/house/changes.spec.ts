import { changesOf } from './changes';

it('tells what changed, and not what stayed', () =>
  expect(changesOf({ title: 'A', visibility: 'public' }, { title: 'B', visibility: 'public' })).toEqual([
    { field: 'title', before: 'A', after: 'B' },
  ]));

it('tells all of what began', () =>
  expect(changesOf(null, { role: 'admin' })).toEqual([{ field: 'role', before: undefined, after: 'admin' }]));

it('tells all of what ended', () =>
  expect(changesOf({ role: 'admin' }, null)).toEqual([{ field: 'role', before: 'admin', after: undefined }]));

it('an edit leaves alone what it does not name', () => expect(changesOf({ title: 'A', rrule: null }, { title: 'B' })).toHaveLength(1));

it('has nothing to tell of an entry without values', () => expect(changesOf(null, null)).toEqual([]));
