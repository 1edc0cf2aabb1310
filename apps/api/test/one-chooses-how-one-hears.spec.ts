import { RequestLetters } from '@bota/booking/api';
import type { NotificationPreferences } from '@bota/notifications/domain';
import { Postman, Unsubscribing } from '@bota/shared/api';
import type { NotificationFamily, NotificationWay } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { useMailServer } from './mail.fixture';
import { lettersTo, toldTo } from './notifications.fixture';
import type { Someone } from './people.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);
const PATH = '/api/me/notification-preferences';

const read = async (who: Someone) => (await who.get<NotificationPreferences>(PATH)).body;
const wayIn = ({ families }: NotificationPreferences, family: NotificationFamily) => families.find((one) => one.family === family)?.way;
const choose = (who: Someone, ways: Partial<Record<NotificationFamily, NotificationWay>>) =>
  who.patch<NotificationPreferences>(PATH, { ways });
/** Something befalls a booking of the member. */
async function change(house: House): Promise<void> {
  const { id } = await book(house);
  await house.coordinator.post(house.path(`bookings/${id}/cancellation`), {});
}
const heard = async (house: House) => [(await toldTo(house, house.member)).length, (await lettersTo(api, house.member)).length];

describe('as long as nothing is chosen', () => {
  it('one hears at once by e-mail of what befalls one’s bookings, and is reminded in the application', async () => {
    const house = await api.house();
    const preferences = await read(house.member);
    expect(preferences).toMatchObject({ reminder: 'day-before', digest: 'daily' });
    expect(preferences.families.map(({ family, way }) => [family, way])).toEqual([
      ['bookings', 'mail'],
      ['confirmations', 'mail'],
      ['requests', 'mail'],
      ['reminders', 'app'],
      ['closures', 'mail'],
      ['season', 'mail'],
    ]);
    expect(wayIn(await read(house.coordinator), 'coordination')).toBe('mail');
  });
});

describe('a choice', () => {
  it.each([
    ['mail', [1, 1]],
    ['digest', [1, 0]],
    ['app', [1, 0]],
  ] as const)('%s: is followed by the next change', async (way, both) => {
    const house = await api.house();
    expect(wayIn((await choose(house.member, { bookings: way })).body, 'bookings')).toBe(way);
    await change(house);
    expect(await heard(house)).toEqual(both);
  });

  it('leaves the other families as they were', async () => {
    const { member } = await api.house();
    await choose(member, { season: 'none' });
    await member.patch(PATH, { reminder: 'hour' });
    const preferences = (await choose(member, { closures: 'digest' })).body;
    expect([wayIn(preferences, 'season'), wayIn(preferences, 'closures'), wayIn(preferences, 'bookings')]).toEqual([
      'none',
      'digest',
      'mail',
    ]);
    expect(preferences.reminder).toBe('hour');
  });

  it('that would keep from one what befalls one’s booking is refused, and nothing of it written', async () => {
    const { member } = await api.house();
    const { status, body } = await member.patch(PATH, { ways: { bookings: 'none', season: 'none' }, digest: 'weekly' });
    expect([status, body.errors]).toEqual([400, [{ path: 'ways.bookings', message: 'one of mail, digest, app' }]]);
    expect(await read(member)).toMatchObject({ digest: 'daily' });
  });

  it('nothing: tells neither here nor by e-mail', async () => {
    const house = await api.house();
    await choose(house.coordinator, { coordination: 'none' });
    const approval = { always: true, outsideHours: false, blocks: true };
    await book(house, { roomIds: [await house.room({ name: 'Chapelle', capacity: 30, rules: { approval } })] });
    await api.app.get(RequestLetters).tell();
    expect(await api.db.query('SELECT FROM booking WHERE space_id = $1 AND coordinators_told_at IS NOT NULL', [house.id])).toHaveLength(1);
    expect([await toldTo(house, house.coordinator), await lettersTo(api, house.coordinator)]).toEqual([[], []]);
  });

  it.each([[{ ways: { gossip: 'mail' } }], [{ ways: { bookings: 'pigeon' } }], [{ reminder: 'week' }], [{ digest: 'hourly' }]])(
    'of what there is not is refused: %j',
    async (edit) => {
      const { member } = await api.house();
      expect((await member.patch(PATH, edit)).status).toBe(400);
    },
  );
});

