import * as z from 'zod';
import { Id, Instant } from '@bota/shared/domain';

const Base64Url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, 'not base64url');

/** GET /api/auth/ways: how one may sign in here beside password and link. */
export const SignInWays = z
  .object({
    /** False where the house is reached by an address of numbers: passkeys belong to a name. */
    passkey: z.boolean(),
    /** The identity provider of the house, under the name people know it by. */
    provider: z.object({ name: z.string() }).nullable(),
  })
  .meta({ id: 'SignInWays' });
export type SignInWays = z.infer<typeof SignInWays>;

export const PasskeyName = z.string().trim().min(1).max(60);

export const Passkey = z.object({ id: Id, name: z.string(), addedAt: Instant, usedAt: Instant.nullable() }).meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

/** Who I am at a provider. */
export const LinkedIdentity = z.object({ id: Id, name: z.string(), linkedAt: Instant, usedAt: Instant }).meta({ id: 'LinkedIdentity' });
export type LinkedIdentity = z.infer<typeof LinkedIdentity>;

/** GET /api/me/ways: how I may sign in, beside a link by e-mail, which always works. */
export const MyWays = z
  .object({ hasPassword: z.boolean(), passkeys: z.array(Passkey), identities: z.array(LinkedIdentity) })
  .meta({ id: 'MyWays' });
export type MyWays = z.infer<typeof MyWays>;

/** What the browser is asked with: options of WebAuthn 3, section 5.4 or 5.5, as JSON. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });

const Credential = {
  id: Base64Url(1400),
  rawId: Base64Url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: z.looseObject({}).default({}),
};

/** POST /api/me/passkeys: what the authenticator made (WebAuthn 3, RegistrationResponseJSON). */
export const PasskeyRegistration = z
  .object({
    name: PasskeyName,
    response: z.object({
      ...Credential,
      response: z.object({
        clientDataJSON: Base64Url(4000),
        attestationObject: Base64Url(40_000),
        transports: z.array(z.string().max(20)).max(10).default([]),
      }),
    }),
  })
  .meta({ id: 'PasskeyRegistration' });
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;

/** PATCH /api/me/passkeys/:id */
export const PasskeyEdit = z.object({ name: PasskeyName }).meta({ id: 'PasskeyEdit' });
export type PasskeyEdit = z.infer<typeof PasskeyEdit>;

/** POST /api/auth/passkey/session: what the authenticator signed (WebAuthn 3, AuthenticationResponseJSON). */
export const PasskeyAssertion = z
  .object({
    response: z.object({
      ...Credential,
      response: z.object({
        clientDataJSON: Base64Url(4000),
        authenticatorData: Base64Url(4000),
        signature: Base64Url(6000),
        userHandle: Base64Url(200).optional(),
      }),
    }),
  })
  .meta({ id: 'PasskeyAssertion' });
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** Why the provider of the house opened no account: the code that its way back to the sign-in page carries. */
export const ProviderRefusal = z.enum([
  'provider/over',
  'provider/refused',
  'provider/unreachable',
  'provider/unverified',
  'provider/other-identity',
  'too-many-attempts',
]);
export type ProviderRefusal = z.infer<typeof ProviderRefusal>;

/** GET /api/auth/oidc: where to go on to afterwards; an address elsewhere is not one. */
export const ProviderBeginning = z.object({ return: z.string().max(2000).optional().catch(undefined) });
export type ProviderBeginning = z.infer<typeof ProviderBeginning>;

/** GET /api/auth/oidc/callback: what the provider adds is checked as a whole (RFC 6749 4.1.2, RFC 9207). */
export const ProviderCallback = z.looseObject({ state: z.string().max(200).optional().catch(undefined) });
export type ProviderCallback = z.infer<typeof ProviderCallback>;
