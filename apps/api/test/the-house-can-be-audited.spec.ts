import type { Integrity } from '@bota/booking/domain';
import type { LogPage } from '@bota/residents/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import { close, houseWithBooks } from './charges.fixture';
import type { House } from './house.fixture';
import { opened } from './residents.fixture';

const api = useApi();
const search = async (house: House, query = '') => (await house.coordinator.get<LogPage>(house.path(`log${query}`))).body;
const kinds = ({ items }: LogPage) => items.map(({ kind }) => kind);

async function busyHouse() {
  const house = await api.house();
  const booking = await book(house);
  await house.member.patch(house.path(`bookings/${booking.id}`), { title: 'Autre' });
  await house.coordinator.post(house.path(`bookings/${booking.id}/cancellation`), {});
  return { house, booking };
}

describe('the log of the house', () => {
  it('is found by person, entity, kind and time, latest first', async () => {
    const { house, booking } = await busyHouse();
    expect(kinds(await search(house, `?entity=${booking.id}`))).toEqual(['booking.cancelled', 'booking.edited', 'booking.created']);
    expect(kinds(await search(house, `?entity=${booking.id}&person=${house.member.id}`))).toEqual(['booking.edited', 'booking.created']);
    expect(kinds(await search(house, '?kind=booking.edited'))).toEqual(['booking.edited']);
    expect(kinds(await search(house, '?kind=booking'))).toHaveLength(3);
    expect(kinds(await search(house, '?kind=book'))).toEqual([]);
    expect(kinds(await search(house, '?kind=booking&to=2020-01-01T00:00:00Z'))).toEqual([]);
    const [entry] = (await search(house, '?kind=booking.edited')).items;
    expect(entry).toMatchObject({
      person: { displayName: 'Member' },
      organisation: 'Racines',
      before: { title: 'Assemblée' },
      after: { title: 'Autre' },
    });
  });

  it('tells of the people of its organisations, and of no others', async () => {
    const [house, other] = [await api.house(), await api.house()];
    await house.admin.post(`/api/organisations/${house.racines}/invitations`, { email: 'recrue.audit@example.org' });
    await house.admin.delete(`/api/organisations/${house.racines}/members/${house.colleague.id}`);
    expect(kinds(await search(house, `?person=${house.admin.id}`))).toEqual(['membership.ended', 'invitation.sent']);
    expect(kinds(await search(other, `?person=${house.admin.id}`))).toEqual([]);
    expect(JSON.stringify(await search(house))).not.toContain('recrue.audit');
  });

  it('goes on where a page ended, without gap or repeat', async () => {
    const { house } = await busyHouse();
    const all = (await search(house)).items.map(({ id }) => id);
    const paged: number[] = [];
    for (let next: number | undefined, first = true; first || next !== undefined; first = false) {
      const page = await search(house, `?limit=2${next === undefined ? '' : `&before=${next}`}`);
      paged.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('is no other house’s, and takes no bad question', async () => {
    const { booking } = await busyHouse();
    const other = await api.house();
    expect(kinds(await search(other, `?entity=${booking.id}`))).toEqual([]);
    for (const bad of ['person=me', 'from=yesterday', 'limit=0', 'limit=1000', 'before=x', 'kind=A%25'])
      expect((await other.coordinator.get(other.path(`log?${bad}`))).status).toBe(400);
  });
});

describe('integrity', () => {
  const check = async (house: House) => (await house.coordinator.get<Integrity>(house.path('integrity'))).body;

  it('holds', async () => {
    const { house } = await busyHouse();
    await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=5' } });
    expect(await check(house)).toMatchObject({ overlaps: 0, orphans: 0, desks: 0, holders: 0, statements: 0, log: { brokenAt: null } });
  });

  it('knows the last backup, and when it is too old', async () => {
    const house = await api.house();
    expect((await check(house)).backup).toBeNull();
    const made = `INSERT INTO backup (at, name, bytes, rows, log_position, digest) VALUES ($1, 'bota75-x', 5e9, 70000, 12, 'd')`;
    await api.db.query(made, ['2026-01-01T08:00:00Z']);
    expect((await check(house)).backup).toMatchObject({ at: '2026-01-01T08:00:00.000Z', bytes: 5e9, isOld: true });
    await api.db.query(made, ['2026-01-04T08:00:00Z']);
    expect((await check(house)).backup).toMatchObject({ name: 'bota75-x', rows: 70_000, logPosition: 12, isOld: false });
  });

  it('tells of desks beyond the places, of a key with two holders, and of statements that do not add up', async () => {
    const house = await houseWithBooks(api);
    const office = await house.room({ name: 'Bureau', bookable: false, desks: 3 });
    await opened(house, { from: '2026-01-01', occupies: [{ roomId: office, desks: 2 }] });
    await house.coordinator.post(house.path('keys'), { label: 'C-12' });
    await close(house, '2026-09');
    const given = (
      since: string,
      end: string,
    ) => `INSERT INTO key_holding (space_id, id, key_id, organisation_id, since, handed_by, ended_on, ending, ended_by)
      SELECT k.space_id, gen_random_uuid(), k.id, '${house.racines}', '${since}', '${house.admin.id}', '${end}', 'returned', '${house.admin.id}'
      FROM house_key k WHERE k.space_id = $1`;
    await api.db.query(given('2026-01-01', '2026-02-01'), [house.id]);
    const counted = async () => {
      const { desks, holders, statements } = await check(house);
      return { desks, holders, statements };
    };
    expect(await counted()).toEqual({ desks: 0, holders: 0, statements: 0 });
    await api.db.query('ALTER TABLE room DISABLE TRIGGER room_keeps_desks');
    await api.db.query('UPDATE room SET desks = 1 WHERE id = $1', [office]);
    await api.db.query('ALTER TABLE key_holding DROP CONSTRAINT key_holding_day');
    await api.db.query(given('2026-01-31', '2026-02-03'), [house.id]);
    await api.db.query('ALTER TABLE statement_line DISABLE TRIGGER statement_line_final');
    await api.db.query('UPDATE statement_line SET cents = cents + 1 WHERE space_id = $1 AND position = 1', [house.id]);
    await api.db.query('ALTER TABLE closed_period DISABLE TRIGGER closed_period_final');
    await api.db.query('UPDATE closed_period SET total_cents = total_cents + 1 WHERE space_id = $1', [house.id]);
    expect(await counted()).toEqual({ desks: 1, holders: 1, statements: 3 });
  });

  it('tells of an overlap, an orphan and a broken chain', async () => {
    const house = await api.house();
    const [first, second] = [await book(house), await book(house, { start: '2026-03-16T12:00', end: '2026-03-16T13:00' })];
    await api.db.query('ALTER TABLE allocation DROP CONSTRAINT allocation_no_overlap');
    const move = `UPDATE allocation SET starts_at = starts_at - interval '90 minutes', ends_at = ends_at - interval '90 minutes',
      during = tstzrange(lower(during) - interval '90 minutes', upper(during) - interval '90 minutes') WHERE booking_id = $1`;
    await api.db.query(move, [second.id]);
    expect(await check(house)).toMatchObject({ overlaps: 1, orphans: 0 });
    await api.db.query('UPDATE allocation SET blocking = false WHERE booking_id = $1', [first.id]);
    expect(await check(house)).toMatchObject({ overlaps: 0, orphans: 1 });
    await api.db.query(`SELECT seal_log(1000)`);
    await api.db.query('ALTER TABLE log DISABLE TRIGGER log_append_only');
    await api.db.query(`UPDATE log SET after = '{"title":"forged"}' WHERE entity_id = $1 AND kind = 'booking.created'`, [first.id]);
    expect((await check(house)).log.brokenAt).toEqual(expect.any(Number));
  });
});
