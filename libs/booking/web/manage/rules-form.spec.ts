import type { RoomRules } from '@bota/spaces/domain';
import { readableRules, ruleFaults, rulesForm, type RulesForm, rulesOf } from './rules-form';
import { weekDraftOf } from './week-draft';

const ID = '00000000-0000-7000-8000-000000000501';
const filled = (more: Partial<RulesForm> = {}): RulesForm => ({ ...rulesForm({}), ...more });
const offering = (capacity: string, setUpMinutes = '') =>
  rulesForm({}).layouts.map((row) => (row.layout === 'circle' ? { ...row, isOffered: true, capacity, setUpMinutes } : row));

it.each<[string, RoomRules]>([
  ['none', {}],
  ['at all times', { hours: null }],
  ['days of its own', { hours: [...Array.from({ length: 6 }, (): [string, string] => ['08:00', '24:00']), null], bufferMinutes: 0 }],
  ['durations and a grid', { minMinutes: 30, maxMinutes: 240, stepMinutes: 30, bufferMinutes: 15 }],
  ['how far ahead', { leadMinutes: 120, horizonDays: 90, cancelMinutes: 2880 }],
  ['prices', { prices: { resident: 0, partner: 1250, outsider: 4000 } }],
  ['who comes', { checkIn: { opensMinutes: 15, releaseMinutes: 30 } }],
  ['some organisations', { who: { are: 'organisations', organisationIds: [ID] } }],
  ['the coordination', { who: { are: 'coordinators' } }],
  [
    'layouts',
    {
      layouts: [
        { layout: 'theatre', capacity: 40, setUpMinutes: 30 },
        { layout: 'circle', capacity: 24, setUpMinutes: 0 },
      ],
    },
  ],
])('rules with %s come out as they went in', (_, rules) => expect(rulesOf(rulesForm(rules))).toEqual(rules));

it('keeps a rule it does not know', () => {
  const rules = { later: true, minMinutes: 30 } as RoomRules;
  expect(rulesOf(rulesForm(rules))).toEqual(rules);
});

it.each([[{ always: true, outsideHours: false, blocks: false }], [{ always: false, outsideHours: true, overMinutes: 240, blocks: true }]])(
  'reads and writes which bookings need approval: %j',
  (approval) => {
    expect(rulesOf(rulesForm({ approval, holdHours: 48 }))).toEqual({ approval, holdHours: 48 });
  },
);

it('asks for the length from which approval is needed, where it is', () => {
  const form = rulesForm({});
  const approval = { ...form.approval, isOver: true };
  expect(ruleFaults({ ...form, approval })).toEqual([{ field: 'rules-over', message: 'over' }]);
});

it.each([
  [2880, { value: '2', unit: 'day' }],
  [120, { value: '2', unit: 'hour' }],
  [90, { value: '90', unit: 'minute' }],
  [undefined, { value: '', unit: 'day' }],
])('a notice of %s minutes is said as %j', (cancelMinutes, amount) =>
  expect(rulesForm(cancelMinutes === undefined ? {} : { cancelMinutes }).cancelMinutes).toEqual(amount),
);

it('hours with a comma are read', () => expect(rulesOf(filled({ maxMinutes: { value: '1,5', unit: 'hour' } })).maxMinutes).toBe(90));

it.each<[string, Partial<RulesForm>, string, string]>([
  ['a price', { prices: { resident: 'cher', partner: '', outsider: '' } }, 'rules-price-resident', 'prices'],
  ['a price up to a limit', { prices: { resident: '', partner: '', outsider: '20000' } }, 'rules-price-outsider', 'prices'],
  ['a number', { bufferMinutes: { value: 'dix', unit: 'minute' } }, 'rules-bufferMinutes', 'bufferMinutes'],
  ['whole minutes', { minMinutes: { value: '0,3', unit: 'minute' } }, 'rules-minMinutes', 'minMinutes'],
  [
    'a least under a most',
    { minMinutes: { value: '90', unit: 'minute' }, maxMinutes: { value: '1', unit: 'hour' } },
    'rules-maxMinutes',
    'maxMinutesOrder',
  ],
  ['a grid within the longest', { stepMinutes: '60', maxMinutes: { value: '30', unit: 'minute' } }, 'rules-stepMinutes', 'stepMinutes'],
  ['a horizon', { horizonDays: '0' }, 'rules-horizonDays', 'horizonDays'],
  ['a lead before the horizon', { leadMinutes: { value: '2', unit: 'day' }, horizonDays: '1' }, 'rules-leadMinutes', 'leadMinutesOrder'],
  ['somebody', { who: 'organisations' }, 'rules-who-organisations', 'who'],
  ['minutes after which it releases', { checkIn: { isAsked: true, opens: '15', releases: '2' } }, 'rules-releaseMinutes', 'releaseMinutes'],
  ['minutes from which one may come', { checkIn: { isAsked: true, opens: '', releases: '15' } }, 'rules-opensMinutes', 'opensMinutes'],
  [
    'a release within the longest booking',
    { checkIn: { isAsked: true, opens: '15', releases: '30' }, maxMinutes: { value: '30', unit: 'minute' } },
    'rules-releaseMinutes',
    'releaseMinutesOrder',
  ],
  ['places in a layout', { layouts: offering('') }, 'rules-capacity-circle', 'capacity'],
  ['minutes to set up', { layouts: offering('12', 'longtemps') }, 'rules-setUpMinutes-circle', 'setUp'],
  ['hours a clock shows', { hoursOf: 'own', week: weekDraftOf(null).map((day) => ({ ...day, to: '26:00' })) }, 'rules-hours-0', 'hours'],
])('rules need %s', (_, more, field, message) =>
  expect(ruleFaults(filled(more)).map((fault) => [fault.field, fault.message])).toEqual([[field, message]]),
);

it('what can be read is said while the rest is still typed', () => {
  const form = filled({ horizonDays: '90', leadMinutes: { value: '-', unit: 'hour' }, layouts: offering('') });
  expect(readableRules(form)).toEqual({ horizonDays: 90 });
  expect(readableRules(filled({ who: 'organisations' })).who?.are).toBe('organisations');
});