describe('the link of a letter', () => {
  async function letterOf(house: House) {
    await change(house);
    await api.app.get(Postman).nudge();
    const [letter] = await mail.to(house.member.email);
    const list = letter?.headers.get('list') as { unsubscribe?: { url?: string } } | undefined;
    return { letter, url: new URL(list?.unsubscribe?.url ?? 'http://none.invalid/') };
  }
  const oneClick = (path: string) =>
    api.anonymous().ask<{ family: string }>('POST', path, 'List-Unsubscribe=One-Click', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('stands in its headers as mail programs know it, and where to choose in its words', async () => {
    const { letter, url } = await letterOf(await api.house());
    expect(letter?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(letter?.text).toContain('/account#notifications');
    expect(letter?.text).toContain(url.pathname);
  });

  it('ends the letters of its family without a session, in one click, and of no other; again does no harm', async () => {
    const house = await api.house();
    const { url } = await letterOf(house);
    for (const answer of [await oneClick(url.pathname), await oneClick(url.pathname)])
      expect([answer.status, answer.body]).toEqual([200, { family: 'bookings' }]);
    const preferences = await read(house.member);
    expect([wayIn(preferences, 'bookings'), wayIn(preferences, 'requests')]).toEqual(['app', 'mail']);
    await change(house);
    expect(await heard(house)).toEqual([2, 1]);
  });

  it('only shows a page to who looks at it: programs that fetch links end nothing', async () => {
    const house = await api.house();
    const { url } = await letterOf(house);
    const { status, headers } = await api.anonymous().get(url.pathname);
    const token = url.pathname.split('/').at(-1);
    expect([status, headers.get('location')]).toEqual([302, expect.stringContaining(`/unsubscribe#${token}`)]);
    expect(wayIn(await read(house.member), 'bookings')).toBe('mail');
  });

  it.each([
    ['of somebody else', (token: string, other: string) => token.replace(/^[^.]+/, other)],
    ['of another family', (token: string) => token.replace('.bookings.', '.season.')],
    ['of no family', (token: string) => token.replace('.bookings.', '.gossip.')],
    ['with another signature', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`],
    ['without one', (token: string) => token.split('.').slice(0, 2).join('.')],
    ['that is none', () => 'nothing'],
  ])('%s is none: 404, and nothing changes', async (_, forge) => {
    const { member, neighbour } = await api.house();
    const token = await api.app.get(Unsubscribing).tokenFor({ personId: member.id, family: 'bookings' });
    const { status, body } = await api.anonymous().post(`/api/unsubscriptions/${forge(token, neighbour.id)}`);
    expect([status, body.code]).toEqual([404, 'not-found']);
    for (const who of [member, neighbour]) expect((await read(who)).families.every(({ way }) => way !== 'none')).toBe(true);
    expect(wayIn(await read(member), 'season')).toBe('mail');
  });

  it('of an erased account answers, and brings nothing back', async () => {
    const { member } = await api.house();
    const token = await api.app.get(Unsubscribing).tokenFor({ personId: member.id, family: 'bookings' });
    await member.post('/api/me/erasure', { email: member.email });
    expect((await oneClick(`/api/unsubscriptions/${token}`)).status).toBe(200);
    expect(await api.db.query('SELECT FROM notification_preferences WHERE person_id = $1', [member.id])).toEqual([]);
  });

  it('is the only address that takes a form', async () => {
    const { member } = await api.house();
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await member.ask('PATCH', PATH, 'digest=weekly', form)).status).toBe(415);
    expect((await member.ask('POST', '/api/auth/link', 'email=a@example.org', form)).status).toBe(415);
  });

  it('letters one may not do without carry none', async () => {
    const { member } = await api.house();
    await api.anonymous().post('/api/auth/link', { email: member.email });
    const [letter] = await mail.to(member.email);
    expect(letter?.headers.has('list')).toBe(false);
  });
});
