import type { ApiProcess } from './serve.mjs';

/** One process of the built API; `log`: file for its output. */
export function startApi(options: {
  databaseUrl: string;
  port: number;
  env?: Record<string, string>;
  log?: string;
}): ApiProcess & { ready(): Promise<void> };
