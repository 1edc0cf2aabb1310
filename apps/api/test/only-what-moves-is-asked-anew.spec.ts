import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { close, moving } from './closings.fixture';
import { useMailServer } from './mail.fixture';
import { answers, answersHere, changes, declinedTasks, eventOf, looks, move, moved, on, repliesOf, useReaders } from './reply.fixture';

const env: Record<string, string> = { TRUST_PROXY: 'on' };
const mail = useMailServer(env);
const api = useApi(env);
const reader = useReaders(api);
beforeEach(() => api.setNow('2026-03-02T08:00:00Z'));

it('a change of the title alone asks nothing anew, and keeps what was answered', async () => {
  const house = await api.house();
  const { id } = await moved(house);
  const secret = await mail.secretTo(house.member.email);
  await answers(house, reader(), secret, 'accepted');
  await changes(house, id, { title: 'Bal', attendees: 8 });
  const letter = (await mail.to(house.member.email, 2))[1];
  expect(letter?.text).not.toMatch(/#[\w-]{43}/);
  expect(eventOf(letter).attendee?.getParameter('partstat')).toBe('ACCEPTED');
  expect((await looks(house, reader(), secret)).body).toMatchObject({ title: 'Bal', answer: 'accepted' });
  await changes(house, id, { roomIds: [house.b] });
  expect((await looks(house, reader(), secret)).body.code).toBe('reply/changed-since');
  expect(await repliesOf(house, id)).toMatchObject([{ answer: null }]);
});

it('a change of the title alone asks nothing of who was asked nothing, and again of who has not answered', async () => {
  const house = await api.house();
  const { id } = await book(house);
  await changes(house, id, { title: 'Bal' });
  expect([(await mail.to(house.member.email)).length, await repliesOf(house, id)]).toEqual([1, []]);
  await move(house, id, 14);
  const old = await mail.secretTo(house.member.email, 2);
  await changes(house, id, { title: 'Fête' });
  const secret = await mail.secretTo(house.member.email, 3);
  expect([(await looks(house, reader(), old)).body.code, (await looks(house, reader(), secret)).body.title]).toEqual([
    'reply/changed-since',
    'Fête',
  ]);
});

it('a change of another date leaves what was declined of one to the coordination; of this date it is asked anew', async () => {
  const house = await api.house();
  const { id, occurrences } = await book(house, { recurrence: { rrule: 'FREQ=WEEKLY;COUNT=4' } });
  const [, second, third] = occurrences;
  await changes(house, id, { scope: 'this', occurrenceId: second?.id, ...on(24, 15) });
  const secret = await mail.secretTo(house.member.email);
  await answers(house, reader(), secret, 'declined', 'Trop tard');
  await changes(house, id, { scope: 'this', occurrenceId: third?.id, ...on(31, 15) });
  expect(await declinedTasks(house)).toMatchObject([{ due: '2026-03-24' }]);
  const asked = await repliesOf(house, id, house.member);
  expect(asked).toMatchObject([
    { answer: 'declined', dateAt: '2026-03-24T14:00:00.000Z' },
    { answer: null, dateAt: '2026-03-31T13:00:00.000Z' },
  ]);
  const here = { answer: 'accepted', note: '', reply: asked[0]?.id };
  expect((await house.member.post(house.path(`bookings/${id}/reply`), here)).status).toBe(204);
  expect((await answersHere(house, house.member, id, 'declined')).status).toBe(204);
  expect((await repliesOf(house, id)).map(({ answer }) => answer)).toEqual(['accepted', 'declined']);
  await changes(house, id, { scope: 'this', occurrenceId: second?.id, ...on(24, 17) });
  expect((await looks(house, reader(), secret)).body.code).toBe('reply/changed-since');
  expect((await repliesOf(house, id)).map(({ answer }) => answer)).toEqual(['declined', null]);
  await changes(house, id, { scope: 'following', occurrenceId: third?.id, start: '2026-03-30T18:00', end: '2026-03-30T19:00' });
  expect(await repliesOf(house, id)).toMatchObject([{ dateAt: '2026-03-24T16:00:00.000Z' }]);
});

it('a closure that moves every date asks once', async () => {
  const house = await api.house();
  const booking = await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=2' } });
  const choices = [0, 1].map((index) => moving(booking, house.b, index));
  const { status } = await close(house, { end: '2026-03-18T00:00', choices });
  expect([status, (await repliesOf(house, booking.id)).map(({ dateAt, answer }) => [dateAt, answer])]).toEqual([201, [[null, null]]]);
});
