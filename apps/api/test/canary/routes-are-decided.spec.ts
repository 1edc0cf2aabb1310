import { Controller, Get, Module, type Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ALLOWED, PUBLIC, readConfig } from '@bota/shared/api';
import { HttpClient } from '@bota/shared/testing';
import { AppModule } from '../../app.module';
import { useApi } from '../api.fixture';

const api = useApi();
const INPUTS: Record<string, string> = { 3: 'body', 4: 'query', 5: 'param' };
type Argument = { index: number; data?: unknown; schema?: unknown };
type Route = { name: string; decisions: unknown[]; inputs: { name: string; schema: unknown }[] };

/** Every handler of our own controllers, as Nest knows them. */
function routes(): Route[] {
  const modules = [...api.app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Type));
  return controllers.flatMap((controller) => {
    const names = Object.getOwnPropertyNames(controller.prototype).filter((name) => isRoute(controller, name));
    return names.map((name) => routeOf(controller, name));
  });
}

const isRoute = (controller: Type, name: string) => name !== 'constructor' && Reflect.hasMetadata('path', controller.prototype[name]);

function routeOf(controller: Type, method: string): Route {
  const name = `${controller.name}.${method}`;
  const targets = [controller.prototype[method], controller];
  const decisions = [ALLOWED, PUBLIC].flatMap((key) => targets.map((target) => Reflect.getMetadata(key, target)).filter(Boolean));
  const given: Record<string, Argument> = Reflect.getMetadata('__routeArguments__', controller, method) ?? {};
  const inputs = Object.entries(given).flatMap(([key, { index, schema }]) => {
    const kind = INPUTS[key.split(':')[0] ?? ''];
    return kind ? [{ name: `${name} ${kind} ${index}`, schema }] : [];
  });
  return { name, decisions, inputs };
}

it('walks every route there is', () => {
  expect(routes().length).toBeGreaterThanOrEqual(20);
  expect(routes().flatMap(({ inputs }) => inputs).length).toBeGreaterThanOrEqual(20);
});

it('every route says for whom it is, once', () => {
  expect(routes().filter(({ decisions }) => decisions.length !== 1)).toEqual([]);
});

it('every input of a route has a schema', () => {
  expect(routes().flatMap(({ inputs }) => inputs.filter(({ schema }) => !schema).map(({ name }) => name))).toEqual([]);
});

@Controller('api/undecided')
class Undecided {
  @Get()
  answer(): { secret: string } {
    return { secret: 'told' };
  }
}

it('a route without a decision answers nobody', async () => {
  const config = { DATABASE_URL: api.databaseUrl, BOTA_DEMO: 'off', BOTA_JOBS: 'off', LOG_LEVEL: 'silent' };
  @Module({ imports: [AppModule.with(readConfig(config))], controllers: [Undecided] })
  class WithUndecided {}
  const app = await NestFactory.create(WithUndecided, new FastifyAdapter(), { logger: false });
  try {
    await app.listen(0, '127.0.0.1');
    const { status, text } = await new HttpClient(await app.getUrl()).get('/api/undecided');
    expect(status).toBe(403);
    expect(text).not.toContain('told');
  } finally {
    await app.close();
  }
});
