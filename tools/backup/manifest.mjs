// Reading a backup before anything is done with it: what its manifest says must be what lies beside it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FORMAT } from './backup.mjs';

const TABLE = /^[a-z_][a-z0-9_]*$/;

/** The manifest of a folder, once every file was read and is what it was when the backup was made. */
export async function verifiedManifest(folder) {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} is not a backup: it has no manifest.json.`);
  });
  const manifest = parsed(text, folder);
  for (const [name, table] of Object.entries(manifest.tables)) await verifyFile(fileOf(folder, name), table.sha256);
  return { ...manifest, digest: createHash('sha256').update(text).digest('hex') };
}

export const fileOf = (folder, table) => path.join(folder, `${table}.copy.gz`);

function parsed(text, folder) {
  let manifest;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw new Error(`The manifest of ${folder} cannot be read: the backup is damaged.`);
  }
  if (manifest?.format !== FORMAT) throw new Error(`The backup has format ${manifest?.format}; this version reads format ${FORMAT}.`);
  const isWhole = Array.isArray(manifest.migrations) && Object.entries(manifest.tables ?? {}).every(isTable);
  if (!isWhole) throw new Error(`The manifest of ${folder} is not complete: the backup is damaged.`);
  return manifest;
}

const isTable = ([name, { columns, rows, sha256 }]) =>
  TABLE.test(name) && Array.isArray(columns) && Number.isInteger(rows) && typeof sha256 === 'string';

async function verifyFile(file, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch((error) => {
    throw new Error(`The backup is not complete: ${path.basename(file)} cannot be read (${error.code}).`);
  });
  if (hash.digest('hex') !== expected)
    throw new Error(`The backup was changed or damaged: ${path.basename(file)} is not what was written.`);
}
