import { addMinutes, readTime, wallOf } from '@bota/shared/domain';

/** Reads a clock time as people type it (`9`, `930`, `9h30`, `9:30`, `09.30`) into `09:30`; null when it is none. */
export function readClock(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*(?:[:hHuU.]\s*(\d{0,2})|(\d{2}))?\s*$/.exec(text);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] || match[3] || 0)];
  return hours < 24 && minutes < 60 ? written(hours * 60 + minutes) : null;
}

/** The clock time so many minutes later, within the day. */
export function laterClock(clock: string, minutes: number): string {
  const [h, m] = clock.split(':').map(Number) as [number, number];
  return written(Math.min(Math.max(h * 60 + m + minutes, 0), 23 * 60 + 59));
}

/** The wall time `YYYY-MM-DDTHH:mm` so many minutes later on the clock. */
export function laterWall(wall: string, minutes: number): string {
  return addMinutes(readTime(`${wall.slice(0, 16)}Z`, 'UTC').instant, minutes)
    .toISOString()
    .slice(0, 16);
}

/** The next full hour, as the clocks of a zone show it. */
export const nextHour = (now: Date, zone: string): string => laterWall(`${wallOf(now, zone).slice(0, 13)}:00`, 60);

const written = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
