import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Caretaker } from './caretaker';
import { NOW, readerOf, tellAddresses } from './house';

/** Two processes on one temporary database, with the demo house, on the same Tuesday each time. */
export default async function openHouse(): Promise<() => Promise<void>> {
  const { serve } = await import('../../../tools/launcher/serve.mjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'bota-journeys-'));
  const web = process.env['WEB_ROOT'];
  const served = await serve({
    processes: 2,
    env: { BOTA_NOW: NOW, LOG_LEVEL: 'warn', ...(web && { WEB_ROOT: path.resolve(web) }) },
    log: path.join(folder, 'api.log'),
  });
  tellAddresses(served.urls);
  const english = await Caretaker.as(readerOf.en);
  await english.read('en');
  await english.leave();
  return async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
