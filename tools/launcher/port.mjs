// The port people type: the wanted one, or else the next that is free.
import { freePort, isFree } from '../database/port.mjs';

/** Takes the first free port from `wanted` on, and says so when that is another one. */
export async function choosePort(wanted, host) {
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535) throw new Error(`PORT must be a number from 0 to 65535, not “${wanted}”.`);
  if (Number(wanted) === 0) return freePort();
  for (let port = Number(wanted); port <= 65535; port++) {
    if (!(await isOurs(port, host))) continue;
    if (port !== Number(wanted)) console.log(`Port ${wanted} is taken by another program: using ${port}.`);
    return port;
  }
  throw new Error(`No free port from ${wanted} on: choose another PORT.`);
}

/** A browser may try ::1 first for localhost, so a program that listens there has the port too. */
async function isOurs(port, host) {
  try {
    return (await isFree(port, host)) && (await isFree(port, '::1').catch(() => true));
  } catch (error) {
    throw new Error(`The address ${host}:${port} cannot be used (${error.code}): choose another HOST or PORT.`, { cause: error });
  }
}
