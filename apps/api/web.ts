import { readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;
const YEAR_MS = 31_536_000_000;

/** Serves the built web application; every address that is no file and no API is a page of it. */
export async function serveWeb(app: NestFastifyApplication, root: string): Promise<void> {
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

const urlOf = (root: string, entry: { parentPath: string; name: string }) =>
  `/${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`;
