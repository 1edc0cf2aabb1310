import type { Charge, ChargeList, FeePlaced, PeriodDetail, StatementList } from '@bota/residents/domain';
import { useApi } from './api.fixture';
import { charged, close, fee, houseWithBooks, periods, rent, shared, statementOf, statementPath, takesPart } from './charges.fixture';
import type { House } from './house.fixture';
import { organisation, person, resides } from './people.fixture';

const api = useApi();
const charges = async (house: House) => (await house.coordinator.get<ChargeList>(house.path('charges'))).body.items;

describe('charges', () => {
  it('are added, edited and ended by coordinators; others may not even read them', async () => {
    const house = await houseWithBooks(api, [rent]);
    const [charge] = await charges(house);
    expect(charge).toMatchObject({ ...rent, version: 1, isUsed: false });
    const path = house.path(`charges/${charge?.id}`);
    const edited = await house.coordinator.ask<Charge>('PUT', path, { ...rent, to: '2026-10' }, { headers: { 'if-match': '"1"' } });
    expect([edited.status, edited.body.to, edited.body.version]).toEqual([200, '2026-10', 2]);
    const stale = await house.coordinator.ask('PUT', path, rent, { headers: { 'if-match': '"1"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    for (const who of [house.admin, house.member, house.stranger]) {
      expect((await who.get(house.path('charges'))).status).toBe(403);
      expect((await who.post(house.path('charges'), shared)).status).toBe(403);
      expect((await who.delete(path)).status).toBe(403);
    }
    expect((await statementOf(house, '2026-11')).lines).toEqual([]);
  });

  it('of another house are not there', async () => {
    const [house, other] = [await houseWithBooks(api, [rent]), await houseWithBooks(api, [])];
    const [charge] = await charges(house);
    expect((await other.coordinator.ask('PUT', other.path(`charges/${charge?.id}`), shared, {})).status).toBe(404);
    expect((await other.coordinator.delete(other.path(`charges/${charge?.id}`))).status).toBe(404);
    expect(await charges(house)).toEqual([charge]);
  });

  it('that a closed statement rests on are kept', async () => {
    const house = await houseWithBooks(api, [rent]);
    await close(house, '2026-09');
    const [charge] = await charges(house);
    expect(charge?.isUsed).toBe(true);
    const { status, body } = await house.coordinator.delete(house.path(`charges/${charge?.id}`));
    expect([status, body.code]).toEqual([409, 'charge/used']);
    const { id } = await charged(house, shared);
    expect((await house.coordinator.delete(house.path(`charges/${id}`))).status).toBe(204);
  });

  it('whose months are all closed charge nobody, and are refused; one that was charged is ended there', async () => {
    const house = await houseWithBooks(api, [rent]);
    await close(house, '2026-09');
    const { status, body } = await house.coordinator.post(house.path('charges'), { ...shared, to: '2026-09' });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([409, 'charge/months-closed', 'to']);
    const put = (id: string, draft: object) => house.coordinator.ask('PUT', house.path(`charges/${id}`), draft, {});
    const later = await charged(house, { ...shared, from: '2026-10' });
    expect((await put(later.id, { ...shared, from: '2026-09', to: '2026-09' })).body.code).toBe('charge/months-closed');
    const [{ id }] = (await charges(house)) as [Charge];
    expect((await put(id, { ...rent, to: '2026-09' })).status).toBe(200);
    expect((await put(id, { ...rent, to: '2026-09', terms: shared.terms })).body.code).toBe('charge/months-closed');
    expect((await put(id, { ...rent, to: '2026-10' })).status).toBe(200);
  });

  it('do not begin years away', async () => {
    const house = await houseWithBooks(api, []);
    const { status, body } = await house.coordinator.post(house.path('charges'), { ...rent, from: '1926-09' });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'period/too-far', 'from']);
  });

  it('follow what is occupied, day by day', async () => {
    const house = await houseWithBooks(api, [rent]);
    await takesPart(house, house.racines, 'm2', null);
    const office = await house.room({ name: 'Bureau 1', areaM2: 31 });
    await house.ground.db.query(
      `INSERT INTO occupancy (space_id, id, residency_id, room_id, during) SELECT space_id, gen_random_uuid(), id, $2, '[2026-10-22,)'
       FROM residency WHERE space_id = $1 AND organisation_id = $3`,
      [house.id, office, house.racines],
    );
    const { lines } = await statementOf(house, '2026-10');
    expect(lines.map(({ cents, share }) => [cents, share])).toEqual([[8500, { key: 'm2', quantity: 10, days: 31, of: 31 }]]);
    expect((await statementOf(house, '2026-09')).lines).toEqual([]);
  });

  it('leave nobody out unseen: who pays nothing is named', async () => {
    const house = await houseWithBooks(api, [rent]);
    const { body } = await house.coordinator.get<PeriodDetail>(house.path('periods/2026-10'));
    expect([body.items.map((one) => one.organisation.id), body.withoutCharge.map(({ id }) => id)]).toEqual([
      [house.racines],
      [house.voisins],
    ]);
  });
});

