import fastify from 'fastify';
import { RequestLog } from './request.log';

it('leaves one line for each answered request: its id, what was asked, how it ended and how long it took', async () => {
  const lines: Record<string, unknown>[] = [];
  const app = fastify({
    logController: new RequestLog(),
    genReqId: () => 'trace-1',
    logger: { stream: { write: (line: string) => void lines.push(JSON.parse(line)) } },
  });
  app.get('/rooms', async () => []);
  await app.inject('/rooms');
  await app.inject('/nowhere');
  const answered = lines.filter(({ msg }) => msg === 'answered');
  expect(lines.filter(({ reqId }) => reqId)).toHaveLength(answered.length + 1); // the default 404 speaks once of its own
  expect(answered).toMatchObject([
    { reqId: 'trace-1', req: { method: 'GET', url: '/rooms' }, res: { statusCode: 200 }, ms: expect.any(Number) },
    { reqId: 'trace-1', req: { method: 'GET', url: '/nowhere' }, res: { statusCode: 404 }, ms: expect.any(Number) },
  ]);
});

it('keeps the secret links of calendars to itself', async () => {
  const lines: string[] = [];
  const app = fastify({ logController: new RequestLog(), logger: { stream: { write: (line: string) => void lines.push(line) } } });
  app.get('/api/calendars/:file', async () => '');
  await app.inject('/api/calendars/c3VjaC1hLXNlY3JldA.ics');
  expect(lines.join('')).toContain('"url":"/api/calendars/…"');
  expect(lines.join('')).not.toContain('c3VjaC1hLXNlY3JldA');
});
