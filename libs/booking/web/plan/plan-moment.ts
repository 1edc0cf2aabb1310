import { addMinutes, dateOf, readTime, wallOf } from '@bota/shared/domain';
import type { Room } from '@bota/spaces/domain';
import { lengthIn } from '../rooms/verdict';
import { wishFrom } from '../rooms/wish';

/** The moment a plan is looked at: chosen in the address, else the present one. `time` is a wall time of the house. */
export type PlanMoment = { date: string; time: string; at: Date; isChosen: boolean };

const MORNING = '09:00';

/** Reads the address: a day without a time is its morning, a time without a day is today's. */
export function planMoment(params: { date?: string; time?: string }, now: Date, zone: string): PlanMoment {
  const { date, from: time } = wishFrom({ date: params.date, from: params.time });
  if (!date && !time) return { date: dateOf(now, zone), time: wallOf(now, zone).slice(11, 16), at: now, isChosen: false };
  const chosen = { date: date ?? dateOf(now, zone), time: time ?? MORNING };
  return { ...chosen, at: readTime(`${chosen.date}T${chosen.time}`, zone).instant, isChosen: true };
}

/** What to book there from the moment on: an hour, or as long as the room wants or allows, or as it stays free. */
export function slotAt({ rules }: Pick<Room, 'rules'>, at: Date, until: Date): { start: Date; end: Date } {
  const end = addMinutes(at, lengthIn({ rules }, 60));
  return { start: at, end: end < until ? end : until };
}
