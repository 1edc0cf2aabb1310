import { z } from 'zod';

/** The version an edit is based on, from `If-Match` (RFC 9110): an entity tag as we or a proxy wrote it; a bare number is understood too. */
export const IfMatch = z
  .string()
  .regex(/^(\*|(W\/)?"?\d{1,9}"?)$/, 'expected the version, as in "3"')
  .optional()
  .transform((tag) => (tag === undefined || tag === '*' ? undefined : Number(tag.replace(/\D/g, ''))));