describe('fees and corrections', () => {
  it('are lines of the month of their date, and can be taken back while it is open', async () => {
    const house = await houseWithBooks(api, [rent]);
    const { status, body } = await fee(house, { cents: -500 });
    expect([status, body.month]).toEqual([201, '2026-11']);
    const { lines, totalCents } = await statementOf(house, '2026-11');
    expect([lines.at(-1)?.kind, lines.at(-1)?.feeId, totalCents]).toEqual(['fee', body.id, 16_500]);
    expect((await house.admin.delete(house.path(`fees/${body.id}`))).status).toBe(403);
    expect((await house.coordinator.delete(house.path(`fees/${body.id}`))).status).toBe(204);
    expect((await house.coordinator.delete(house.path(`fees/${body.id}`))).status).toBe(404);
    expect((await statementOf(house, '2026-11')).totalCents).toBe(17_000);
  });

  it('are refused with their reason', async () => {
    const house = await houseWithBooks(api, [rent]);
    const { id: closedFee } = (await fee(house, { on: '2026-09-10' })).body;
    await close(house, '2026-09');
    const elsewhere = await organisation(house.ground, 'Ailleurs');
    const code = async (wish: object) => (await fee(house, wish)).body.code;
    expect(await code({ on: '2026-09-30' })).toBe('fee/month-closed');
    expect(await code({ organisationId: elsewhere })).toBe('fee/not-a-resident');
    expect(await code({ cents: 0 })).toBe('invalid-input');
    expect(await code({ cents: 1.5 })).toBe('invalid-input');
    expect(await code({ on: '1926-09-30' })).toBe('period/too-far');
    expect((await house.coordinator.delete(house.path(`fees/${closedFee}`))).body.code).toBe('fee/month-closed');
    for (const who of [house.admin, house.member]) expect((await who.post(house.path('fees'), {})).status).toBe(400);
  });

  it('a correction lands in the first open month and names the line it corrects', async () => {
    const house = await houseWithBooks(api, [rent]);
    await close(house, '2026-09');
    const line = (await statementOf(house, '2026-09')).lines[0];
    const path = house.path(`statement-lines/${line?.id}/corrections`);
    const wish = { label: { fr: 'Surface rectifiée' }, cents: -1700 };
    expect((await house.admin.post(path, wish)).status).toBe(403);
    expect((await house.coordinator.post<FeePlaced>(path, wish)).body.month).toBe('2026-10');
    const open = (await statementOf(house, '2026-10')).lines.at(-1);
    const corrects = { lineId: line?.id, month: '2026-09', number: '2026-0001', label: rent.label };
    expect(open).toMatchObject({ kind: 'correction', on: '2026-10-31', cents: -1700, corrects });
    await close(house, '2026-10');
    expect((await statementOf(house, '2026-10')).lines.at(-1)).toMatchObject({ kind: 'correction', corrects });
    expect((await statementOf(house, '2026-09')).totalCents).toBe(17_000);
    const other = await houseWithBooks(api, []);
    expect((await other.coordinator.post(other.path(`statement-lines/${line?.id}/corrections`), wish)).status).toBe(404);
  });

  it('reach who is archived for the months before, and not for those that follow', async () => {
    const house = await houseWithBooks(api, [rent]);
    const gone = await organisation(house.ground, 'Partis');
    await resides(house.ground, { spaceId: house.id, organisationId: gone, by: house.coordinator.id, to: '2026-10-15' });
    await takesPart(house, gone, 'm2', 31);
    api.setNow('2026-10-31T22:59:59Z'); // still October in the house
    expect((await house.coordinator.post(`/api/organisations/${gone}/archival`)).status).toBe(204);
    api.setNow('2026-11-25T09:00:00Z');
    expect((await fee(house, { organisationId: gone, on: '2026-10-31' })).status).toBe(201);
    const { status, body } = await fee(house, { organisationId: gone, on: '2026-11-01' });
    expect([status, body.code]).toEqual([409, 'organisation/archived']);
    expect((await statementOf(house, '2026-10', gone)).totalCents).toBe(15 * 850 + 1500);
    expect((await statementOf(house, '2026-11', gone)).lines).toEqual([]);
    const { items, withoutCharge } = (await house.coordinator.get<PeriodDetail>(house.path('periods/2026-11'))).body;
    expect([...items.map((one) => one.organisation.id), ...withoutCharge.map(({ id }) => id)]).not.toContain(gone);
    await house.coordinator.delete(`/api/organisations/${gone}/archival`);
    expect((await fee(house, { organisationId: gone, on: '2026-11-01' })).status).toBe(201);
  });

  it('reach also who has left', async () => {
    const house = await houseWithBooks(api, [rent]);
    const gone = await organisation(house.ground, 'Partis');
    await resides(house.ground, { spaceId: house.id, organisationId: gone, by: house.coordinator.id, to: '2026-10-15' });
    await takesPart(house, gone, 'm2', 31);
    expect((await fee(house, { organisationId: gone, cents: -2000 })).status).toBe(201);
    expect((await statementOf(house, '2026-10', gone)).totalCents).toBe(15 * 850);
    expect((await statementOf(house, '2026-11', gone)).totalCents).toBe(-2000);
  });
});

