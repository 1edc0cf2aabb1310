import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOrganisation } from '@bota/people/api';
import {
  type CorrectionDraft,
  type Fee,
  type FeeDraft,
  type FeePlaced,
  correctionDate,
  isTooFar,
  monthOf,
  nextOpen,
} from '@bota/residents/domain';
import { Clock, newId, record, refuse } from '@bota/shared/api';
import { dateOf } from '@bota/shared/domain';
import { type Asking, onlyCoordinators } from './asking';
import { Bookkeeper, lockBooks } from './bookkeeper';
import { CORRECTED } from './charges.queries';
import { by } from './charges.service';

type NewFee = Omit<Fee, 'id'>;

/** Single lines that a coordinator adds for an organisation, and corrections of closed ones. */
@Injectable()
export class FeesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly bookkeeper: Bookkeeper,
  ) {}

  /** Adds a line in the month of its date, which must be open. */
  add(asking: Asking, draft: FeeDraft): Promise<FeePlaced> {
    onlyCoordinators(asking);
    const month = monthOf(draft.on);
    if (isTooFar(month, this.bookkeeper.today(asking.space)))
      refuse('period/too-far', { errors: [{ path: 'on', message: 'too far away' }] });
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, asking.space.id);
      await mustLiveHere(tx, asking.space.id, draft.organisationId);
      await refuseArchived(tx, asking, draft);
      const closing = await this.bookkeeper.closing(tx, asking.space);
      if (closing.lastClosed !== null && month < nextOpen(closing)) refuse('fee/month-closed');
      return addFee(tx, asking, { ...draft, correctsId: null }, this.clock.now());
    });
  }

  /** Corrects a closed line by a new one in the first month that is open. */
  correct(asking: Asking, lineId: string, { label, cents }: CorrectionDraft): Promise<FeePlaced> {
    onlyCoordinators(asking);
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, asking.space.id);
      const [line] = (await tx.query(CORRECTED, [asking.space.id, [lineId]])) as { organisationId: string }[];
      const { organisationId } = line ?? refuse('not-found');
      const on = correctionDate(await this.bookkeeper.closing(tx, asking.space), this.bookkeeper.today(asking.space));
      return addFee(tx, asking, { organisationId, on, label, cents, correctsId: lineId }, this.clock.now());
    });
  }

  /** Takes a line back while its month is open. */
  withdraw(asking: Asking, id: string): Promise<void> {
    onlyCoordinators(asking);
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, asking.space.id);
      const [fee] = (await tx.query(FEE, [asking.space.id, id])) as NewFee[];
      const { organisationId, ...before } = fee ?? refuse('not-found');
      const closing = await this.bookkeeper.closing(tx, asking.space);
      if (monthOf(before.on) < nextOpen(closing)) refuse('fee/month-closed');
      await tx.query('DELETE FROM fee WHERE space_id = $1 AND id = $2', [asking.space.id, id]);
      await record(tx, { kind: 'fee.withdrawn', entityId: id, ...by(asking), organisationId, before });
    });
  }
}

/** Writes a fee into the books; its month is open. */
export async function addFee(tx: EntityManager, asking: Asking, fee: NewFee, now: Date): Promise<FeePlaced> {
  const id = newId();
  const { organisationId, on, label, cents, correctsId } = fee;
  await tx.query(INSERT, [asking.space.id, id, organisationId, on, JSON.stringify(label), cents, correctsId, now]);
  const kind = correctsId ? 'statement.corrected' : 'fee.added';
  const after = { on, label, cents, ...(correctsId && { correctsId }) };
  await record(tx, { kind, entityId: id, ...by(asking), organisationId, after });
  return { id, month: monthOf(on) };
}

async function mustLiveHere(tx: EntityManager, spaceId: string, organisationId: string): Promise<void> {
  const found = await tx.query('SELECT FROM residency WHERE space_id = $1 AND organisation_id = $2 LIMIT 1', [spaceId, organisationId]);
  if (found.length === 0) refuse('fee/not-a-resident', { errors: [{ path: 'organisationId', message: 'never resident of this house' }] });
}

/** Whoever is put away owes what was before, and nothing of the months that follow. */
async function refuseArchived(tx: EntityManager, { space }: Asking, { organisationId, on }: FeeDraft): Promise<void> {
  const organisation = await lockOrganisation(tx, organisationId);
  if (!organisation?.archivedAt || monthOf(on) <= monthOf(dateOf(organisation.archivedAt, space.zone))) return;
  refuse('organisation/archived', { errors: [{ path: 'organisationId', message: 'archived before this month' }] });
}

const INSERT = `
  INSERT INTO fee (space_id, id, organisation_id, day, label, cents, corrects_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const FEE = `
  SELECT organisation_id AS "organisationId", to_char(day, 'YYYY-MM-DD') AS "on", label, cents, corrects_id AS "correctsId"
  FROM fee WHERE space_id = $1 AND id = $2`;
