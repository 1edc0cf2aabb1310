import { verifyLog } from '@bota/shared/api';
import { useApi } from './api.fixture';
import { charged, close, fee, houseWithBooks, periods, rent, secondCoordinator, statementOf } from './charges.fixture';
import { useMailServer } from './mail.fixture';
import { titlesTo } from './notifications.fixture';
import { organisation } from './people.fixture';

const env: Record<string, string> = {};
const mail = useMailServer(env);
const api = useApi(env);

describe('closing a month', () => {
  it('freezes all statements, numbered by name; what changes afterwards changes only what is open', async () => {
    const house = await houseWithBooks(api);
    const draft = await statementOf(house, '2026-09');
    expect([draft.state, draft.number, draft.lines.map(({ cents }) => cents)]).toEqual(['open', null, [17_000, 57_143]]);
    const { status, body } = await close(house, '2026-09');
    expect([status, body.period.state, body.period.statements, body.period.totalCents]).toEqual([201, 'closed', 2, 117_000]);
    expect(body.items.map(({ number, organisation }) => [number, organisation.name])).toEqual([
      ['2026-0001', 'Racines'],
      ['2026-0002', 'Voisins'],
    ]);
    await charged(house, { label: { fr: 'Internet' }, terms: { how: 'rate', rates: { m2: 100 } } });
    await house.ground.db.query(`UPDATE organisation SET name = 'Racines nouvelles' WHERE id = $1`, [house.racines]);
    const closed = await statementOf(house, '2026-09');
    expect([closed.state, closed.number, closed.totalCents, closed.billedTo.name, closed.closedOn]).toEqual([
      ...['closed', '2026-0001', 74_143, 'Racines', '2026-11-25'],
    ]);
    expect((await statementOf(house, '2026-10')).lines.map(({ label }) => label['fr'])).toEqual(['Loyer', 'Charges communes', 'Internet']);
  });

  it('happens once, also by two coordinators at once, and numbers go on without a gap', async () => {
    const house = await houseWithBooks(api);
    const second = await secondCoordinator(house);
    for (const month of ['2026-09', '2026-10']) {
      const answers = await Promise.all([house.coordinator, second, house.coordinator, second].map((who) => close(house, month, who)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.code === 'period/already-closed')).toBe(true);
    }
    const numbers = await house.ground.db.query('SELECT number FROM statement WHERE space_id = $1 ORDER BY number', [house.id]);
    expect(numbers.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
    const [{ count }] = await house.ground.db.query(`SELECT count(*)::int FROM log WHERE space_id = $1 AND kind = 'period.closed'`, [
      house.id,
    ]);
    expect(count).toBe(2);
    expect(await verifyLog(api.db)).toBeNull();
  });

  it('waits until the month has ended in the house, and for the months before it', async () => {
    const house = await houseWithBooks(api);
    expect((await close(house, '2026-11')).body.code).toBe('period/not-ended');
    expect((await close(house, '2026-10')).body.code).toBe('period/out-of-order');
    expect((await close(house, '2026-08')).status).toBe(404);
    expect((await close(house, '2026-9')).status).toBe(400);
    expect((await periods(house)).map(({ month, state, may }) => [month, state, may.close])).toEqual([
      ['2026-11', 'running', false],
      ['2026-10', 'open', false],
      ['2026-09', 'open', true],
    ]);
    api.setNow('2026-11-30T22:59:59Z');
    await close(house, '2026-09');
    await close(house, '2026-10');
    expect((await close(house, '2026-11')).body.code).toBe('period/not-ended');
    api.setNow('2026-11-30T23:00:00Z');
    expect((await close(house, '2026-11')).status).toBe(201);
  });

  it('is for coordinators of the house', async () => {
    const [house, other] = [await houseWithBooks(api), await api.house()];
    for (const who of [house.member, house.admin, house.stranger, other.coordinator])
      expect((await close(house, '2026-09', who)).status).toBe(403);
    expect((await periods(house)).some(({ state }) => state === 'closed')).toBe(false);
  });

  it('begins anew at 1 with the year', async () => {
    const house = await houseWithBooks(api, [{ ...rent, from: '2026-12' }], '2027-02-01T09:00:00Z');
    const [year, next] = [await close(house, '2026-12'), await close(house, '2027-01')];
    expect([year, next].map(({ body }) => body.items[0]?.number)).toEqual(['2026-0001', '2027-0001']);
  });

  it('with a fee that arrives meanwhile, the fee is on the statement or in an open month, and never lost', async () => {
    const house = await houseWithBooks(api);
    const [closing, ...fees] = await Promise.all([
      close(house, '2026-09'),
      ...Array.from({ length: 6 }, () => fee(house, { on: '2026-09-30' })),
    ]);
    expect(closing.status).toBe(201);
    const kept = fees.filter(({ status }) => status === 201).length;
    expect(fees.every(({ status, body }) => status === 201 || body.code === 'fee/month-closed')).toBe(true);
    expect((await statementOf(house, '2026-09')).lines.filter(({ kind }) => kind === 'fee')).toHaveLength(kept);
  });

  it('tells the admins of each organisation by letter, in their language', async () => {
    const house = await houseWithBooks(api);
    await house.ground.db.query(`UPDATE person SET language = 'nl' WHERE id = $1`, [house.admin.id]);
    await close(house, '2026-09');
    const [letter, ...others] = await mail.to(house.admin.email);
    expect(letter?.subject).toBe('Uw afrekening van september 2026 is klaar');
    expect(await titlesTo(house, house.admin)).toEqual(['Uw afrekening van september 2026 is klaar']);
    expect(letter?.text?.replace(/\s/g, ' ')).toContain('€ 741,43');
    expect(letter?.text).toMatch(new RegExp(`/${house.slug}/residents/racines-[-0-9a-f]+/statements/2026-09`));
    expect(others).toEqual([]);
  });
});

describe('what is closed', () => {
  const TAMPERING = [
    ['a line', 'UPDATE statement_line SET cents = 1 WHERE space_id = $1'],
    ['a line taken away', 'DELETE FROM statement_line WHERE space_id = $1'],
    ['a statement', `UPDATE statement SET organisation_name = 'X' WHERE space_id = $1`],
    ['a number', 'UPDATE statement SET number = number + 10 WHERE space_id = $1'],
    ['a statement taken away', 'DELETE FROM statement WHERE space_id = $1'],
    ['a period opened again', 'DELETE FROM closed_period WHERE space_id = $1'],
    [
      'a line slipped in',
      `INSERT INTO statement_line (space_id, id, statement_id, position, kind, label, cents)
      SELECT space_id, gen_random_uuid(), id, 99, 'fee', '{"fr":"X"}', 1 FROM statement WHERE space_id = $1`,
    ],
    [
      'two lines that cancel out',
      `INSERT INTO statement_line (space_id, id, statement_id, position, kind, label, cents)
      SELECT space_id, gen_random_uuid(), id, 99 + n, 'fee', '{"fr":"X"}', n FROM statement, unnest(ARRAY[-1, 1]) n WHERE space_id = $1`,
    ],
    [
      'a statement slipped in',
      `INSERT INTO statement (space_id, id, month, organisation_id, year, number, house_name, house_address,
        organisation_name, lines, total_cents, currency)
      SELECT space_id, gen_random_uuid(), month, (SELECT id FROM organisation WHERE slug LIKE 'autre-%' LIMIT 1), year, 3, '', '', 'X', 1, 1, 'EUR'
      FROM statement WHERE space_id = $1 AND number = 2`,
    ],
    [
      'a period with a gap in its numbers',
      `WITH period AS (INSERT INTO closed_period (space_id, month, closed_at, closed_by, statements, total_cents)
        SELECT space_id, '2026-10-01', closed_at, closed_by, 1, 1 FROM closed_period WHERE space_id = $1 RETURNING space_id, month),
      head AS (INSERT INTO statement (space_id, id, month, organisation_id, year, number, house_name, house_address, organisation_name, lines,
        total_cents, currency) SELECT s.space_id, gen_random_uuid(), '2026-10-01', s.organisation_id, 2026, 9, '', '', 'X', 1, 1, 'EUR'
        FROM statement s, period WHERE s.space_id = $1 AND s.number = 1 RETURNING space_id, id)
      INSERT INTO statement_line (space_id, id, statement_id, position, kind, label, cents)
        SELECT space_id, gen_random_uuid(), id, 1, 'fee', '{"fr":"X"}', 1 FROM head`,
    ],
    [
      'a fee of a closed month',
      `INSERT INTO fee (space_id, id, organisation_id, day, label, cents, created_at)
      SELECT space_id, gen_random_uuid(), organisation_id, '2026-09-01', '{"fr":"X"}', 1, now() FROM statement WHERE space_id = $1`,
    ],
  ] as const;

  it('never changes, whoever writes to the database', async () => {
    const house = await houseWithBooks(api);
    await organisation(house.ground, 'Autre');
    await close(house, '2026-09');
    const read = () => house.coordinator.get(house.path('periods/2026-09/csv'));
    const before = (await read()).text;
    for (const [what, sql] of TAMPERING) {
      const refused = await house.ground.db.query(sql, [house.id]).then(
        () => 'written',
        ({ driverError }: { driverError: { code: string } }) => driverError.code,
      );
      expect([what, refused]).toEqual([what, expect.stringMatching(/^(B7503|B7504|23503)$/)]);
    }
    for (const table of ['closed_period', 'statement', 'statement_line']) {
      await expect(house.ground.db.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('never changes');
    }
    expect((await read()).text).toBe(before);
  });
});
