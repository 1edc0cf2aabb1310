// Medians and ratios of a run, and the table a person reads.
import os from 'node:os';
import { median } from './rounds.mjs';

/** The bounds of quality.md; a ratio outside of them is marked, never an error: machines differ. */
const BOUNDS = {
  'create: HTTP / one bare statement (rate)': (value) => value >= 0.5,
  'create: HTTP / allocation insert alone (rate)': () => true,
  'week of 50 rooms: HTTP / bare query (time)': (value) => value <= 5,
  'find among 200 rooms: HTTP / bare query (time)': () => true,
  'series of 52: HTTP / one bare statement (time)': () => true,
  'create by HTTP, growth (time)': (value) => value <= 1.6,
  'week by HTTP, growth (time)': (value) => value <= 1.2,
  'find by HTTP, growth (time)': (value) => value <= 1.2,
};

/** `sites`: `{ rows, rounds: [measured] }`, smallest first. */
export function summarise(sites, roundTrips) {
  const medians = sites.map(({ rows, rounds }) => ({
    rows,
    ...mediansOf(rounds),
    stormStatuses: rounds.map((round) => round.stormStatuses),
  }));
  const ratios = medians.map((site) => ({ rows: site.rows, ...ratiosOf(site) }));
  return { machine: machine(), rounds: sites[0].rounds.length, medians, ratios, growth: growthOf(medians[0], medians.at(-1)), roundTrips };
}

const machine = () => `${os.cpus().length} × ${os.cpus()[0].model.trim()}, Node.js ${process.versions.node}`;

function mediansOf(rounds) {
  const names = Object.keys(rounds[0]).filter((name) => typeof rounds[0][name] === 'number');
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]));
}

const ratiosOf = (site) => ({
  'create: HTTP / one bare statement (rate)': site.createHttp / site.createBare,
  'create: HTTP / allocation insert alone (rate)': site.createHttp / site.createInsert,
  'week of 50 rooms: HTTP / bare query (time)': site.weekHttp / site.weekBare,
  'find among 200 rooms: HTTP / bare query (time)': site.findHttp / site.findBare,
  'series of 52: HTTP / one bare statement (time)': site.seriesHttp / site.seriesBare,
});

const growthOf = (small, large) => ({
  'create by HTTP, growth (time)': small.createHttp / large.createHttp,
  'week by HTTP, growth (time)': large.weekHttp / small.weekHttp,
  'find by HTTP, growth (time)': large.findHttp / small.findHttp,
});

const SHOWN = {
  'create, HTTP (/s)': 'createHttp',
  'create, one bare statement (/s)': 'createBare',
  'allocation insert alone (/s)': 'createInsert',
  'week of 50 rooms, HTTP (ms)': 'weekHttp',
  'week of 50 rooms, bare query (ms)': 'weekBare',
  'find among 200 rooms, HTTP (ms)': 'findHttp',
  'find among 200 rooms, bare query (ms)': 'findBare',
  'series of 52, HTTP (ms)': 'seriesHttp',
  'series of 52, one bare statement (ms)': 'seriesBare',
  '32 at once, slowest (ms)': 'stormSlowest',
};

export function tableOf({ machine: where, rounds, medians, ratios, growth, roundTrips }) {
  const row = (name, values) => [name.padEnd(50), ...values.map((value) => value.padStart(14))].join('');
  const marked = (name, value) => `${value.toFixed(2)}${BOUNDS[name](value) ? '' : ' !'}`;
  return [
    `${where}; medians of ${rounds} rounds`,
    row(
      'allocations',
      medians.map(({ rows }) => rows.toLocaleString('en')),
    ),
    ...Object.entries(SHOWN).map(([name, key]) =>
      row(
        name,
        medians.map((site) => rounded(site[key])),
      ),
    ),
    row(
      '32 at once, answers',
      medians.map(({ stormStatuses }) => answersOf(stormStatuses)),
    ),
    ...Object.keys(ratios[0])
      .filter((name) => name !== 'rows')
      .map((name) =>
        row(
          name,
          ratios.map((site) => marked(name, site[name])),
        ),
      ),
    ...(medians.length > 1 ? Object.entries(growth).map(([name, value]) => row(name, ['', marked(name, value)])) : []),
    row('round trips to the database', [`create ${roundTrips.create}`, `week ${roundTrips.week}`]),
  ].join('\n');
}

const rounded = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** What all rounds answered, as in `1×201 31×409`; different answers follow each other. */
const answersOf = (all) =>
  [
    ...new Set(
      all.map((statuses) =>
        Object.entries(statuses)
          .map(([status, count]) => `${count}×${status}`)
          .join(' '),
      ),
    ),
  ].join(' | ');
