export interface Postgres {
  /** postgresql://app:…@127.0.0.1:…/app; the role may create databases and trusted extensions. */
  url: string;
  port: number;
  dataDir: string;
  pid: number;
  /** Settles when the server has ended, whoever ended it. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export class FolderInUse extends Error {}

/** `ephemeral`: a temporary cluster, gone afterwards; it does not wait for the disk unless `durable`. */
export function startPostgres(options: {
  root: string;
  name?: string;
  port?: number;
  ephemeral?: boolean;
  durable?: boolean;
}): Promise<Postgres>;
