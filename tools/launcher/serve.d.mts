export interface ApiProcess {
  url: string;
  pid: number;
  /** Settles with the exit code or signal, as text. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface Served {
  urls: string[];
  databaseUrl: string;
  processes: ApiProcess[];
  stop(): Promise<void>;
}

/** `log`: file for the output of the API; without it the output goes to ours. */
export function serve(options?: { databaseUrl?: string; processes?: number; env?: Record<string, string>; log?: string }): Promise<Served>;
