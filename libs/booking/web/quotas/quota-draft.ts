import { type Quota, QuotaDraft, type QuotaDraftInput } from '@bota/booking/domain';
import { readEnd, readStart } from '../manage/week-draft';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A quota as it is typed: hours or bookings as text. */
export type QuotaForm = {
  most: string;
  counts: Quota['counts'];
  per: Quota['per'];
  isOfRooms: boolean;
  roomIds: string[];
  isPrime: boolean;
  weekdays: number[];
  from: string;
  to: string;
  /** Windows beyond the first one are kept as they are. */
  others: Quota['prime'];
  exceptions: { organisationId: string; most: string; isUnlimited: boolean }[];
};

export function quotaForm(quota: Quota | null): QuotaForm {
  const { counts = 'minutes', per = 'month', limit, roomIds = [], prime = [], exceptions = [] } = quota ?? {};
  const [first, ...others] = prime;
  const { weekdays = [1, 2, 3, 4, 5], from = '18:00', to = '22:00' } = first ?? {};
  return {
    ...{ counts, per, roomIds, weekdays, from, to, others },
    most: limit === undefined ? '' : typed(counts, limit),
    isOfRooms: roomIds.length > 0,
    isPrime: first !== undefined,
    exceptions: exceptions.map(({ organisationId, limit: own }) => ({
      organisationId,
      most: own === null ? '' : typed(counts, own),
      isUnlimited: own === null,
    })),
  };
}

const typed = (counts: Quota['counts'], limit: number) => String(counts === 'minutes' ? Math.round((limit / 60) * 100) / 100 : limit);

/** Hours of any fraction become whole minutes; what is no number is NaN, which no quota takes. */
function limitOf(counts: Quota['counts'], text: string): number {
  const amount = text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
  return counts === 'minutes' ? Math.round(amount * 60) : amount;
}

/** The form on the wire. */
export function quotaDraftOf(form: QuotaForm): QuotaDraftInput {
  const { counts, per, weekdays, from, to, others } = form;
  return {
    ...{ counts, per, limit: limitOf(counts, form.most) },
    roomIds: form.isOfRooms ? form.roomIds : [],
    prime: form.isPrime
      ? [{ weekdays: weekdays.toSorted((a, b) => a - b), from: readStart(from) ?? '', to: readEnd(to) ?? '' }, ...others]
      : [],
    exceptions: form.exceptions.map(({ organisationId, most, isUnlimited }) => ({
      organisationId,
      limit: isUnlimited ? null : limitOf(counts, most),
    })),
  };
}

/** What must be repaired: the id of the field, and the key of the sentence under `manage.quotas.wrong`. */
export type QuotaFault = { field: string; message: string };

/** Faults in the order of the page, each field once: the contract judges, here it is said of which field. */
export function quotaFaults(form: QuotaForm): QuotaFault[] {
  const chosen = form.isOfRooms && form.roomIds.length === 0 ? [{ field: 'quota-rooms', message: 'rooms' }] : [];
  const issues = QuotaDraft.safeParse(quotaDraftOf(form)).error?.issues ?? [];
  const faults = issues.map(({ path }) => faultOf(path.map(String)));
  const order = ['limit', 'rooms', 'days', 'hours', 'exception', 'twice'];
  const all = [...faults, ...chosen].toSorted((a, b) => order.indexOf(a.message) - order.indexOf(b.message));
  return [...new Map(all.map((fault) => [fault.field, fault])).values()];
}

function faultOf([rule, at, part]: string[]): QuotaFault {
  if (rule === 'limit') return { field: 'quota-most', message: 'limit' };
  if (rule === 'prime')
    return part === 'weekdays' ? { field: 'quota-days', message: 'days' } : { field: `quota-${part}`, message: 'hours' };
  return at === undefined ? { field: 'quota-exceptions', message: 'twice' } : { field: `quota-exception-${at}`, message: 'exception' };
}
