import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './scripts/support/chromium.ts';
import { leftOutFiles } from './scripts/support/left-out-tests.ts';

export default defineConfig({
  test: {
    projects: [
      {
        // Without Electron around it, importing the package would try to download its binary.
        resolve: {
          alias: { electron: join(import.meta.dirname, 'test/main/support/electron.ts') },
        },
        test: {
          server: { deps: { inline: ['electron-store'] } },
          name: 'node',
          environment: 'node',
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['test/{core,main,simulator,stand-in,lint,packaging,scripts}/**/*.test.ts'],
          exclude: ['test/lint/red/**', ...leftOutFiles(process.platform)],
        },
      },
      {
        plugins: [react()],
        resolve: {
          alias: { electron: join(import.meta.dirname, 'test/renderer/support/electron.ts') },
        },
        // Found up front: a dependency met during a run would make Vite reload it.
        optimizeDeps: { entries: ['src/renderer/**/*.tsx', 'test/renderer/**/*.tsx'] },
        test: {
          name: 'renderer',
          // A busy machine draws slowly; what is waited for comes or never does.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          // A browser on a busy machine; `npm test` names what needs it. Core gets no second try: there, rare is real.
          retry: 1,
          include: ['test/renderer/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(findChromium() ? { executablePath: findChromium() ?? '' } : {}),
                args: chromiumArguments,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
