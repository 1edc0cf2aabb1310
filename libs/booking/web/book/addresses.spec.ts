import { isSeveral, readAddresses, withOthers } from './addresses';

const [ADA, BO] = [{ email: 'ada@b75.example' }, { email: 'bo@b75.example' }];

it.each([
  ['nothing', ' ', [], ''],
  ['one, whatever its capitals', ' Ada@B75.example ', [ADA], ''],
  ['commas, semicolons and lines', 'ada@b75.example, bo@b75.example;\n', [ADA, BO], ''],
  ['spaces', 'ada@b75.example bo@b75.example', [ADA, BO], ''],
  [
    'names, as letters write them',
    '"Ada L." <ada@b75.example>; Bo <bo@b75.example>',
    [
      { ...ADA, name: 'Ada L.' },
      { ...BO, name: 'Bo' },
    ],
    '',
  ],
  ['what is none', 'ada@b75.example, Bo', [ADA], 'Bo'],
  ['a name beside an address', 'Ada ada@b75.example', [], 'Ada ada@b75.example'],
  ['half an address', 'Ada <ada@>', [], 'Ada <ada@>'],
])('%s', (_, text, found, unread) => expect(readAddresses(text)).toEqual({ found, unread }));

it('several are more than one being typed', () =>
  expect(['ada@b75', 'ada@b75.example,', 'a\nb'].map(isSeveral)).toEqual([false, true, true]));

it('who is named twice stays as first named', () =>
  expect(withOthers([{ ...ADA, name: 'Ada' }], [ADA, BO, BO])).toEqual([{ ...ADA, name: 'Ada' }, BO]));
