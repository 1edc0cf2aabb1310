import type { Layout } from '@bota/spaces/domain';

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number; radius: number };
export type Plan = { furniture: Box[]; seats: Point[] };

/** The drawing's size and its walls; seats have a radius of 5. */
export const VIEW = { width: 320, height: 200, wall: 14 } as const;
const SEAT_GAP = 17;
const CENTRE: Point = { x: 160, y: 102 };

const box = (x: number, y: number, width: number, height: number, radius = 4): Box => ({ x, y, width, height, radius });
const SCREEN = box(110, 26, 100, 10);

/** `n` places on a line of this length about its middle, in tenths so that the drawing stays small. */
const spread = (n: number, length: number, middle: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.round((middle + (length * (i + 0.5)) / n - length / 2) * 10) / 10);

/** Seats on both long sides of a table, and at its ends from six on. */
function around(table: Box, n: number): Point[] {
  const ends = n >= 6 ? 2 : 0;
  const above = Math.ceil((n - ends) / 2);
  const middle = table.x + table.width / 2;
  const halfway = table.y + table.height / 2;
  return [
    ...spread(above, table.width, middle).map((x) => ({ x, y: table.y - 12 })),
    ...spread(n - ends - above, table.width, middle).map((x) => ({ x, y: table.y + table.height + 12 })),
    ...(ends ? [table.x - 12, table.x + table.width + 12].map((x) => ({ x, y: halfway })) : []),
  ];
}

function theatre(n: number): Plan {
  const perRow = Math.min(14, Math.max(4, 2 * Math.ceil(Math.sqrt(n * 2.2) / 2)));
  const rows = Math.ceil(n / perRow);
  const seats = Array.from({ length: n }, (_, i) => {
    const row = Math.floor(i / perRow);
    const inRow = row === rows - 1 ? n - row * perRow : perRow;
    const place = (i % perRow) - (inRow - 1) / 2;
    return { x: CENTRE.x + place * SEAT_GAP + Math.sign(place) * 7, y: 60 + row * 21 };
  });
  return { furniture: [SCREEN], seats };
}

function classroom(n: number): Plan {
  const desks = Math.ceil(n / 2);
  const rows = Math.ceil(desks / 4);
  const step = Math.min(42, 132 / rows);
  const at = (i: number) => ({ x: 62 + (i % 4) * 53, y: 48 + Math.floor(i / 4) * step });
  return {
    furniture: [SCREEN, ...Array.from({ length: desks }, (_, i) => box(at(i).x, at(i).y, 38, 10, 3))],
    seats: Array.from({ length: n }, (_, i) => ({ x: at(i >> 1).x + (i % 2 ? 28 : 10), y: at(i >> 1).y + 17 })),
  };
}

function circle(n: number): Plan {
  const outer = Math.min(n, 30);
  const ring = (count: number, width: number, height: number) =>
    Array.from({ length: count }, (_, i) => {
      const angle = (2 * Math.PI * i) / count - Math.PI / 2;
      return { x: Math.round(CENTRE.x + width * Math.cos(angle)), y: Math.round(CENTRE.y + height * Math.sin(angle)) };
    });
  const size = Math.min(1, 0.55 + n / 40);
  return { furniture: [], seats: [...ring(outer, 108 * size, 68 * size), ...ring(n - outer, 76, 44)] };
}

function table(n: number): Plan {
  const width = Math.min(232, Math.max(56, Math.ceil((n - 2) / 2) * 23));
  const one = box(CENTRE.x - width / 2, 80, width, 44, 8);
  return { furniture: [one], seats: around(one, n) };
}

function kitchen(n: number): Plan {
  const width = Math.min(190, Math.max(48, Math.ceil((n - 2) / 2) * 24));
  const eating = box(176 - width / 2, 98, width, 40, 6);
  return { furniture: [box(24, 24, 272, 22), box(24, 46, 22, 80), eating], seats: around(eating, n) };
}

function workshop(n: number): Plan {
  const benches = Math.max(1, Math.ceil(n / 4));
  const columns = Math.min(3, Math.ceil(benches / 2)) || 1;
  const per = (i: number) => Math.floor(n / benches) + (i < n % benches ? 1 : 0);
  const places = spread(columns, columns * 84, CENTRE.x).map((x) => x - 29);
  const bench = (i: number) => box(places[i % columns] ?? 0, 74 + Math.floor(i / columns) * 62, 58, 18, 3);
  const all = Array.from({ length: benches }, (_, i) => bench(i));
  return { furniture: [box(24, 24, 272, 16), ...all], seats: all.flatMap((one, i) => around(one, Math.min(per(i), 4))) };
}

function booth(n: number): Plan {
  const desk = box(120, 78, 80, 30, 6);
  return { furniture: [desk], seats: around(desk, n) };
}

function lounge(n: number): Plan {
  const sofas = [box(76, 70, 22, 68, 8), box(222, 70, 22, 68, 8), box(116, 152, 88, 22, 8)];
  const share = (i: number) => Math.floor(n / 3) + (i < n % 3 ? 1 : 0);
  return {
    furniture: [...sofas, box(126, 84, 68, 40, 20)],
    seats: [
      ...spread(share(0), 68, 104).map((y) => ({ x: 87, y })),
      ...spread(share(1), 68, 104).map((y) => ({ x: 233, y })),
      ...spread(share(2), 88, CENTRE.x).map((x) => ({ x, y: 163 })),
    ],
  };
}

/** How each layout is drawn, and how many seats fit into the drawing. */
const DRAWINGS: Record<Layout, { draw: (n: number) => Plan; most: number }> = {
  theatre: { draw: theatre, most: 80 },
  classroom: { draw: classroom, most: 40 },
  circle: { draw: circle, most: 50 },
  table: { draw: table, most: 24 },
  kitchen: { draw: kitchen, most: 20 },
  workshop: { draw: workshop, most: 24 },
  booth: { draw: booth, most: 6 },
  lounge: { draw: lounge, most: 12 },
};

/** A drawing of a room from above: furniture of its layout, as many seats as it has places or the drawing can hold. */
export function planOf(layout: Layout, capacity: number | null): Plan {
  const { draw, most } = DRAWINGS[layout];
  return draw(Math.max(1, Math.min(capacity ?? 6, most)));
}
