import { defineConfig } from '@playwright/test';

/** `npm run screenshots`: every page in three widths, light and dark, in French. */
export default defineConfig({
  testDir: './screenshots',
  testMatch: '*.shots.ts',
  outputDir: './test-results',
  globalSetup: './support/open-house.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
});
