import type { Outline } from '@bota/spaces/domain';

type Size = { width: number; height: number };
const LEAST = 2;
const FRESH = { width: 18, height: 14 };

const within = (value: number, least: number, most: number) => Math.min(Math.max(Math.round(value), least), Math.max(least, most));

/** The box on whole units, inside its floor, and never too small to be seen. */
export function snapped({ x, y, width, height }: Outline, floor: Size): Outline {
  const size = { width: within(width, LEAST, floor.width), height: within(height, LEAST, floor.height) };
  return { x: within(x, 0, floor.width - size.width), y: within(y, 0, floor.height - size.height), ...size };
}

const touch = (a: Outline, b: Outline) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where a room that lies nowhere is put: the first place from the top left where it covers no other. */
export function freePlace(others: readonly Outline[], floor: Size): Outline {
  for (let y = 1; y + FRESH.height < floor.height; y += 2) {
    for (let x = 1; x + FRESH.width < floor.width; x += 2) {
      const place = { x, y, ...FRESH };
      if (!others.some((other) => touch(place, other))) return place;
    }
  }
  return snapped({ x: 0, y: 0, ...FRESH }, floor);
}

const STEPS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The box after an arrow key: a step further, or with Shift a step larger or smaller. Null for other keys. */
export function stepped(outline: Outline, { key, shiftKey }: { key: string; shiftKey: boolean }, floor: Size): Outline | null {
  const step = STEPS[key];
  if (!step) return null;
  const [dx, dy] = step;
  const { x, y, width, height } = outline;
  return snapped(shiftKey ? { x, y, width: width + dx, height: height + dy } : { x: x + dx, y: y + dy, width, height }, floor);
}
