import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const limit = 20 * 1024 * 1024;

/** The log of the API in the data folder; a large one is set aside once, as `.1`. */
export function prepareLog(folder) {
  const file = path.join(folder, 'api.log');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (existsSync(file) && statSync(file).size > limit) renameSync(file, `${file}.1`);
  return file;
}

export const lastLines = (file, count = 15) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
