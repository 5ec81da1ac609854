import { defineConfig } from 'vitest/config';

/** `npm run test:long`: the long forms of tests that `npm test` runs in short. */
export default defineConfig({
  test: {
    name: 'long',
    environment: 'node',
    testTimeout: 4 * 60 * 60_000,
    hookTimeout: 30_000,
    include: ['test/**/*.long.ts'],
    disableConsoleIntercept: true,
  },
});
