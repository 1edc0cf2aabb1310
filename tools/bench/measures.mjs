// What one round measures on one site; bare and HTTP take turns, so that a busy moment of the machine hits both.
import { findByHttp, findByStatement, weekByHttp, weekByStatement } from './reads.mjs';
import { loop } from './rounds.mjs';
import { openConnections, WORKERS } from './site.mjs';
import { storm } from './storm.mjs';
import { bookByHttp, bookByInsert, bookByStatement } from './writes.mjs';

const WEEKS = 52;
const yearly = { recurrence: { rrule: `FREQ=WEEKLY;COUNT=${WEEKS}` } };

/** Numbers by name: rates in requests per second, times in milliseconds. */
export async function measure(idle, seconds) {
  // New ones for each round: while another size is written, the API closes those that are idle.
  const connections = await openConnections(idle);
  const site = { ...idle, connections };
  const { db, house, slots, spare } = site;
  const many = (ask) => loop({ workers: WORKERS, seconds }, ask);
  const one = (ask) => loop({ workers: 1, seconds: seconds / 2 }, ask);
  const insert = await many(() => bookByInsert(db, house, slots.once('insert'), spare.pop()));
  const write = await many(() => bookByStatement(db, house, slots.once('write')));
  const http = await many((worker) => bookByHttp(connections[worker], house, slots.once('http')));
  const weekBare = await one(() => weekByStatement(site));
  const weekHttp = await one(() => weekByHttp(site));
  const findBare = await one(() => findByStatement(site));
  const findHttp = await one(() => findByHttp(site));
  const few = (ask) => loop({ workers: 1, times: 4 }, ask);
  const seriesBare = await few(() => bookByStatement(db, house, slots.weekly(true), WEEKS));
  const seriesHttp = await few(() => bookByHttp(connections[0], house, slots.weekly(false), yearly));
  const { statuses, slowest } = await storm(site);
  for (const connection of connections) connection.close();
  return {
    createInsert: insert.perSecond,
    createBare: write.perSecond,
    createHttp: http.perSecond,
    weekBare: weekBare.ms,
    weekHttp: weekHttp.ms,
    findBare: findBare.ms,
    findHttp: findHttp.ms,
    seriesBare: seriesBare.ms,
    seriesHttp: seriesHttp.ms,
    stormSlowest: slowest,
    stormStatuses: statuses,
  };
}
