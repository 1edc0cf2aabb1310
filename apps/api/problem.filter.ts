import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { REFUSALS, Refusal, type RefusalCode } from '@bota/shared/api';
import type { Problem } from '@bota/shared/domain';
import { methodsAt } from './methods';

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

type FastifyError = { statusCode?: number; code?: string; message: string };
type DriverError = { code?: string; constraint?: string };

/** Every error becomes RFC 9457 problem details; what we did not foresee is logged and tells nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const methods = error instanceof NotFoundException ? methodsAt(request) : [];
    const refusal = methods.length > 0 ? new Refusal('method-not-allowed') : refusalOf(error);
    if (methods.length > 0) void reply.header('allow', methods.join(', '));
    if (refusal.status >= 500) this.logger.error(`${request.id} ${request.method} ${request.url}: ${describe(error)}`);
    const { retryAfterSeconds } = refusal.particulars;
    if (retryAfterSeconds) void reply.header('retry-after', retryAfterSeconds);
    void reply.status(refusal.status).header('content-type', PROBLEM_JSON).send(problemOf(refusal, request.id));
  }
}

/** What does not even reach a route: an address that cannot be decoded. */
export function refuseUnreadable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = new Refusal('malformed-request', { detail: error.message });
  const headers = { 'content-type': PROBLEM_JSON, 'x-request-id': request.id };
  void reply.status(refusal.status).headers(headers).send(problemOf(refusal, request.id));
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { code, status, particulars } = refusal;
  const { reasons, alternatives, errors, current } = particulars;
  return {
    type: `/problems/${code}`,
    code,
    title: REFUSALS[code][1],
    status,
    detail: refusal.message,
    instance: requestId,
    ...(reasons && { reasons }),
    ...(alternatives && { alternatives }),
    ...(errors && { errors }),
    ...(current !== undefined && { current }),
  };
}

const BY_STATUS: Record<number, RefusalCode> = {
  400: 'malformed-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};
/** What two requests at once can only learn from the database. */
const BY_CONSTRAINT: Record<string, RefusalCode> = {
  space_slug_unique: 'space/slug-taken',
  room_slug_unique: 'space/slug-taken',
  organisation_enterprise_number_unique: 'organisation/number-taken',
  residency_once: 'residency/already-resident',
  occupancy_whole_room: 'residency/occupied',
  occupancy_desks_peak: 'residency/occupied',
  occupancy_once: 'residency/occupied',
  house_key_label_unique: 'key/label-taken',
  key_holding_once: 'key/held',
  key_holding_day: 'key/too-early',
  room_keeps_desks: 'room/desks-occupied',
  // A series moved back onto a date that is over, and cancelled.
  occurrence_recurrence_unique: 'booking/already-started',
};
const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '08006', '08001'];

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode, code, message } = (error ?? {}) as FastifyError;
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (known) return new Refusal(known, known === 'malformed-request' ? { detail: message } : {});
  const driver = (error as { driverError?: DriverError } | null)?.driverError;
  const broken = BY_CONSTRAINT[driver?.constraint ?? ''];
  if (broken) return new Refusal(broken);
  const driverCode = code ?? driver?.code ?? '';
  const isUnreachable =
    UNREACHABLE.includes(driverCode) || /Connection terminated|timeout exceeded when trying to connect/.test(message ?? '');
  return new Refusal(isUnreachable ? 'unavailable' : 'internal');
}
