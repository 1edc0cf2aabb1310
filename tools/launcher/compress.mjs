// node compress.mjs FOLDER: writes .br and .gz files beside the built ones, once and well, so that no request waits for it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const WORTH_IT = 1024; // bytes: smaller files gain nothing
const folder = process.argv[2];
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

async function compress(file) {
  const text = readFileSync(file);
  if (text.length < WORTH_IT) return;
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${file}.br`, await brotli(text, { params }));
  writeFileSync(`${file}.gz`, await gzip(text, { level: 9 }));
}

const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css|svg|html)$/.test(name));
await Promise.all(files.map((name) => compress(path.join(folder, name))));
