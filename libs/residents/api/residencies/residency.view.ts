import { type Residency, type RoomMeasures, residencyStatus, shareOf } from '@bota/residents/domain';
import { type Actor, can } from '@bota/shared/domain';
import type { ResidencyRow } from './residency.queries';

type Reading = { actor: Actor; spaceId: string; today: string; rooms: readonly RoomMeasures[] };

/** A residency as its members and coordinators see it. */
export function residencyView(row: ResidencyRow, { actor, spaceId, today, rooms }: Reading): Residency {
  const status = residencyStatus(row, today);
  const isCoordinator = can(actor, 'residency:manage', { spaceId });
  const mayManage = isCoordinator && status !== 'ended';
  return {
    ...row,
    status,
    share: shareOf(row, row.occupancies, rooms, dayOf(row, status, today)),
    may: {
      edit: mayManage,
      giveNotice: mayManage && row.noticeOn === null,
      reopen: isCoordinator && (status === 'ended' || row.noticeOn !== null),
      settle: can(actor, 'residency:settle', { spaceId, organisationId: row.organisationId }),
    },
  };
}

/** The day that stands for a residency: today while it lasts, else its first or last day. */
export function dayOf(row: Pick<ResidencyRow, 'from' | 'to'>, status: Residency['status'], today: string): string {
  if (status === 'planned') return row.from;
  return status === 'ended' ? (row.to ?? today) : today;
}
