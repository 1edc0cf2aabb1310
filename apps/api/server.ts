import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { type Config, isHttps, readUploads } from '@bota/shared/api';
import { AppModule } from './app.module';
import { rememberMethods } from './methods';
import { serveDocumentation } from './openapi';
import { refuseUnreadable } from './problem.filter';
import { readOneClicks } from './one-click';
import { RequestLog } from './request.log';
import { Validation } from './validation';
import { serveWeb } from './web';

const REQUEST_ID = /^[\w.-]{8,64}$/;

/** The whole application, ready to listen: structured logs, security headers, validation, API, documentation and web. */
export async function createServer(config: Config, { connects = true } = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: { level: config.LOG_LEVEL, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new RequestLog(),
    trustProxy: config.TRUST_PROXY,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseUnreadable,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : v7();
    },
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, { connects }), adapter, {
    logger: nestLogger(fastify.log),
    abortOnError: false, // who called us says why, in one line
    bodyParser: false, // Fastify's own reads JSON, and nothing that a form of another site can send but where it says nothing
  });
  rememberMethods(fastify);
  fastify.removeContentTypeParser('text/plain');
  readEmptyBodies(fastify);
  readUploads(fastify);
  readOneClicks(fastify);
  await app.register(cookie);
  await app.register(helmet, securityHeaders(config));
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    customTypes: /^(?!text\/event-stream)(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/,
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  app.useGlobalPipes(new Validation());
  app.enableShutdownHooks();
  serveDocumentation(app);
  if (config.WEB_ROOT) await serveWeb(app, config.WEB_ROOT);
  return app;
}

/** A request that says JSON and sends nothing has no body: whether one is needed, its route says. */
function readEmptyBodies(fastify: FastifyInstance): void {
  const read = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null) : read(request, body, done),
  );
}

function securityHeaders(config: Config) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Angular and FullCalendar put component styles into <style> elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps(config) && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps(config) ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}

/** Nest's own messages go into the same structured log as the requests. */
function nestLogger(log: FastifyBaseLogger): LoggerService {
  const line =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]) =>
      log[level]({ context: rest.at(-1), ...(rest.length > 1 && { stack: rest[0] }) }, String(message));
  return {
    log: line('debug'),
    error: line('error'),
    warn: line('warn'),
    debug: line('debug'),
    verbose: line('trace'),
    fatal: line('error'),
  };
}
