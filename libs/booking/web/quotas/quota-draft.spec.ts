import type { Quota } from '@bota/booking/domain';
import { quotaDraftOf, quotaFaults, type QuotaForm, quotaForm } from './quota-draft';

const ROOM = '00000000-0000-7000-8000-000000000501';
const ORGANISATION = '00000000-0000-7000-8000-000000000601';
const quota: Quota = {
  ...{ id: ROOM, version: 1, per: 'week', counts: 'minutes', limit: 450, roomIds: [ROOM] },
  prime: [
    { weekdays: [1, 5], from: '18:00', to: '24:00' },
    { weekdays: [6], from: '10:00', to: '12:00' },
  ],
  exceptions: [
    { organisationId: ORGANISATION, limit: 90 },
    { organisationId: ROOM, limit: null },
  ],
};
const filled = (more: Partial<QuotaForm> = {}): QuotaForm => ({ ...quotaForm(null), most: '10', ...more });

it('a quota comes out as it went in', () => {
  expect(quota).toMatchObject(quotaDraftOf(quotaForm(quota)));
});

it('hours with a comma become minutes; bookings stay what they are', () => {
  expect(quotaDraftOf(filled({ most: '7,5' })).limit).toBe(450);
  expect(quotaDraftOf(filled({ most: '3', counts: 'dates' })).limit).toBe(3);
});

it('what is not chosen is left out', () => {
  const draft = quotaDraftOf(filled({ roomIds: [ROOM], weekdays: [1] }));
  expect(draft).toMatchObject({ roomIds: [], prime: [] });
});

it.each<[string, Partial<QuotaForm>, string, string]>([
  ['how much', { most: '' }, 'quota-most', 'limit'],
  ['more than nothing', { most: '0' }, 'quota-most', 'limit'],
  ['a number', { most: 'dix' }, 'quota-most', 'limit'],
  ['whole bookings', { counts: 'dates', most: '2,5' }, 'quota-most', 'limit'],
  ['a room, where some count', { isOfRooms: true, roomIds: [] }, 'quota-rooms', 'rooms'],
  ['a day of peak hours', { isPrime: true, weekdays: [] }, 'quota-days', 'days'],
  ['an hour that can be read', { isPrime: true, from: 'soir' }, 'quota-from', 'hours'],
  ['an end after the beginning', { isPrime: true, from: '20', to: '18' }, 'quota-to', 'hours'],
  ['a number for an exception', { exceptions: [{ organisationId: ROOM, most: '', isUnlimited: false }] }, 'quota-exception-0', 'exception'],
])('asks for %s', (_, form, field, message) => expect(quotaFaults(filled(form))).toEqual([{ field, message }]));

it('each organisation is an exception once', () => {
  const one = { organisationId: ROOM, most: '', isUnlimited: true };
  expect(quotaFaults(filled({ exceptions: [one, one] }))).toEqual([{ field: 'quota-exceptions', message: 'twice' }]);
});

it('nothing at all is a limit for an exception', () => {
  expect(quotaFaults(filled({ exceptions: [{ organisationId: ROOM, most: '0', isUnlimited: false }] }))).toEqual([]);
});
