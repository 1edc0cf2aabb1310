import * as z from 'zod';
import { Email, type Language, LANGUAGES } from '@bota/shared/domain';

/** What a provider says of somebody (OpenID Connect Core 1.0, 5.1), as far as it concerns us. Some say "true" in words. */
export const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: Email.optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().trim().min(2).max(80).optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
});
export type Claims = z.infer<typeof Claims>;

/** Language of the house that a locale such as `nl-BE` begins with; French otherwise. */
export const languageOf = (locale = ''): Language => LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? 'fr';
