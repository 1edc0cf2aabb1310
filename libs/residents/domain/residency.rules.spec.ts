import { type ShareTerms, needsQuantity, residencyStatus, shareOf } from './residency.rules';
import { whyNotTerms } from './residency.terms';

describe('the status of a residency', () => {
  const open = { from: '2026-03-01', to: null, noticeOn: null };
  const fixed = { from: '2026-03-01', to: '2026-08-31', noticeOn: null };
  const inNotice = { from: '2026-03-01', to: '2026-08-31', noticeOn: '2026-06-01' };

  it.each([
    ['open, the day before its first', open, '2026-02-28', 'planned'],
    ['open, on its first day', open, '2026-03-01', 'active'],
    ['open, years later', open, '2036-03-01', 'active'],
    ['with a fixed end, shortly before', fixed, '2026-08-30', 'active'],
    ['with a fixed end, on its last day', fixed, '2026-08-31', 'active'],
    ['with a fixed end, the day after', fixed, '2026-09-01', 'ended'],
    ['the day before notice is given', inNotice, '2026-05-31', 'active'],
    ['the day notice is given', inNotice, '2026-06-01', 'notice'],
    ['in notice, on its last day', inNotice, '2026-08-31', 'notice'],
    ['in notice, the day after its last', inNotice, '2026-09-01', 'ended'],
    ['given notice before it begins', { ...inNotice, noticeOn: '2026-02-01' }, '2026-02-15', 'planned'],
    ['given notice before it began', { ...inNotice, noticeOn: '2026-02-01' }, '2026-03-01', 'notice'],
    ['of one day, on that day', { from: '2026-03-01', to: '2026-03-01', noticeOn: null }, '2026-03-01', 'active'],
    ['of one day, the next', { from: '2026-03-01', to: '2026-03-01', noticeOn: null }, '2026-03-02', 'ended'],
  ])('%s', (_, residency, today, status) => expect(residencyStatus(residency, today)).toBe(status));
});

describe('the share of a residency', () => {
  const rooms = [
    { id: 'office', areaM2: 24.5, desks: 4 },
    { id: 'loft', areaM2: 90, desks: 12 },
    { id: 'store', areaM2: null, desks: null },
  ];
  const office = { roomId: 'office', desks: null, from: '2026-03-01', to: null };
  const loft = { roomId: 'loft', desks: 5, from: '2026-04-01', to: '2026-06-30' };
  const store = { roomId: 'store', desks: null, from: '2026-03-01', to: null };
  const by = (shareKey: ShareTerms['shareKey'], shareQuantity: number | null = null): ShareTerms => ({
    ...{ from: '2026-03-01', to: '2026-12-31' },
    ...{ shareKey, shareQuantity },
  });

  it.each([
    ['the area of whole rooms', by('m2'), '2026-03-15', 24.5],
    ['and the part of a room its desks take', by('m2'), '2026-04-01', 62],
    ['until their last day', by('m2'), '2026-06-30', 62],
    ['and no longer', by('m2'), '2026-07-01', 24.5],
    ['desks: all of a whole room and those taken', by('desks'), '2026-05-01', 9],
    ['an agreed quantity, whatever is occupied', by('m2', 30.125), '2026-05-01', 30.125],
    ['an agreed nothing', by('m2', 0), '2026-05-01', 0],
    ['heads as agreed', by('heads', 7), '2026-05-01', 7],
    ['thousandths as agreed', by('fixed', 125.5), '2026-05-01', 125.5],
    ['nothing before it begins', by('heads', 7), '2026-02-28', 0],
    ['something on its last day', by('heads', 7), '2026-12-31', 7],
    ['nothing after its last day', by('heads', 7), '2027-01-01', 0],
  ])('%s', (_, terms, day, share) => expect(shareOf(terms, [office, loft, store], rooms, day)).toBe(share));

  it('is kept to three decimals', () => {
    const third = { id: 'third', areaM2: 100, desks: 3 };
    expect(shareOf(by('m2'), [{ ...office, roomId: 'third', desks: 1 }], [third], '2026-05-01')).toBe(33.333);
  });

  it('of desks in a room that no longer has any is nothing', () => {
    const bare = { id: 'loft', areaM2: 90, desks: null };
    expect(shareOf(by('m2'), [loft], [bare], '2026-05-01')).toBe(0);
  });

  it('must be agreed where nothing that is occupied tells it', () => {
    expect((['m2', 'desks', 'heads', 'fixed'] as const).map(needsQuantity)).toEqual([false, false, true, true]);
  });
});

describe('the terms of a residency', () => {
  const terms = { from: '2026-03-01', to: '2026-06-30', noticeOn: null, shareKey: 'm2' as const, shareQuantity: null };
  it.each([
    ['hold', {}, null],
    ['hold for one day', { to: '2026-03-01' }, null],
    ['do not end before they begin', { to: '2026-02-28' }, 'residency/ends-before-it-begins'],
    ['hold with notice on the last day', { noticeOn: '2026-06-30' }, null],
    ['do not hold with notice after it', { noticeOn: '2026-07-01' }, 'residency/outside-its-dates'],
    ['do not hold with notice and no last day', { noticeOn: '2026-05-01', to: null }, 'residency/outside-its-dates'],
    ['do not count heads nobody counted', { shareKey: 'heads' as const }, 'residency/share-needed'],
    ['count nobody when that is agreed', { shareKey: 'heads' as const, shareQuantity: 0 }, null],
  ])('%s', (_, own, code) => expect(whyNotTerms({ ...terms, ...own })?.code ?? null).toBe(code));
});
