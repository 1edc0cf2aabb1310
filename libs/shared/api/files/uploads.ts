import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MOST_BYTES } from '@bota/shared/domain';

/** What may be sent as a whole body. None of these can come from a form of another site without the browser asking us first. */
const MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml', 'application/pdf', 'text/csv', 'text/calendar'];

/** Bodies that are files reach their route as a `File`; which types and how much it takes, the route's schema says. */
export function readUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<Buffer>(
    MEDIA_TYPES,
    { parseAs: 'buffer', bodyLimit: MOST_BYTES },
    async (request: FastifyRequest, body: Buffer) => {
      const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
      return new File([new Uint8Array(body)], '', { type });
    },
  );
}
