export interface Backup {
  name: string;
  folder: string;
  /** sha256 of the manifest, which holds those of all files. */
  digest: string;
  bytes: number;
  rows: number;
  tables: number;
  /** Last place in the chain of the log. */
  position: number;
}

export function makeBackup(wish: { url: string; into: string; now?: Date }): Promise<Backup>;
