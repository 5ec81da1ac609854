import { defineConfig } from '@playwright/test';
import { leftOutFiles } from './scripts/support/left-out-tests.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testIgnore: leftOutFiles(process.platform).map((pattern) => `**/${pattern}`),
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // As with the window's tests: a browser on a busy machine. What needs it is named.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
});