describe('statements', () => {
  it('are for the admins of the organisation and coordinators; members are refused, others see none', async () => {
    const house = await houseWithBooks(api);
    const neighbour = await person(house.ground, 'Admin-voisins');
    await house.ground.db.query(`INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $2, 'admin')`, [
      house.voisins,
      neighbour.id,
    ]);
    await close(house, '2026-09');
    for (const rest of ['/2026-09', '/2026-09/pdf', '/2026-09/csv', '/2026-10', '']) {
      const path = house.path(`statements/${house.racines}${rest}`);
      const statuses = [house.coordinator, house.admin, house.member, neighbour, house.stranger].map(
        async (who) => (await who.get(path)).status,
      );
      expect([rest, ...(await Promise.all(statuses))]).toEqual([rest, 200, 200, 403, 404, 404]);
    }
    expect((await house.admin.get(house.path('periods/2026-09'))).status).toBe(403);
  });

  it('of an organisation are listed with its drafts, and may be corrected by coordinators only', async () => {
    const house = await houseWithBooks(api);
    await close(house, '2026-09');
    const { body } = await house.admin.get<StatementList>(house.path(`statements/${house.racines}`));
    expect(body.items.map(({ month, state, number }) => [month, state, number])).toEqual([
      ['2026-11', 'running', null],
      ['2026-10', 'open', null],
      ['2026-09', 'closed', '2026-0001'],
    ]);
    const mine = await house.admin.get<{ may: object }>(statementPath(house, '2026-09'));
    expect([mine.body.may, (await statementOf(house, '2026-09')).may]).toEqual([
      { addFee: false, correct: false },
      { addFee: false, correct: true },
    ]);
    for (const month of ['2026-08', '2026-12']) expect((await house.admin.get(statementPath(house, month))).status).toBe(404);
  });

  it('in a house that charges nothing there is this month, empty', async () => {
    const house = await houseWithBooks(api, []);
    expect((await periods(house)).map(({ month, statements }) => [month, statements])).toEqual([['2026-11', 0]]);
  });
});
