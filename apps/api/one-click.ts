import { type FastifyInstance, type FastifyRequest, errorCodes } from 'fastify';

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const OF_A_LETTER = /^\/api\/unsubscriptions\/[^/]+$/;

/**
 * Mail programs end a subscription by posting a form (RFC 8058, 3.1). Its words say nothing that the signed address does not: they are
 * passed over. Everywhere else forms are refused: a page elsewhere could send them.
 */
export function readOneClicks(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<string>(FORMS, { parseAs: 'string', bodyLimit: 1024 }, async (request: FastifyRequest) => {
    if (!OF_A_LETTER.test(request.url)) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type'] ?? '');
  });
}
