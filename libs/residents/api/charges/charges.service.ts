import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Charge,
  type ChargeDraft,
  type ChargeList,
  type ChargeTerms,
  firstDayOf,
  isAllClosed,
  isTooFar,
  lastDayOf,
  nextOpen,
} from '@bota/residents/domain';
import { Clock, breaks, newId, record, refuse } from '@bota/shared/api';
import { type Asking, onlyCoordinators } from './asking';
import { Bookkeeper, lockBooks } from './bookkeeper';
import { CHARGES } from './charges.queries';

/** What the house asks of its residents every month. */
@Injectable()
export class ChargesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly bookkeeper: Bookkeeper,
  ) {}

  async list(asking: Asking): Promise<ChargeList> {
    onlyCoordinators(asking);
    return { items: await this.db.query(CHARGES, [asking.space.id]) };
  }

  create(asking: Asking, draft: ChargeDraft): Promise<Charge> {
    onlyCoordinators(asking);
    this.keepNear(asking, draft);
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, asking.space.id);
      if (isAllClosed(draft, await this.bookkeeper.closing(tx, asking.space))) refuseClosed();
      return addCharge(tx, asking, draft, this.clock.now());
    });
  }

  /** Writes the charge anew; months that are closed stay as they are. */
  edit(asking: Asking, id: string, draft: ChargeDraft, version?: number): Promise<Charge> {
    onlyCoordinators(asking);
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, asking.space.id);
      const before = await chargeOf(tx, asking.space.id, id);
      if (version !== undefined && version !== before.version) refuse('stale-version', { current: before });
      if (draft.from !== before.from) this.keepNear(asking, draft);
      // One that was charged until now may be ended in a closed month: nothing is charged from the first open one on.
      const closing = await this.bookkeeper.closing(tx, asking.space);
      const counts = !isAllClosed(before, closing) && nextOpen(closing) > before.from;
      if (isAllClosed(draft, closing) && !counts) refuseClosed();
      await tx.query(UPDATE, [asking.space.id, id, ...valuesOf(draft)]);
      const after = await chargeOf(tx, asking.space.id, id);
      await record(tx, { kind: 'charge.edited', entityId: id, ...by(asking), before: facts(before), after: facts(after) });
      return after;
    });
  }

  /** Takes away what no closed statement rests on. */
  remove(asking: Asking, id: string): Promise<void> {
    onlyCoordinators(asking);
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, asking.space.id);
      const before = await chargeOf(tx, asking.space.id, id);
      await tx.query('DELETE FROM charge WHERE space_id = $1 AND id = $2', [asking.space.id, id]).catch((error: unknown) => {
        if (breaks(error, 'statement_line_charge')) refuse('charge/used');
        throw error;
      });
      await record(tx, { kind: 'charge.removed', entityId: id, ...by(asking), before: facts(before) });
    });
  }

  private keepNear({ space }: Asking, { from }: ChargeDraft): void {
    if (isTooFar(from, this.bookkeeper.today(space))) refuse('period/too-far', { errors: [{ path: 'from', message: 'too far away' }] });
  }
}

const refuseClosed = () => refuse('charge/months-closed', { errors: [{ path: 'to', message: 'every month until then is closed' }] });

/** Writes a charge into the books of a house. */
export async function addCharge(tx: EntityManager, asking: Asking, draft: ChargeDraft, now: Date): Promise<Charge> {
  const id = newId();
  await lockBooks(tx, asking.space.id);
  await tx.query(INSERT, [asking.space.id, id, ...valuesOf(draft), now]);
  const charge = await chargeOf(tx, asking.space.id, id);
  await record(tx, { kind: 'charge.created', entityId: id, ...by(asking), after: facts(charge) });
  return charge;
}

async function chargeOf(tx: EntityManager, spaceId: string, id: string): Promise<Charge> {
  const charges: Charge[] = await tx.query(CHARGES, [spaceId]);
  return charges.find((charge) => charge.id === id) ?? refuse('not-found');
}

export const by = ({ person, space, requestId }: Asking) => ({ spaceId: space.id, personId: person.personId, requestId });
const facts = ({ label, from, to, terms }: Charge) => ({ label, from, to, how: terms.how, ...factsOf(terms) });
const factsOf = (terms: ChargeTerms) =>
  terms.how === 'rate' ? named(terms.rates, 'Cents') : { totalCents: terms.totalCents, ...named(terms.weights, 'Weight') };
const named = (values: object, unit: string) => Object.fromEntries(Object.entries(values).map(([key, value]) => [`${key}${unit}`, value]));
const valuesOf = ({ label, from, to, terms }: ChargeDraft) => [
  JSON.stringify(label),
  firstDayOf(from),
  to === null ? null : lastDayOf(to),
  JSON.stringify(terms),
];

const INSERT = `
  INSERT INTO charge (space_id, id, label, during, terms, created_at) VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7)`;
const UPDATE = `
  UPDATE charge SET label = $3, during = daterange($4, $5, '[]'), terms = $6, version = version + 1 WHERE space_id = $1 AND id = $2`;
