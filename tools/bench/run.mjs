// One run: a cluster of its own with a database for each size, rounds in turns, a summary.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../database/embedded.mjs';
import { atEnd } from '../launcher/lifetime.mjs';
import { root } from '../launcher/paths.mjs';
import { measure } from './measures.mjs';
import { summarise } from './report.mjs';
import { roundTrips } from './round-trips.mjs';
import { openSite } from './site.mjs';

/** Measures; the cluster waits for the disk as in earnest, and is gone afterwards. */
export async function run({ rows, rounds, seconds }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await startPostgres({ root, ephemeral: true, durable: true });
  atEnd(cluster.stop);
  const log = path.join(folder, 'api.log');
  const sites = [];
  for (const count of rows) {
    const site = await openSite(cluster, count, log, (done) => progress(`Writing ${count} bookings: ${done}`));
    atEnd(site.stop);
    sites.push(site);
  }
  const measured = await inTurns(sites, rounds, seconds);
  return summarise(measured, await roundTrips(sites[0], log));
}

/** The first round warms up caches and compilers, and does not count. */
async function inTurns(sites, rounds, seconds) {
  const measured = sites.map(({ rows }) => ({ rows, rounds: [] }));
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`);
    for (const [index, site] of sites.entries()) {
      const result = await measure(site, seconds);
      if (round > 0) measured[index].rounds.push(result);
    }
  }
  return measured;
}

const progress = (text) => console.error(text);
