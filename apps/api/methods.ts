import type { FastifyInstance, FastifyRequest } from 'fastify';

type Remembering = { methodsAt?: (url: string) => string[] };

/** The methods offered at the address of a request, in order of the alphabet; none where there is nothing. */
export const methodsAt = ({ server, url }: FastifyRequest): string[] => (server as Remembering).methodsAt?.(url) ?? [];

/** Remembers which methods each address takes, so that a wrong one is told so (RFC 9110, 15.5.6) and not that there is nothing. */
export function rememberMethods(fastify: FastifyInstance): void {
  const known = new Map<string, { address: RegExp; methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return; // the pages of the web take what is left
    const route = known.get(url) ?? { address: addressOf(url), methods: new Set() };
    for (const one of [method].flat()) route.methods.add(one);
    known.set(url, route);
  });
  fastify.decorate('methodsAt', (url: string) => {
    const [path = ''] = url.split('?');
    const routes = [...known.values()].filter(({ address }) => address.test(path));
    return [...new Set(routes.flatMap(({ methods }) => [...methods]))].sort();
  });
}

/** `/api/rooms/:room` as a pattern: a parameter is one part of the path. */
const addressOf = (url: string) => new RegExp(`^${url.split('/').map(partOf).join('/')}$`);
const partOf = (part: string) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
