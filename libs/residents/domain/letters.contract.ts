import * as z from 'zod';
import { Id, Instant, Language } from '@bota/shared/domain';

/** A letter of the house as its coordinators see it; the text only where nothing is really sent (demonstration without SMTP). */
export const SentLetter = z
  .object({
    id: Id,
    kind: z.string(),
    recipient: z.string(),
    language: Language,
    subject: z.string(),
    createdAt: Instant,
    state: z.enum(['kept', 'waiting', 'sent', 'failed']),
    lastError: z.string().nullable(),
    text: z.string().optional(),
    html: z.string().optional(),
  })
  .meta({ id: 'SentLetter' });
export type SentLetter = z.infer<typeof SentLetter>;

/** GET /api/spaces/:space/letters: latest first; `sends` tells whether the installation has a mail server. */
export const LetterList = z.object({ items: z.array(SentLetter), sends: z.boolean() }).meta({ id: 'LetterList' });
export type LetterList = z.infer<typeof LetterList>;

/** GET /api/spaces/:space/letter-templates */
export const LetterTemplate = z
  .object({ kind: z.string(), language: Language, subject: z.string(), text: z.string(), html: z.string() })
  .meta({ id: 'LetterTemplate' });
export type LetterTemplate = z.infer<typeof LetterTemplate>;
export const LetterTemplateList = z.object({ items: z.array(LetterTemplate) }).meta({ id: 'LetterTemplateList' });
