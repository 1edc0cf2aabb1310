// Counts how often one request goes to the database, by listening between the API and PostgreSQL.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../launcher/serve.mjs';
import { openConnection } from './connection.mjs';
import { weekByHttp } from './reads.mjs';
import { median } from './rounds.mjs';
import { apiOnly } from './site.mjs';
import { bookByHttp } from './writes.mjs';

const TURNS = 15;

/** Round trips of one booking and of one week, from the request to its answer. */
export async function roundTrips({ databaseUrl, house, slots }, log) {
  const tap = await openTap(databaseUrl);
  const served = await serve({ databaseUrl: tap.url, env: { ...apiOnly, BOTA_JOBS: 'off' }, log });
  const connection = await openConnection(served.urls[0], house.cookie);
  try {
    return {
      create: await counted(tap, () => bookByHttp(connection, house, slots.once('http'))),
      week: await counted(tap, () => weekByHttp({ house, connections: [connection] })),
    };
  } finally {
    connection.close();
    await served.stop();
    tap.close();
  }
}

/** The log is sealed a moment after each answer: the pause keeps that out of the next count. */
async function counted(tap, ask) {
  const counts = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await sleep(100);
    const before = tap.trips();
    await ask();
    counts.push(tap.trips() - before);
  }
  return median(counts);
}

async function openTap(databaseUrl) {
  const { hostname, port } = new URL(databaseUrl);
  const state = { trips: 0, sockets: new Set() };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    client.on(
      'data',
      countTrips(() => state.trips++),
    );
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      state.sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => state.sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = Object.assign(new URL(databaseUrl), { port: server.address().port }).href;
  const close = () => {
    server.close();
    for (const socket of state.sockets) socket.destroy();
  };
  return { url, trips: () => state.trips, close };
}

/** In PostgreSQL's protocol each round trip ends with Sync (S) or is a simple Query (Q); the first message has no letter. */
function countTrips(tell) {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let head = isStarted ? 1 : 0; rest.length >= head + 4 && rest.length >= head + rest.readInt32BE(head); head = 1) {
      if (isStarted && 'SQ'.includes(String.fromCharCode(rest[0]))) tell();
      rest = rest.subarray(head + rest.readInt32BE(head));
      isStarted = true;
    }
  };
}
