import { z } from 'zod';

const Switch = z.enum(['on', 'off']).transform((value) => value === 'on');

const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;
const isSafeIssuer = (address: string) => /^https:|^http:\/\/(127\.0\.0\.1|localhost)([:/]|$)/.test(address);

const Settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Folder of the built web application; without it only the API is served. */
  WEB_ROOT: z.string().optional(),
  /** Public address, when a proxy ends TLS before us: makes cookies `__Host-` and sets HSTS. */
  PUBLIC_URL: z.url().optional(),
  /** Trust `X-Forwarded-*` of the proxy in front. */
  TRUST_PROXY: Switch.default(false),
  /** Server that takes our letters, `smtp://user:password@host:587`; without it they stay in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().min(3).default('Bota 75 <bota75@localhost>'),
  /** The house's own identity provider (OpenID Connect), and the name people know it by; all four or none. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeIssuer, 'must be https, unless it runs on this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(40).optional(),
  /** IP addresses of our own network that calendars may be read from, with commas between; all others there are refused. */
  FETCH_ALLOW: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  BOTA_DEMO: Switch.default(true),
  /** Run scheduled jobs in this process. */
  BOTA_JOBS: Switch.default(true),
  /** Start the clock at this instant (tests, screenshots); it goes on from there. */
  BOTA_NOW: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Everything the API may be told from outside; parsed once at boot. */
export const Config = Settings.superRefine((config, context) => {
  const missing = OIDC.filter((name) => !config[name]);
  if (missing.length === OIDC.length) return;
  for (const name of missing)
    context.addIssue({ code: 'custom', path: [name], message: `needed beside ${OIDC.find((one) => config[one])}` });
});
export type Config = z.infer<typeof Config>;
export const CONFIG = Symbol('config');

export const isHttps = (config: Config): boolean => config.PUBLIC_URL?.startsWith('https:') ?? false;

/** Reads the configuration, or throws one readable message naming every bad value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Config.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not valid:\n${lines.join('\n')}`);
}
