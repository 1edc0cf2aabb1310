import { defineConfig } from '@playwright/test';

/** Journeys on the built product. `WEB_ROOT` tries another build of the web application. */
export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'pages/**/*.spec.ts'],
  outputDir: './test-results',
  globalSetup: './support/open-house.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  use: { screenshot: 'only-on-failure', actionTimeout: 10_000, navigationTimeout: 20_000 },
});
