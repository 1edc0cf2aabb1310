import type { Booking, Closing, OutsideAnswer } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { edited } from './edit.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { asksFor, openToNeighbours, someAddress } from './outside.fixture';

// Behind a proxy, as in a running house: each test asks from addresses of its own.
const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);
const HARD = '\u00a0';
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

const closing = (house: House, more: object = {}) =>
  house.coordinator.post<Closing>(house.path('closures'), {
    ...{ roomIds: [], start: '2026-03-16T00:00', end: '2026-03-18T00:00', reason: { fr: 'Travaux', nl: 'Werken', en: 'Works' } },
    ...more,
  });
const lettersTo = async (email: string) =>
  api.db.query<{ kind: string; subject: string; text: string; calendar: string }[]>(
    `SELECT kind, subject, body_text AS text, coalesce(calendar, '') || coalesce(calendar_beside, '') AS calendar FROM letter
     WHERE recipient = $1 AND kind IN ('outside-closed', 'outside-opened', 'outside-changed', 'outside-cancelled') ORDER BY created_at, id`,
    [email],
  );
async function accepted(house: House, wish: object) {
  const request = await asksFor(api, mail, house, wish);
  const { start, end, purpose: title } = request;
  const acceptance = { verdict: 'accept', organisationId: house.racines, roomIds: [house.a], start, end, title };
  const before = mail.received.filter(({ rcpt }) => rcpt.includes(request.email)).length;
  const { body } = await house.coordinator.post<OutsideAnswer>(house.path(`outside-requests/${request.id}/decision`), acceptance);
  await mail.to(request.email, before + 1);
  return { request, booked: (await house.coordinator.get<Booking>(house.path(`bookings/${body.bookingId}`))).body };
}

it('hears in their language that their date is kept, once, and once when the closure is lifted', async () => {
  const house = await openToNeighbours(api);
  const { request } = await accepted(house, { language: 'nl' });
  const { body } = await closing(house);
  expect(body.settled).toEqual({ kept: 1, cancelled: 0, moved: 0 });
  const [told, ...more] = await lettersTo(request.email);
  expect([told?.kind, told?.subject, told?.calendar, more]).toEqual(['outside-closed', 'Maison: sluiting aangekondigd', '', []]);
  expect(told?.text).toContain('Dit blijft gepland, ondanks de sluiting: “Fête de rue”, maandag 16 maart 2026');
  expect(told?.text).toContain('Reden: “Werken”');
  expect((await house.coordinator.delete(house.path(`closures/${body.items[0]?.id}`))).status).toBe(204);
  expect((await lettersTo(request.email)).slice(1).map(({ kind, subject }) => [kind, subject])).toEqual([
    ['outside-opened', 'Maison: sluiting opgeheven'],
  ]);
});

it('hears once of all of it: every date that ended, what moved and what is kept, with both calendars', async () => {
  const house = await openToNeighbours(api);
  const email = someAddress();
  const one = await accepted(house, { email });
  const two = await accepted(house, { email, purpose: 'Chorale', start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
  const series = { recurrence: { rrule: 'FREQ=DAILY;COUNT=3' } };
  const { occurrences } = await edited(house, one.booked, series, house.coordinator);
  const ids = occurrences.map(({ id }) => id);
  await api.db.query(`DELETE FROM letter WHERE recipient = $1`, [email]);
  const { body } = await closing(house, {
    choices: [
      ...ids.slice(0, 2).map((occurrenceId) => ({ act: 'cancel', occurrenceId })),
      {
        ...{ act: 'move', occurrenceId: two.booked.occurrences[0]?.id, roomIds: [house.b] },
        ...{ start: '2026-03-19T10:00', end: '2026-03-19T11:00' },
      },
    ],
    message: 'Parquet poncé',
  });
  expect(body.settled).toEqual({ kept: 0, cancelled: 2, moved: 1 });
  const [told, ...more] = await lettersTo(email);
  expect([told?.kind, more]).toEqual(['outside-closed', []]);
  const said = told?.text.replaceAll(HARD, ' ') ?? '';
  expect(said).toMatch(/La coordination a annulé : « Fête de rue », lundi 16 mars 2026.* ; « Fête de rue », mardi 17 mars 2026/s);
  expect(said).toMatch(/La coordination a déplacé : « Chorale », mardi 17 mars 2026.*devient jeudi 19 mars 2026.*Salle B/s);
  expect(said).toContain('Message : « Parquet poncé »');
  expect(said).toContain('/reply/accepted');
  const calendar = told?.calendar?.replaceAll('\r\n ', '') ?? '';
  expect([one, two].map(({ booked }) => calendar.includes(`UID:${booked.uid}`))).toEqual([true, true]);
});

it('what was asked for and not answered is judged by the closure when it is', async () => {
  const house = await openToNeighbours(api);
  const { id, start, end, purpose: title } = await asksFor(api, mail, house);
  await closing(house);
  const acceptance = { verdict: 'accept', organisationId: house.racines, roomIds: [house.a], start, end, title };
  const { status, body } = await house.coordinator.post<Problem>(house.path(`outside-requests/${id}/decision`), acceptance);
  expect([status, body.reasons?.map(({ code }) => code)]).toEqual([409, ['CLOSED']]);
});

it('who has nothing left is led to asking for another time', async () => {
  const house = await openToNeighbours(api);
  const { request, booked } = await accepted(house, {});
  await closing(house, { choices: [{ act: 'cancel', occurrenceId: booked.occurrences[0]?.id }] });
  const [told] = await lettersTo(request.email);
  expect([told?.text.includes('/ask'), told?.calendar?.includes('METHOD:CANCEL')]).toEqual([true, true]);
});
