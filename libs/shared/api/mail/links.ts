import type { Config } from '../config';

/** A page of the web application as it stands in a letter. A secret goes after `#`: it reaches no server and no log by itself. */
export function pageLink(config: Config, path: string, secret?: string): string {
  const base = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  return new URL(secret ? `${path}#${secret}` : path, base).href;
}
