import { OutsideAsk } from './outside.contract';
import { whyNotAsk, whyNotFilled } from './outside.rules';

const NOW = new Date('2026-03-02T08:00:00Z');

it.each([
  ['at once', '2026-03-02T08:00:00.000Z', 'outside/too-fast'],
  ['a moment before four seconds', '2026-03-02T07:59:56.001Z', 'outside/too-fast'],
  ['after four seconds', '2026-03-02T07:59:56.000Z', null],
  ['after a day', '2026-03-01T08:00:00.000Z', null],
  ['after more than a day', '2026-03-01T07:59:59.999Z', 'outside/form-over'],
  ['before it was handed out', '2026-03-02T08:00:00.001Z', 'outside/form-over'],
])('a form that comes back %s: %s → %s', (_, handedOut, refusal) => {
  expect(whyNotFilled(new Date(handedOut), NOW)).toBe(refusal);
});

it.each([
  ['tomorrow', '2026-03-03T08:00:00Z', '2026-03-03T10:00:00Z', null],
  ['a moment from now', '2026-03-02T08:00:00.001Z', '2026-03-02T10:00:00Z', null],
  ['now', '2026-03-02T08:00:00Z', '2026-03-02T10:00:00Z', 'outside/not-ahead'],
  ['on the last day planned', '2026-03-12T08:00:00Z', '2026-03-12T10:00:00Z', null],
  ['after that', '2026-03-12T08:00:01Z', '2026-03-12T10:00:00Z', 'outside/not-ahead'],
  ['two weeks long', '2026-03-03T08:00:00Z', '2026-03-17T08:00:00Z', null],
  ['longer', '2026-03-03T08:00:00Z', '2026-03-17T08:00:01Z', 'outside/not-ahead'],
  ['ending as it begins', '2026-03-03T08:00:00Z', '2026-03-03T08:00:00Z', 'booking/ends-before-it-starts'],
])('asked for %s', (_, start, end, refusal) => {
  expect(whyNotAsk({ start: new Date(start), end: new Date(end), now: NOW, horizonDays: 10 })).toBe(refusal);
});

describe('what is asked', () => {
  const ask = {
    ...{ name: 'Zoé', email: ' Zoe@Example.org ', purpose: 'Fête', start: '2026-03-16T10:00', end: '2026-03-16T12:00' },
    ...{ attendees: 8, language: 'fr', stamp: 'x' },
  };
  const pathOf = (wish: object) => OutsideAsk.safeParse({ ...ask, ...wish }).error?.issues[0]?.path[0];

  it('is taken as people type it', () => {
    expect(OutsideAsk.parse({ ...ask, phone: '+32 470 12.34.56' })).toMatchObject({ email: 'zoe@example.org', message: '', website: '' });
  });

  it.each([
    ['name', { name: 'Zoé\r\nBcc: all@example.org' }],
    ['name', { name: '  ' }],
    ['purpose', { purpose: 'Fête\nSubject: gagnez' }],
    ['organisation', { organisation: 'a\u0000b' }],
    ['purpose', { purpose: 'x'.repeat(121) }],
    ['email', { email: 'zoe@example.org, all@example.org' }],
    ['phone', { phone: 'appelez-moi' }],
    ['attendees', { attendees: 0 }],
    ['message', { message: 'x'.repeat(2001) }],
    ['start', { start: 'demain' }],
    ['language', { language: 'de' }],
  ])('is refused by its %s', (path, wish) => {
    expect(pathOf(wish)).toBe(path);
  });
});
