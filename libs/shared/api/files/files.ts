import { fileTypeFromBuffer } from 'file-type';
import type { FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import { newId } from '../ids';
import { refuse } from '../refusal';
import { whyNotDrawing } from './svg.rules';

type Kept = { file: File; name: string; by: string; now: Date };
export type KeptFile = { id: string; mediaType: string; name: string; bytes: Buffer };

const SVG = 'image/svg+xml';

/** Keeps a file when its content is what it says it is; answers its id, for the row that names it. */
export async function keepFile(tx: Pick<EntityManager, 'query'>, { file, name, by, now }: Kept): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer());
  await refuseDisguised(bytes, file.type);
  const id = newId();
  await tx.query('INSERT INTO file (id, media_type, name, bytes, kept_by, kept_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    id,
    file.type,
    name,
    bytes,
    by,
    now,
  ]);
  return id;
}

/** Deletes a file that no row names any more. */
export async function dropFile(tx: Pick<EntityManager, 'query'>, id: string | null): Promise<void> {
  if (id) await tx.query('DELETE FROM file WHERE id = $1', [id]);
}

export async function fileById(db: Pick<EntityManager, 'query'>, id: string): Promise<KeptFile> {
  const [file] = await db.query<KeptFile[]>(`SELECT id, media_type AS "mediaType", name, bytes FROM file WHERE id = $1`, [id]);
  return file ?? refuse('not-found');
}

/** Hands a file out so that nothing in it can act for us: its own type, no sniffing, no scripts, no origin. */
export function sendFile(reply: FastifyReply, { mediaType, name, bytes }: Omit<KeptFile, 'id'>, as: 'inline' | 'attachment'): Buffer {
  void reply.headers({
    'content-type': mediaType,
    'content-disposition': `${as}; filename*=UTF-8''${encodeURIComponent(name || 'file').replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'x-content-type-options': 'nosniff',
  });
  return bytes;
}

async function refuseDisguised(bytes: Buffer, type: string): Promise<void> {
  const fault = type === SVG ? drawingFault(bytes) : await disguise(bytes, type);
  if (fault) refuse('file/not-what-it-says', { detail: fault, errors: [{ path: 'file', message: fault }] });
}

async function disguise(bytes: Buffer, type: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime === type ? null : `the content is ${found?.mime ?? 'unknown'}, not ${type}`;
}

function drawingFault(bytes: Buffer): string | null {
  try {
    return whyNotDrawing(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'the drawing is not UTF-8 text';
  }
}
