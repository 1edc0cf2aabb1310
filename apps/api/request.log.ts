import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** What follows is a secret: the name of a calendar, the signature of a letter’s link. */
const SECRET = /^(\/api\/(?:calendars|unsubscriptions)\/)[^/?]+/;

const asked = ({ method, url, host, ip }: FastifyRequest) => ({ method, url: url.replace(SECRET, '$1…'), host, remoteAddress: ip });

/** One line for each answered request, under its id: what was asked, how it ended, in how many milliseconds. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    return;
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = { req: asked(request), res: reply, ms: Math.round(reply.elapsedTime * 10) / 10 };
    if (error) reply.log.error({ ...line, err: error }, 'broken off');
    else reply.log.info(line, 'answered');
  }
}
