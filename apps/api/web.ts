import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;
const YEAR_MS = 31_536_000_000;

/** Serves the built web application; every address that is no file and no API is a page of it. */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = builtWeb(folder);
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => urlOf(root, entry)),
  );
  await app.register(fastifyStatic, { root, serve: false, decorateReply: true, preCompressed: true });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get('/*', (request, reply) => {
    const [url = '/'] = request.url.split('?');
    const file = decodeURI(url);
    if (files.has(file)) {
      return HASHED.test(file) ? reply.sendFile(file, { maxAge: YEAR_MS, immutable: true }) : reply.sendFile(file, { maxAge: 0 });
    }
    const isPage = !/^\/(api|health|problems)(\/|$)/.test(file) && !path.posix.extname(file);
    return isPage ? reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false }) : reply.callNotFound();
  });
}

/** The folder of the built web application; a relative one is meant from where the process was started. */
export function builtWeb(folder: string): string {
  const root = path.resolve(folder);
  if (!existsSync(path.join(root, 'index.html'))) throw new Error(`WEB_ROOT: no built web application in ${root} (there is no index.html)`);
  return root;
}

const urlOf = (root: string, entry: { parentPath: string; name: string }) =>
  `/${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`;
