import { z } from 'zod';

const Switch = z.enum(['on', 'off']).transform((value) => value === 'on');

/** Everything the API may be told from outside; parsed once at boot. */
export const Config = z.object({
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
  BOTA_DEMO: Switch.default(true),
  /** Run scheduled jobs in this process. */
  BOTA_JOBS: Switch.default(true),
  /** Start the clock at this instant (tests, screenshots); it goes on from there. */
  BOTA_NOW: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
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
