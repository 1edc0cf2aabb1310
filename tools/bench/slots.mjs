// Times that are free: after the history, each handed out once. The kinds keep to days of their own, so they never meet.
const KINDS = ['http', 'write', 'insert', 'storm'];
const HOURS = 13; // 07:00 to 19:00, an hour or two apart from the series at 22:00 in either zone
const FIRST_DAY = 30;
const DAY_MS = 86_400_000;

/** Hands out `{ roomId, start, end }` with wall times; of bare statements the wall is UTC, which is as good as any. */
export function slotsOf(house) {
  const midnight = new Date().setUTCHours(0, 0, 0, 0);
  const next = Object.fromEntries([...KINDS, 'series'].map((kind) => [kind, 0]));
  const at = (day, hour) => new Date(midnight + day * DAY_MS + hour * 3_600_000).toISOString().slice(0, 16);
  const rooms = house.roomIds.length;
  const room = (number) => house.roomIds[number % rooms];
  return {
    once(kind) {
      const number = next[kind]++;
      const hours = Math.floor(number / rooms);
      const day = FIRST_DAY + KINDS.length * Math.floor(hours / HOURS) + KINDS.indexOf(kind);
      return { roomId: room(number), start: at(day, 7 + (hours % HOURS)), end: at(day, 8 + (hours % HOURS)) };
    },
    /** Weekly from here, 22:00 to 23:00 (bare: an hour or two later, at 22:00 UTC, on another weekday). */
    weekly(isBare) {
      const number = next.series++;
      const day = FIRST_DAY + (Math.floor(number / rooms) % 3) * 2 + (isBare ? 1 : 0);
      return { roomId: room(number), start: at(day, 22), end: at(day, 23) };
    },
  };
}
