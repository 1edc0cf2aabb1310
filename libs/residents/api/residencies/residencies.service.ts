import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationEntity, createOrganisation, lockOrganisation } from '@bota/people/api';
import {
  type NoticeDraft,
  type ResidencyEdit,
  type ResidentDraft,
  type Residency,
  followDates,
  isFarDay,
  occupyFrom,
  residencyStatus,
  whyNotEnd,
  whyNotTerms,
} from '@bota/residents/domain';
import { Clock, record, refuse } from '@bota/shared/api';
import { type SignedIn, can, dateOf, isAdminOf } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { lockBooks } from '../charges/bookkeeper';
import { keepClosedMonths } from './closed-months';
import { hasNamesake, refuseNamesake } from './namesakes';
import { occupy } from './occupancies';
import { openResidency } from './opening';
import { type Queryable, type ResidencyRow, lockResidency, measuresOf, residencyById } from './residency.queries';
import { residencyView } from './residency.view';

export type Asking = { person: SignedIn; space: SpaceEntity; requestId: string };
type Change = Pick<ResidencyEdit, 'from' | 'to' | 'shareKey' | 'shareQuantity' | 'occupies'> & { noticeOn?: string };

@Injectable()
export class ResidenciesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A new organisation, or one the house knows, becomes resident. */
  open(asking: Asking, draft: ResidentDraft): Promise<Residency> {
    const { person, space, requestId } = asking;
    if (!can(person, 'residency:manage', { spaceId: space.id })) refuse('not-allowed');
    this.refuseFar(space, draft);
    refuseTerms(draft);
    return this.db.transaction(async (tx) => {
      const organisationId = await this.organisationOf(tx, asking, draft);
      const { from, to, shareKey, shareQuantity, occupies } = draft;
      const terms = { from, to, shareKey, shareQuantity, occupies };
      const path = draft.organisation ? 'organisation.name' : 'organisationId';
      const id = await openResidency(tx, { spaceId: space.id, organisationId, ...terms, by: person.personId, requestId, path });
      return this.shown(tx, asking, await residencyById(tx, space.id, id));
    });
  }

  async one({ person, space }: Omit<Asking, 'requestId'>, id: string): Promise<Residency> {
    const row = await residencyById(this.db, space.id, id);
    if (!can(person, 'residency:read', { spaceId: space.id, organisationId: row.organisationId })) refuse('not-allowed');
    return this.shown(this.db, { person, space }, row);
  }

  /**
   * Changes dates, share, or what is occupied from a day on; without an end any more, notice is withdrawn. One that has ended is
   * reopened by a later last day, or none: by nothing else, and only while no closed month would have counted it.
   */
  edit(asking: Asking, id: string, edit: ResidencyEdit, version?: number): Promise<Residency> {
    return this.change(asking, id, 'residency.edited', edit, version);
  }

  /** Gives notice: the residency ends on the last day said, and with it what it occupies. */
  giveNotice(asking: Asking, id: string, { on, lastDay }: NoticeDraft, version?: number): Promise<Residency> {
    return this.change(asking, id, 'residency.notice-given', { to: lastDay, noticeOn: on ?? this.today(asking.space) }, version);
  }

  private change(asking: Asking, id: string, kind: string, change: Change, version?: number): Promise<Residency> {
    const { person, space, requestId } = asking;
    if (!can(person, 'residency:manage', { spaceId: space.id })) refuse('not-allowed');
    return this.db.transaction(async (tx) => {
      await lockBooks(tx, space.id);
      const before = await lockResidency(tx, space.id, id);
      if (version !== undefined && version !== before.version) refuse('stale-version', { current: await this.shown(tx, asking, before) });
      const isOver = residencyStatus(before, this.today(space)) === 'ended';
      if (isOver && !isReopening(change)) refuse('residency/ended');
      const after = changed(before, change);
      this.refuseFar(space, { from: change.from, to: change.to, on: change.noticeOn });
      this.refuseEnd(space, after, change);
      refuseTerms(after);
      if (isOver) await refuseReopening(tx, space.id, after);
      if (!change.occupies) await refuseLater(tx, space.id, before, after, kind === 'residency.edited' ? 'to' : 'lastDay');
      await tx.query(UPDATE, [space.id, id, after.from, after.to, after.noticeOn, after.shareKey, after.shareQuantity]);
      const held = followDates(before.occupancies, before, after);
      const wanted = change.occupies ? this.settled(held, change.occupies, after, this.today(space)) : held;
      await occupy(tx, { spaceId: space.id, residencyId: id, isBack: isOver }, before.occupancies, wanted);
      const now = await residencyById(tx, space.id, id);
      await keepClosedMonths(tx, { spaceId: space.id, path: pathOf(change) }, before, now);
      const { organisationId } = before;
      const difference = differenceOf(before, now);
      const told = isOver ? 'residency.reopened' : kind;
      await record(tx, {
        kind: told,
        entityId: id,
        spaceId: space.id,
        personId: person.personId,
        organisationId,
        requestId,
        ...difference,
      });
      return this.shown(tx, asking, now);
    });
  }

  private refuseFar(space: SpaceEntity, { from, to, on }: { from?: string; to?: string | null; on?: string }): void {
    const far = Object.entries({ from, to, on }).filter(([, day]) => day && isFarDay(day, this.today(space)));
    if (far.length > 0) refuse('residency/too-far', { errors: far.map(([path]) => ({ path, message: 'too far away' })) });
  }

  private refuseEnd(space: SpaceEntity, after: ResidencyRow, change: Change): void {
    if (after.to !== null && after.to < after.from) return;
    const fault = whyNotEnd(after, change, this.today(space));
    if (fault) refuse(fault.code, { errors: [{ path: fault.path, message: fault.code }] });
  }

  private settled(
    held: Parameters<typeof occupyFrom>[0],
    { from, items }: NonNullable<Change['occupies']>,
    after: ResidencyRow,
    today: string,
  ) {
    const day = from ?? (today > after.from ? today : after.from);
    if (day < after.from || (after.to !== null && day > after.to))
      refuse('residency/outside-its-dates', { errors: [{ path: 'occupies.from', message: 'not a day of the residency' }] });
    return occupyFrom(held, items, { from: day, to: after.to });
  }

  private async organisationOf(tx: EntityManager, { person, space, requestId }: Asking, draft: ResidentDraft): Promise<string> {
    const spaceId = space.id;
    if (draft.organisation) {
      const cause = { by: person.personId, requestId, now: this.clock.now(), spaceId };
      return createOrganisation(tx, draft.organisation, await tx.query(LOOKS, [spaceId]), cause);
    }
    const id = draft.organisationId ?? '';
    // Whoever coordinates a house manages the people of its residents: nobody is drawn in who was never here and does not ask for it.
    const isKnown = (await tx.query<unknown[]>(LIVED_HERE, [spaceId, id])).length > 0 || isAdminOf(person, id);
    if (!isKnown || !(await tx.existsBy(OrganisationEntity, { id })))
      refuse('residency/unknown-organisation', { errors: [{ path: 'organisationId', message: 'not an organisation of this house' }] });
    return id;
  }

  private async shown(db: Queryable, { person, space }: Pick<Asking, 'person' | 'space'>, row: ResidencyRow): Promise<Residency> {
    const rooms = await measuresOf(db, space.id, row.occupancies);
    return residencyView(row, { actor: person, spaceId: space.id, today: this.today(space), rooms });
  }

  private today = (space: SpaceEntity): string => dateOf(this.clock.now(), space.zone);
}

