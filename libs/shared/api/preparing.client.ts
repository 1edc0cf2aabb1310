import { Client, type ClientConfig } from 'pg';

/** One plan for all values: our queries are short and selective, planning one anew costs more than running it (decision 8). */
export const PLANNING = '-c plan_cache_mode=force_generic_plan -c jit=off';

const NAME = /^\s*\/\* (\w+) \*\//;
type Send = (query: unknown, ...rest: unknown[]) => unknown;

// Statements that begin with a name, as in `/* booking_write */ WITH …`, are planned once per connection instead of at each call.
// The name also shows in pg_stat_activity. Two texts under one name are refused by the driver.
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Send;
    this.query = ((query: unknown, ...rest: unknown[]) => send(named(query), ...rest)) as typeof this.query;
  }
}

function named(query: unknown): unknown {
  if (typeof query !== 'string') return query;
  const name = NAME.exec(query)?.[1];
  return name ? { name, text: query } : query;
}
