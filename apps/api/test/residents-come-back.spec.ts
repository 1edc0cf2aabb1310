import type { Residency } from '@bota/residents/domain';
import type { Problem } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { charged, close, houseWithBooks, rent, statementOf } from './charges.fixture';
import { change, dates, listed, open, opened } from './residents.fixture';

const api = useApi();

/** A residency with an office that ended yesterday. */
async function ended() {
  const house = await api.house();
  const office = await house.room({ name: 'Bureau 12', areaM2: 24, desks: 4, bookable: false });
  const residency = await opened(house, { from: '2025-01-01', to: '2026-01-04', occupies: [{ roomId: office }] });
  expect([residency.status, residency.may.reopen, residency.may.edit]).toEqual(['ended', true, false]);
  return { house, office, residency };
}

describe('a residency ended by mistake', () => {
  it.each([
    ['goes on', null, 'active', 'whole 2025-01-01 …'],
    ['ends later', '2026-02-28', 'active', 'whole 2025-01-01 2026-02-28'],
  ])('%s, with what it occupied, and the log says so', async (_, to, status, occupied) => {
    const { house, residency } = await ended();
    const answer = await change(house, residency, { to });
    expect([answer.status, answer.body.status, answer.body.to, dates(answer.body)]).toEqual([200, status, to, [occupied]]);
    const rows = await api.db.query('SELECT kind FROM log WHERE entity_id = $1 ORDER BY id', [residency.id]);
    expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(['residency.opened', 'residency.reopened']);
  });

  it('does not end again on a day that is over', async () => {
    const { house, residency } = await ended();
    const { status, body } = await change<Problem>(house, residency, { to: '2026-01-04' });
    expect([status, body.code]).toEqual([422, 'residency/last-day-past']);
  });

  it('stays ended where its room went to another, to the bookings, or out of use; who has it is told', async () => {
    const { house, office, residency } = await ended();
    const next = await opened(house, { organisation: { name: 'Suivante' }, from: '2026-02-01', occupies: [{ roomId: office }] });
    const taken = await change<Problem>(house, residency, { to: null });
    expect([taken.status, taken.body.code, taken.body.reasons?.[0]?.by?.organisation]).toEqual([409, 'residency/occupied', 'Suivante']);
    expect((await change(house, residency, { to: '2026-01-31' })).status).toBe(200);
    expect(next.status).toBe('planned');

    const given = await ended();
    await given.house.coordinator.patch(given.house.path(`rooms/${given.office}`), { bookable: true });
    expect((await change<Problem>(given.house, given.residency, { to: null })).body.code).toBe('residency/bookable-room');
    const gone = await ended();
    await gone.house.coordinator.ask('PUT', gone.house.path(`rooms/${gone.office}/archiving`), undefined, {});
    expect((await change<Problem>(gone.house, gone.residency, { to: null })).body.code).toBe('residency/unknown-room');
  });

  it('stays ended where the organisation came back by another, is archived, or gave its name away', async () => {
    const { house, residency } = await ended();
    const { organisationId } = residency;
    await api.db.query('UPDATE organisation SET archived_at = now() WHERE id = $1', [organisationId]);
    expect((await change<Problem>(house, residency, { to: null })).body.code).toBe('organisation/archived');
    await api.db.query('UPDATE organisation SET archived_at = NULL WHERE id = $1', [organisationId]);
    await opened(house, { organisation: { name: 'NOUVELLE ASBL' }, from: '2026-02-01' });
    expect((await change<Problem>(house, residency, { to: null })).body.code).toBe('organisation/name-taken');
    const again = await ended();
    await opened(again.house, { organisation: undefined, organisationId: again.residency.organisationId, from: '2026-02-01' });
    expect((await change<Problem>(again.house, again.residency, { to: null })).body.code).toBe('residency/already-resident');
  });
});