function changed(before: ResidencyRow, { from, to, noticeOn, shareKey, shareQuantity }: Change): ResidencyRow {
  const last = to === undefined ? before.to : to;
  return {
    ...before,
    from: from ?? before.from,
    to: last,
    noticeOn: last === null ? null : (noticeOn ?? before.noticeOn),
    shareKey: shareKey ?? before.shareKey,
    shareQuantity: shareQuantity === undefined ? before.shareQuantity : shareQuantity,
  };
}

function refuseTerms(terms: Parameters<typeof whyNotTerms>[0]): void {
  const fault = whyNotTerms(terms);
  if (fault) refuse(fault.code, { errors: [{ path: fault.path, message: fault.code }] });
}

/** Nothing that begins after the new last day is taken away without a word. */
async function refuseLater(tx: Queryable, spaceId: string, before: ResidencyRow, after: ResidencyRow, path: string): Promise<void> {
  const { to } = after;
  const lost = before.occupancies.find(({ from }) => to !== null && from > to && from !== before.from);
  if (!lost) return;
  const [room] = await tx.query<{ name: string }[]>('SELECT name FROM room WHERE space_id = $1 AND id = $2', [spaceId, lost.roomId]);
  const message = `${room?.name} is occupied from ${lost.from} on`;
  refuse('residency/occupancies-after', { errors: [{ path, message }], detail: message });
}

/** Only the last day is taken back, or moved. */
const isReopening = ({ to, ...others }: Change) => to !== undefined && Object.values(others).every((value) => value === undefined);

/** Whoever comes back is not put away, and has a name of their own still. */
async function refuseReopening(tx: EntityManager, spaceId: string, { organisationId, from, to }: ResidencyRow): Promise<void> {
  const { archivedAt, name } = (await lockOrganisation(tx, organisationId)) ?? refuse('residency/unknown-organisation');
  if (archivedAt) refuse('organisation/archived');
  if (await hasNamesake(tx, { spaceIds: [spaceId], organisationId, name, from, to })) refuseNamesake('to');
}

/** What of a change reaches into months. */
function pathOf({ occupies, from, noticeOn }: Change): string {
  if (occupies) return 'occupies.from';
  if (from !== undefined) return 'from';
  return noticeOn === undefined ? 'to' : 'lastDay';
}

const TERMS = ['from', 'to', 'noticeOn', 'shareKey', 'shareQuantity', 'occupancies'] as const;

/** Only what changed, for the log. */
function differenceOf(before: ResidencyRow, after: ResidencyRow) {
  const names = TERMS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const of = (row: ResidencyRow) => Object.fromEntries(names.map((name) => [name, row[name]]));
  return { before: of(before), after: of(after) };
}

const UPDATE = `
  UPDATE residency SET during = daterange($3, $4, '[]'), notice_on = $5, share_key = $6, share_quantity = $7, version = version + 1
  WHERE space_id = $1 AND id = $2`;
const LIVED_HERE = 'SELECT FROM residency WHERE space_id = $1 AND organisation_id = $2 LIMIT 1';
const LOOKS = `
  SELECT o.hue, o.pattern FROM residency r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.space_id = $1 GROUP BY o.id`;
