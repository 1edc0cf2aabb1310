import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NOW } from './house';

export type OpenHouse = { urls: string[]; close: () => Promise<void> };

/** The built product on a temporary database of its own, on the Tuesday of the journeys. */
export async function serveHouse(processes: number, env: Record<string, string> = {}): Promise<OpenHouse> {
  const { serve } = await import('../../../tools/launcher/serve.mjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-journeys-'));
  const web = process.env['WEB_ROOT'];
  const served = await serve({
    processes,
    env: { BOTA_NOW: NOW, LOG_LEVEL: 'warn', ...(web && { WEB_ROOT: path.resolve(web) }), ...env },
    log: path.join(folder, 'api.log'),
  });
  const close = async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { urls: served.urls, close };
}
