import 'reflect-metadata';
import { readConfig } from '@bota/shared/api';
import { migrate } from './database';
import { seedDemo } from './demo/seed';
import { openApi } from './openapi';
import { createServer } from './server';

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  await migrate(config.DATABASE_URL);
  const app = await createServer(config);
  if (config.BOTA_DEMO) await seedDemo(app);
  await app.listen(config.PORT, config.HOST);
}

/** Prints the OpenAPI document; needs no database. */
async function printOpenApi(): Promise<void> {
  const config = readConfig({ DATABASE_URL: 'postgresql://unused', LOG_LEVEL: 'silent', BOTA_JOBS: 'off' });
  const app = await createServer(config, { connects: false });
  process.stdout.write(JSON.stringify(openApi(app), null, 2), () => process.exit(0));
}

/** `migrate [NAME]`: brings the schema up to date, or as far as a migration, and ends. */
const migrateOnly = (): Promise<void> => migrate(readConfig(process.env).DATABASE_URL, process.argv[3]);

const commands: Record<string, () => Promise<void>> = { openapi: printOpenApi, migrate: migrateOnly };
const command = commands[process.argv[2] ?? ''] ?? serve;
command().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
