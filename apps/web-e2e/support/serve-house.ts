import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NOW } from './house';

export type OpenHouse = { urls: string[]; close: () => Promise<void> };
/** A house that goes away and comes back at the same address, with what it kept; `web`: with another build of the web application. */
export type RestlessHouse = {
  url: string;
  leave: () => Promise<void>;
  comeBack: (web?: string) => Promise<void>;
  close: () => Promise<void>;
};

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

/** One process, which is stopped and started while somebody looks at it. */
export async function serveRestless(): Promise<RestlessHouse> {
  const { serve } = await import('../../../tools/launcher/serve.mjs');
  const { startApi } = await import('../../../tools/launcher/api.mjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-restless-'));
  const log = path.join(folder, 'api.log');
  const env = { BOTA_NOW: NOW, LOG_LEVEL: 'warn' };
  const served = await serve({ env, log });
  const url = served.urls[0] ?? '';
  let api: { stop: () => Promise<void> } = { stop: async () => served.processes[0]?.stop() };
  return {
    url,
    leave: () => api.stop(),
    comeBack: async (web) => {
      const next = startApi({
        databaseUrl: served.databaseUrl,
        port: Number(new URL(url).port),
        env: { ...env, ...(web && { WEB_ROOT: web }) },
        log,
      });
      api = next;
      await next.ready();
    },
    close: async () => {
      await api.stop();
      await served.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