describe('a month that is closed', () => {
  async function closedSeptember() {
    const house = await houseWithBooks(api, [rent], '2026-09-20T09:00:00Z');
    const office = await house.room({ name: 'Bureau', areaM2: 20, desks: 4, bookable: false });
    const loft = await house.room({ name: 'Grenier', areaM2: 50, desks: 6, bookable: false });
    const residency = await opened(house, { from: '2026-09-01', occupies: [{ roomId: office }] });
    api.setNow('2026-10-05T09:00:00Z');
    return { house, office, loft, residency };
  }
  const refusedFor = ({ status, body }: { status: number; body: Problem }) => [
    status,
    body.code,
    body.reasons?.[0]?.month,
    body.errors?.[0]?.path,
  ];

  it('is never occupied otherwise afterwards: dates, rooms and desks change from the first open month on', async () => {
    const { house, office, loft, residency } = await closedSeptember();
    await close(house, '2026-09');
    const moved = (from: string) => change<Problem>(house, residency, { occupies: { from, items: [{ roomId: loft, desks: 3 }] } });
    const no = await moved('2026-09-30');
    expect(refusedFor(no)).toEqual([409, 'residency/month-closed', '2026-09', 'occupies.from']);
    expect(no.body.detail).toBe('2026-09 is closed: it changes from 2026-10-01 on, or by a correction');
    expect(refusedFor(await change<Problem>(house, residency, { from: '2026-09-02' }))).toEqual([
      409,
      'residency/month-closed',
      '2026-09',
      'from',
    ]);
    const late = await open<Problem>(house, {
      organisation: { name: 'Tardive' },
      from: '2026-09-30',
      occupies: [{ roomId: loft, desks: 1 }],
    });
    expect(refusedFor(late)).toEqual([409, 'residency/month-closed', '2026-09', 'from']);
    expect((await moved('2026-10-01')).status).toBe(200);
    expect((await open(house, { organisation: { name: 'Tardive' }, from: '2026-10-01' })).status).toBe(201);
    expect((await change(house, residency, { shareKey: 'desks' })).status).toBe(200);
    expect((await statementOf(house, '2026-09', residency.organisationId)).totalCents).toBe(17_000);
    const [{ whole }] = await api.db.query(`SELECT upper(during)::text AS whole FROM occupancy WHERE room_id = $1`, [office]);
    expect(whole).toBe('2026-10-01');
  });

  it('that is still open takes the change', async () => {
    const { house, loft, residency } = await closedSeptember();
    expect((await change(house, residency, { occupies: { from: '2026-09-16', items: [{ roomId: loft }] } })).status).toBe(200);
    await close(house, '2026-09');
    expect((await statementOf(house, '2026-09', residency.organisationId)).totalCents).toBe(850 * 35);
  });

  it('lies between the end of a residency and today: it is not reopened', async () => {
    const { house, residency } = await closedSeptember();
    api.setNow('2026-09-20T09:00:00Z');
    await house.coordinator.post<Residency>(house.path(`residencies/${residency.id}/notice`), { lastDay: '2026-09-25' });
    api.setNow('2026-10-05T09:00:00Z');
    await close(house, '2026-09');
    expect(refusedFor(await change<Problem>(house, residency, { to: null }))).toEqual([409, 'residency/month-closed', '2026-09', 'to']);
    const again = { organisation: undefined, organisationId: residency.organisationId, from: '2026-10-01' };
    expect((await open(house, again)).status).toBe(201);
  });

  it('is closed for who moves or comes at the same moment, or counts them', async () => {
    const { house, loft, residency } = await closedSeptember();
    await charged(house, { label: { fr: 'Bureaux' } });
    const [closing, moving] = await Promise.all([
      close(house, '2026-09'),
      change<Problem>(house, residency, { occupies: { from: '2026-09-01', items: [{ roomId: loft }] } }),
    ]);
    expect(closing.status).toBe(201);
    const total = (await statementOf(house, '2026-09', residency.organisationId)).totalCents;
    expect([moving.status, total]).toEqual(moving.status === 200 ? [200, 2 * 850 * 50] : [409, 2 * 850 * 20]);
  });
});

describe('a name', () => {
  it('is had by one resident of a house, whatever its accents, capitals and blanks', async () => {
    const house = await api.house();
    const names = ['Même nom', 'même nom', 'MEME NOM', 'Meme  Nom', 'MêmeNom'];
    const answers = await Promise.all(names.map((name) => open<Problem>(house, { organisation: { name } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect([refused?.code, refused?.errors?.[0]?.path]).toEqual(['organisation/name-taken', 'organisation.name']);
    expect((await listed(house)).filter(({ organisation }) => /m.me *nom/i.test(organisation.name))).toHaveLength(1);
  });

  it('of another house, or of who has left, is no matter; addresses differ', async () => {
    const houses = await Promise.all(Array.from({ length: 5 }, () => api.house()));
    const answers = await Promise.all(houses.map((house) => open(house, { organisation: { name: 'Même nom' } })));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    const slugs = (await Promise.all(houses.map(listed))).flat().map((one) => one.organisation.slug);
    expect(new Set(slugs.filter((slug) => slug.startsWith('meme-nom'))).size).toBe(5);
    const { house } = await ended();
    expect((await open(house, { from: '2026-01-05' })).status).toBe(201);
  });

  it('is not taken by renaming, also when two do so at once; its own may be written otherwise', async () => {
    const house = await api.house();
    const [one, two] = [await opened(house, { organisation: { name: 'Un' } }), await opened(house, { organisation: { name: 'Deux' } })];
    const rename = ({ organisationId }: Residency, name: string) =>
      house.coordinator.patch<Problem>(`/api/organisations/${organisationId}`, { name });
    const refused = await rename(one, 'RACINES');
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.path]).toEqual([409, 'organisation/name-taken', 'name']);
    const both = await Promise.all([rename(one, 'Trois'), rename(two, 'trois')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = both[0]?.status === 200 ? one : two;
    expect((await rename(winner, 'TROIS')).status).toBe(200);
  });
});
