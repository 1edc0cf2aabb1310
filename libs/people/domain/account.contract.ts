import * as z from 'zod';
import { Email, Id, Instant } from '@bota/shared/domain';

/** A password chosen by a person: long rather than odd (NIST SP 800-63B 3.1.1.2). */
export const NewPassword = z.string().min(12).max(200);

/** POST /api/me/password: `current` is asked only of who has one already. */
export const PasswordChange = z
  .object({ current: z.string().min(1).max(200).optional(), next: NewPassword })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** A browser in which somebody is signed in. */
export const OpenSession = z
  .object({ id: Id, createdAt: Instant, seenAt: Instant, userAgent: z.string(), isThis: z.boolean() })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;
export const OpenSessionList = z.object({ items: z.array(OpenSession) }).meta({ id: 'OpenSessionList' });

/**
 * POST /api/me/erasure: repeats the address, so that it is not done by a slip. The password is asked of who did not sign in just now:
 * a browser left open erases nobody.
 */
export const Erasure = z.object({ email: Email, password: z.string().min(1).max(200).optional() }).meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof Erasure>;

/** How long after signing in nothing more is asked of who erases their account, in minutes. */
export const FRESH_MINUTES = 10;

/** GET /api/me/export: everything the installation keeps about the person, by subject. */
export const PersonalExport = z.object({ exportedAt: Instant, data: z.record(z.string(), z.unknown()) }).meta({ id: 'PersonalExport' });
export type PersonalExport = z.infer<typeof PersonalExport>;

/** A secret from a letter: 32 random bytes. */
export const LetterToken = z.string().regex(/^[\w-]{43}$/);

/** POST /api/auth/link: the answer is the same whether or not the address has an account. */
export const LinkWish = z.object({ email: Email }).meta({ id: 'LinkWish' });
export type LinkWish = z.infer<typeof LinkWish>;

/** POST /api/auth/link/session */
export const LinkUse = z.object({ token: LetterToken }).meta({ id: 'LinkUse' });
export type LinkUse = z.infer<typeof LinkUse>;
