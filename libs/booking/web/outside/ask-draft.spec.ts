import { type AskDraft, askOf, emptyAsk, wrongIn } from './ask-draft';

const full: AskDraft = {
  ...emptyAsk('2026-12-05', ''),
  ...{ name: 'Zoé', email: 'zoe@example.org', purpose: 'Fête', from: '14', to: '16h30', attendees: '12' },
};

it('an empty form names what lacks, in its order', () => {
  expect(wrongIn(emptyAsk(''))).toEqual(['purpose', 'date', 'from', 'to', 'attendees', 'name', 'email']);
});

it.each([
  ['nothing', {}, []],
  ['a slip in the address', { email: 'zoe@example' }, ['email']],
  ['words for a telephone', { phone: 'le soir' }, ['phone']],
  ['a telephone as people write it', { phone: '0470/12.34.56' }, []],
  ['an end before its start', { to: '13:00' }, ['to']],
  ['an end at its start', { to: '14:00' }, ['to']],
  ['half a person', { attendees: '1.5' }, ['attendees']],
  ['nobody', { attendees: '0' }, ['attendees']],
])('with %s wrong: %j', (_, change, wrong) => {
  expect(wrongIn({ ...full, ...change })).toEqual(wrong);
});

it('is sent with clock times as they are meant, without what was left empty', () => {
  expect(askOf(full, { language: 'fr', stamp: 's' })).toEqual({
    ...{ name: 'Zoé', email: 'zoe@example.org', purpose: 'Fête', message: '', website: '', attendees: 12 },
    ...{ start: '2026-12-05T14:00', end: '2026-12-05T16:30', language: 'fr', stamp: 's' },
  });
});
